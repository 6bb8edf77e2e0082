import { withConfirmations } from '../annotations/confirmed.ts';
import { type Case, toCase } from '../case/index.ts';
import type { Problem } from '../checks/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import type { ProblemCounts, TextDocumentContent } from '../protocol.ts';
import { toldTo } from './annotations-standing.ts';
import type { AnnotationView } from './annotations-view.ts';
import { parentOf } from './folders.ts';
import { correctionsIn, judged, type Terms } from './judged.ts';
import type { Service } from './service.ts';

/** A letter with what is told of it elsewhere than in its document. */
export interface LookedAt {
  readonly placed: PlacedLetter;
  readonly record: Case;
  /** Those that no note silences. */
  readonly problems: readonly Problem[];
  readonly silenced: number;
}

interface Read extends TextDocumentContent {
  readonly letters: readonly PlacedLetter[];
}

/** The letters of a document under its settings and notes, with what people say of their values, as far as `author` may know. */
export const lookedAt = (
  { uri, text, letters }: Read,
  terms: Terms,
  { open, labels }: Pick<AnnotationView, 'open' | 'labels'>,
  author: string | null,
): readonly LookedAt[] => {
  const all = judged({ letters }, terms);
  const records = all.map((one) => toCase(one.placed, uri, correctionsIn(one, { letters }, terms)));
  return withConfirmations(records, text, toldTo(author, open, terms.settings), labels).flatMap((record, i) => {
    const one = all[i];
    if (!one) return [];
    const { shown, silenced } = one.verdict;
    return [{ placed: one.placed, record, problems: shown, silenced: silenced.length }];
  });
};

/**
 * What holds for a document that need not be open, and nothing is kept of one that is not. Settings are those of its folder,
 * so that a thousand documents beside each other ask the editor for them once.
 */
export const termsInPassing = async (
  service: Pick<Service, 'settings' | 'notes' | 'documents'>,
  uri: string,
): Promise<Terms> => {
  const settings = await service.settings.of(parentOf(uri) ?? uri);
  const { notes } = await service.notes.of(uri);
  if (!service.documents.get(uri)) service.notes.forget(uri);
  return { settings, notes };
};

/** The letters of a text that need not be open, read for one question and let go. */
export const lookAt = async (
  service: Pick<Service, 'settings' | 'notes' | 'annotations' | 'documents'>,
  { uri, text }: TextDocumentContent,
  author: string | null = null,
): Promise<readonly LookedAt[]> => {
  const terms = await termsInPassing(service, uri);
  const view = await service.annotations.of(uri);
  if (!service.documents.get(uri)) service.annotations.drop(uri);
  return lookedAt({ uri, text, letters: parse(text) }, terms, view, author);
};

export const countsOf = (problems: readonly Problem[]): ProblemCounts => {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
};
