import type { CancellationToken } from 'vscode-languageserver';
import type { LetterCounts } from '../annotations/agreement/agreement.ts';
import { AGREEMENT } from '../annotations/agreement/index.ts';
import { DEFAULT_LABELS, indexLabels, type LabelIndex } from '../annotations/labels/labels.ts';
import type { AgreeParams, AgreeResult, ComparedLetter, LetterInfo } from '../protocol.ts';
import type { AnnotationView } from './annotations-view.ts';
import type { Service } from './service.ts';

/** Letters that are read at the same time. After each lot the client is told how far it is. */
const TOGETHER = 50;

/**
 * How far the annotators of a folder agree, and which of its letters have something to settle. In blind mode that is
 * nobody's to know. Letters are read some at a time, and of each nothing is kept but counts. Null where it was cancelled.
 */
export const agreeInFolder = async (
  service: Service,
  params: AgreeParams,
  token?: CancellationToken,
): Promise<AgreeResult | null> => {
  if (await service.isBlind(params.uri)) return { blind: true, report: '', letters: [] };
  await service.carrying.carry([params.uri]);
  const { letters } = await service.statuses.of(params, false);
  const shared = letters.filter(({ authors }) => authors.length > 1);
  // Who has annotated alone is no pair, and is to be told of where there is none.
  const all = letters
    .filter(({ authors }) => authors.length === 1)
    .map(({ path, authors }): LetterCounts => ({ letter: path, authors, orphans: 0, pairs: new Map() }));
  let labels = indexLabels(DEFAULT_LABELS);
  const results: ComparedLetter[] = [];
  for (let at = 0; at < shared.length; at += TOGETHER) {
    service.progress(params.workDoneToken, at, shared.length);
    const lot = shared.slice(at, at + TOGETHER);
    const [texts, views] = await Promise.all([
      service.files.readAll(lot.map(({ uri }) => uri)),
      Promise.all(lot.map(({ uri }) => service.annotations.of(uri))),
    ]);
    if (token?.isCancellationRequested === true) return null;
    for (const [i, letter] of lot.entries()) {
      if (!service.documents.get(letter.uri)) service.annotations.drop(letter.uri);
      const text = service.documents.get(letter.uri)?.text ?? texts[i];
      const view = views[i];
      if (text === null || text === undefined || !view) continue;
      const compared = compareIn(letter, text, view);
      labels = compared.labels;
      all.push(compared.counts);
      results.push(compared.result);
    }
  }
  return {
    blind: false,
    report: AGREEMENT.agreementReport(AGREEMENT.agreementOf(all), results, labels),
    letters: results,
  };
};

interface Compared {
  readonly labels: LabelIndex;
  readonly counts: LetterCounts;
  readonly result: ComparedLetter;
}

const compareIn = (
  { uri, path, status }: LetterInfo,
  text: string,
  { open: all, labels }: AnnotationView,
): Compared => {
  const marks = AGREEMENT.marksOf(path, text, all);
  const { disagreements } = AGREEMENT.compared(marks, labels);
  const open = AGREEMENT.unsettled(marks, disagreements).length;
  const result = { uri, path, disagreements: disagreements.length, open, isGold: status === 'gold' };
  return { labels, counts: AGREEMENT.countsOf(marks, labels), result };
};
