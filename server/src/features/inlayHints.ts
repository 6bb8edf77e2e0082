import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { positionAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { dateHints } from './inlayHints/dates.ts';
import { genericHints } from './inlayHints/generics.ts';
import { pageHints } from './inlayHints/pages.ts';

/** Something to be shown beside the letter's own text, and where: behind the character before `at`. */
export interface Hint {
  readonly at: number;
  readonly label: string;
  /** In a sentence, how sure this is or what it rests on. */
  readonly tooltip: string;
}

/** The hints of one kind within a span of the letter; the span holds whole lines. */
export type FindHints = (letter: Letter, within: Span) => readonly Hint[];

const KINDS = { dates: dateHints, generics: genericHints, pages: pageHints } satisfies Record<string, FindHints>;

/** Which kinds of hints are wanted. */
export type HintKinds = Readonly<Record<keyof typeof KINDS, boolean>>;

/**
 * What stands beside the text of a span of the letter: the ISO form of numeric dates, the generic name behind a brand, and
 * a tick or question mark behind cited pages. Only what is wanted is looked for, and only within the span. Nothing becomes
 * part of the text: the hints carry no edits, since a letter is a record.
 */
export const inlayHints = (letter: Letter, within: Span, wanted: HintKinds): readonly InlayHint[] => {
  const kinds = (Object.keys(KINDS) as (keyof HintKinds)[]).filter((kind) => wanted[kind]);
  return kinds
    .flatMap((kind) => KINDS[kind](letter, within))
    .filter(({ at }) => within.start <= at && at <= within.end)
    .sort((a, b) => a.at - b.at)
    .map(({ at, label, tooltip }) => ({
      position: positionAt(letter.lines, at),
      label,
      tooltip,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
};
