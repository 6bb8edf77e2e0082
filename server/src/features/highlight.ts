import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { rangeOf } from './range.ts';
import { mentionsAbout, subjectsAt } from './subjects.ts';

/**
 * Where a letter names what is named at an offset. Citations are drawn as editors draw the places where a variable is
 * set, mentions in prose as those where it is read. Null where nothing is named, so that the editor does as it is used to.
 */
export const highlight = (letter: Letter, offset: number): readonly DocumentHighlight[] | null => {
  const subjects = subjectsAt(letter, offset);
  if (subjects.size === 0) return null;
  return mentionsAbout(letter, subjects).map(({ span, citation }) => ({
    range: rangeOf(letter, span),
    kind: citation ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
};
