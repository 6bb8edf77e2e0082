import type { Determination, Letter } from '../letter/model.ts';
import type { Span } from '../text/span.ts';

/**
 * The outcome of the whole letter: the cover page's word where there is one, else what the issues add up to. Null where
 * nothing is decided, or an unreadable decision leaves it open. Its span is the cover's word, else the first decision's
 * where all agree; a mixed outcome is printed nowhere and has none.
 */
export const determinationOf = (
  letter: Letter,
): { readonly value: Determination; readonly span: Span | null } | null => {
  const cover = letter.cover?.determination;
  if (cover?.value) return { value: cover.value, span: (cover.printed ?? cover).span };
  const decisions = letter.issues.map((issue) => issue.decision);
  const words = new Set(decisions.map((decision) => decision?.value ?? null));
  if (words.has('modified') || (words.has('upheld') && words.has('overturned')))
    return { value: 'partially-overturned', span: null };
  const [first] = decisions;
  return words.size === 1 && first?.value && first.value !== 'modified'
    ? { value: first.value, span: first.span }
    : null;
};
