import { type Case, toCase } from '../case/index.ts';
import type { Problem } from '../checks/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import type { ProblemCounts, TextDocumentContent } from '../protocol.ts';
import { parentOf } from './folders.ts';
import { correctionsIn, judged, type Terms } from './judged.ts';
import type { Service } from './service.ts';

/** A letter with what is told of it elsewhere than in its document. */
export interface LookedAt {
  readonly placed: PlacedLetter;
  readonly record: Case;
  /** Those that no note silences. */
  readonly problems: readonly Problem[];
}

/** The letters of a document under its settings and notes. */
export const lookedAt = (
  { uri, letters }: { readonly uri: string; readonly letters: readonly PlacedLetter[] },
  terms: Terms,
): readonly LookedAt[] =>
  judged({ letters }, terms).map((one) => ({
    placed: one.placed,
    record: toCase(one.placed, uri, correctionsIn(one, { letters }, terms)),
    problems: one.verdict.shown,
  }));

/**
 * The letters of a text that need not be open, read for one question and let go. Settings are those of its folder, so that a
 * thousand documents beside each other ask the editor for them once.
 */
export const lookAt = async (
  service: Pick<Service, 'settings' | 'notes' | 'documents'>,
  { uri, text }: TextDocumentContent,
): Promise<readonly LookedAt[]> => {
  const settings = await service.settings.of(parentOf(uri) ?? uri);
  const { notes } = await service.notes.of(uri);
  if (!service.documents.get(uri)) service.notes.forget(uri);
  return lookedAt({ uri, letters: parse(text) }, { settings, notes });
};

export const countsOf = (problems: readonly Problem[]): ProblemCounts => {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
};
