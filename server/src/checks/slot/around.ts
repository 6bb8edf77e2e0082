import { type Span, spanOf } from '../../text/span.ts';
import { Gap, type Tokens } from '../tokens.ts';

/** How far a number and what it belongs to may reach: no pattern of a slot looks further. */
const REACH = 24;

/** The text right behind a token, up to a line break: what may still be part of its number. */
export const behind = ({ text, ends }: Tokens, index: number): string => {
  const from = ends[index] ?? 0;
  return firstLine(text.slice(from, from + REACH));
};

const firstLine = (text: string): string => {
  const at = text.search(/[\r\n]/);
  return at < 0 ? text : text.slice(0, at);
};

/** What stands between a token and the next, as printed. */
export const between = ({ text, starts, ends }: Tokens, index: number): string =>
  text.slice(ends[index] ?? 0, starts[index + 1] ?? text.length);

/** Do nothing but blanks, or nothing at all, stand between a token and the one before it? */
export const isNextTo = ({ gaps }: Tokens, index: number): boolean =>
  ((gaps[index] ?? 0) & ~(Gap.blank | Gap.line)) === 0;

/** The span of the tokens [first, last]. */
export const tokenSpan = ({ starts, ends }: Tokens, first: number, last = first): Span =>
  spanOf(starts[first] ?? 0, ends[last] ?? 0);
