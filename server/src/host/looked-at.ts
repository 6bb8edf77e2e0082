import { withConfirmations } from '../annotations/confirmed.ts';
import { type Case, toCase } from '../case/index.ts';
import type { Problem } from '../checks/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import type { ProblemCounts, TextDocumentContent } from '../protocol.ts';
import { toldTo } from './annotations-standing.ts';
import { type AnnotationView, NO_ANNOTATIONS } from './annotations-view.ts';
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

/** Who wants to know what people say of values; null where nobody has said who they are. */
export interface Asker {
  readonly author: string | null;
}

/**
 * The letters of a text that need not be open, read for one question and let go. What people say of values is looked for
 * only where there is somebody who asks for it: most of what is told of letters says nothing of it.
 */
export const lookAt = async (
  service: Pick<Service, 'settings' | 'notes' | 'annotations' | 'documents'>,
  { uri, text }: TextDocumentContent,
  asker: Asker | null,
): Promise<readonly LookedAt[]> => {
  const terms = await termsInPassing(service, uri);
  const view = asker === null ? NO_ANNOTATIONS : await service.annotations.of(uri);
  if (asker !== null && !service.documents.get(uri)) service.annotations.drop(uri);
  return lookedAt({ uri, text, letters: parse(text) }, terms, view, asker?.author ?? null);
};

export const countsOf = (problems: readonly Problem[]): ProblemCounts => {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
};
