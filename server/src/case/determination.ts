import type { Determination, Letter } from '../letter/model.ts';
import type { Leaf } from '../text/span.ts';

/**
 * The outcome of the whole letter: the cover page's word where there is one, else what the issues add up to. Null where
 * an issue has no readable decision, or there is no issue. Its span is the cover's word, else all from the first decision
 * to the last.
 */
export const determinationOf = (letter: Letter): Leaf<Determination> | null => {
  const cover = letter.cover?.determination;
  if (cover?.value) return { value: cover.value, span: (cover.printed ?? cover).span };
  const decisions = letter.issues.map((issue) => issue.decision);
  const first = decisions[0];
  const last = decisions.at(-1);
  if (!first || !last || decisions.some((decision) => !decision?.value)) return null;
  const words = new Set(decisions.map((decision) => decision?.value));
  const value = words.size === 1 && first.value !== 'modified' ? first.value : 'partially-overturned';
  return value && { value, span: { start: first.span.start, end: last.span.end } };
};
