import { type CompletionItem, type CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { foldText } from '../../facts/phrases.ts';
import type { Letter } from '../../letter/model.ts';
import { reflow } from '../../text/flow.ts';
import { lineAt } from '../../text/lines.ts';
import { printable } from '../../text/printable.ts';
import { rangeOf } from '../range.ts';

/** Something that may be written: the text itself, and what is told beside it. */
export interface Offer {
  readonly text: string;
  readonly detail?: string;
  /** Written behind the text: the blank between a label and its value. */
  readonly tail?: string;
}

/** What belongs in a slot. */
export interface Offers {
  /** Where the phrase begins that is being typed; it may begin on an earlier line. */
  readonly start: number;
  readonly kind: CompletionItemKind;
  /** In the order in which they are shown. */
  readonly offers: readonly Offer[];
}

/**
 * The offers that go on from what is typed between their start and the offset, as edits that replace it. An edit may take
 * one line only, so of a phrase that begins on an earlier line just the rest is written.
 */
export const itemsOf = (letter: Letter, offset: number, { start, kind, offers }: Offers): readonly CompletionItem[] => {
  const typed = reflow(letter, { start, end: offset });
  const lineStart = letter.lines.starts[lineAt(letter.lines, offset)] ?? 0;
  const from = start >= lineStart ? start : (letter.lines.contentStarts[lineAt(letter.lines, offset)] ?? lineStart);
  const here = start >= lineStart ? typed : reflow(letter, { start: from, end: offset });
  const written = typed.length - here.length;
  const blank = from === start && ':,'.includes(letter.text.charAt(start - 1) || ' ') ? ' ' : '';
  const range = rangeOf(letter, { start: Math.min(from, offset), end: offset });
  const fitting = offers.filter(({ text }) => (written > 0 ? isPrefix(text, typed) : goesOn(text, typed)));
  const nearer = fitting.filter(({ text }) => begins(text, typed));
  // What begins as typed comes before what has it for a later word.
  return [...nearer, ...fitting.filter((offer) => !nearer.includes(offer))].map(
    ({ text, detail, tail = '' }, index) => ({
      label: text.trim(),
      kind,
      ...(detail && { detail: printable(detail, 120) }),
      sortText: String(index).padStart(4, '0'),
      // An editor compares what is typed with this: an `&` for an `and` must not lose the item.
      filterText: written > 0 || goesOnAsPrinted(text, typed) ? text.slice(written) : `${typed} ${text}`,
      insertTextFormat: InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range, newText: `${blank}${text.slice(written)}${tail}` },
    }),
  );
};

const isPrefix = (text: string, typed: string): boolean => text.toLowerCase().startsWith(typed.toLowerCase());

const goesOnAsPrinted = (text: string, typed: string): boolean =>
  ` ${text.toLowerCase()}`.includes(` ${typed.toLowerCase()}`);

/** Does the text begin with what is typed? Case, hyphens, commas and `&` for `and` are no difference. */
export const begins = (text: string, typed: string): boolean => foldText(text).startsWith(foldText(typed));

/** Does what is typed begin one of the text's words, the first or a later one? */
export const goesOn = (text: string, typed: string): boolean => ` ${foldText(text)}`.includes(` ${foldText(typed)}`);
