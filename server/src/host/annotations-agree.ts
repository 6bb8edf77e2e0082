import { AGREEMENT } from '../annotations/agreement/index.ts';
import type { LetterMarks } from '../annotations/agreement/marks.ts';
import { DEFAULT_LABELS, indexLabels } from '../annotations/labels/labels.ts';
import type { AgreeResult, ComparedLetter, FolderParams } from '../protocol.ts';
import type { Service } from './service.ts';

/**
 * How far the annotators of a folder agree, and which of its letters have something to settle. In blind mode that is
 * nobody's to know.
 */
export const agreeInFolder = async (service: Service, params: FolderParams): Promise<AgreeResult> => {
  if (await service.isBlind(params.uri)) return { blind: true, report: '', letters: [] };
  await service.carrying.carry([params.uri]);
  const { letters } = await service.statuses.of(params, false);
  const shared = letters.filter(({ authors }) => authors.length > 1);
  const texts = await service.files.readAll(shared.map(({ uri }) => uri));
  let labels = indexLabels(DEFAULT_LABELS);
  // Who has annotated alone is no pair, and is to be told of where there is none.
  const all = letters
    .filter(({ authors }) => authors.length === 1)
    .map(({ path, authors }): LetterMarks => ({ letter: path, authors, marks: [], orphans: 0, gold: [] }));
  const results: ComparedLetter[] = [];
  for (const [i, { uri, path, status }] of shared.entries()) {
    const text = service.documents.get(uri)?.text ?? texts[i] ?? null;
    if (text === null) continue;
    const view = await service.annotations.of(uri);
    if (!service.documents.get(uri)) service.annotations.drop(uri);
    labels = view.labels;
    const marks = AGREEMENT.marksOf(path, text, view.open);
    all.push(marks);
    const { disagreements } = AGREEMENT.compared(marks, labels);
    const open = AGREEMENT.unsettled(marks, disagreements).length;
    results.push({ uri, path, disagreements: disagreements.length, open, isGold: status === 'gold' });
  }
  return {
    blind: false,
    report: AGREEMENT.agreementReport(AGREEMENT.agreementOf(all, labels), results, labels),
    letters: results,
  };
};
