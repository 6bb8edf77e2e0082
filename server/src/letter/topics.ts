import { matchTopicAt } from '../facts/index.ts';
import { type Flow, sourceSpan } from '../text/flow.ts';
import type { Leaf } from '../text/span.ts';
import { trimEndOf } from '../text/trim.ts';

/** What may stand between two topics of a list. */
const BETWEEN = /[\s,;:().-]/;

/**
 * The topics listed in [start, end) of a flow: known ones whole, longest first, since topics hold commas, colons and
 * parentheses; an unknown one up to the next comma. Values are as printed.
 */
export const readTopics = (
  flow: Flow,
  start: number,
  end: number,
  guidelineId: string | null,
): readonly Leaf<string>[] => {
  const text = flow.text.slice(0, end);
  const topics: Leaf<string>[] = [];
  let at = start;
  while (at < end) {
    while (at < end && BETWEEN.test(text.charAt(at))) at++;
    if (at >= end) break;
    const stop = topicEnd(text, at, guidelineId);
    const value = trimEndOf(text.slice(at, stop), ' ,;.');
    if (value) topics.push({ value, span: sourceSpan(flow, at, at + value.length) });
    at = Math.max(stop, at + 1);
  }
  return topics;
};

const topicEnd = (text: string, at: number, guidelineId: string | null): number => {
  const known = matchTopicAt(text, at, guidelineId) ?? (guidelineId ? matchTopicAt(text, at, null) : null);
  if (known) return at + known.length;
  const comma = text.indexOf(', ', at);
  return comma >= 0 ? comma : text.length;
};
