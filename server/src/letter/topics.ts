import { longestTopicAt } from '../facts/index.ts';
import { flatMap } from '../text/flat-map.ts';
import { type Flow, sourceSpan } from '../text/flow.ts';
import { matchedLength } from '../text/matching.ts';
import type { Leaf } from '../text/span.ts';
import { trimEndOf } from '../text/trim.ts';
import type { PageRange } from './model.ts';
import { findPageLists } from './pages.ts';

/** What may stand between two topics of a list. */
const BETWEEN = /(?:[\s,;:().-]|and(?= ))*/y;
/** The same in a sentence: `section on Opioids`. */
const IN_SENTENCE = /(?:[\s,;:().-]|and(?= )|sections? on (?:the )?)*/y;

/** Where topics are looked for. */
interface Within {
  readonly guidelineId: string | null;
  /** Does nothing but topics stand there? Else a sentence may go on behind them. */
  readonly listed: boolean;
}

/**
 * The topics listed in [start, end) of a flow: known ones whole, longest first, since topics hold commas, colons and
 * parentheses; an unknown one up to the next comma outside of brackets. Values are as printed.
 */
const readTopics = (flow: Flow, start: number, end: number, within: Within): readonly Leaf<string>[] => {
  const text = flow.text.slice(0, end).trimEnd();
  const topics: Leaf<string>[] = [];
  let at = start;
  while (at < text.length) {
    at += matchedLength(within.listed ? BETWEEN : IN_SENTENCE, text, at);
    if (at >= text.length) break;
    const stop = topicEnd(text, at, within);
    const value = trimEndOf(text.slice(at, stop), ' ,;.(');
    if (value) topics.push({ value, span: sourceSpan(flow, at, at + value.length) });
    at = Math.max(stop, at + 1);
  }
  return topics;
};

const topicEnd = (text: string, at: number, { guidelineId, listed }: Within): number => {
  let stop = partEnd(text, at, guidelineId);
  while (listed && isCapital(text, at) && goesOn(text, stop, guidelineId)) stop = partEnd(text, stop + 2, guidelineId);
  return stop;
};

const partEnd = (text: string, at: number, guidelineId: string | null): number => {
  const length = longestTopicAt(text, at, guidelineId);
  if (length > 0) return at + length;
  const comma = openComma(text, at) ?? text.indexOf(', ', at);
  return comma >= 0 ? comma : text.length;
};

/** The name of a topic begins with a capital: what is small behind its comma goes on with it, unless it is a topic's name too. */
const goesOn = (text: string, comma: number, guidelineId: string | null): boolean =>
  isSmall(text.charCodeAt(comma + 2)) &&
  text.startsWith(', ', comma) &&
  !JOINS.test(text.slice(comma + 2, comma + 6)) &&
  longestTopicAt(text, comma + 2, guidelineId) === 0;

const JOINS = /^(?:and|or) /;

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** A capital, or a digit: `3.3.6 Opioids`. */
const isCapital = (text: string, at: number): boolean => /[A-Z\d]/.test(text.charAt(at));

/** An unknown topic longer than this is no topic; its brackets do not count. */
const LONGEST_TOPIC = 200;

/** The next comma outside of brackets, the text's end where they hold them all, or null where they do not close. */
const openComma = (text: string, at: number): number | null => {
  const last = Math.min(text.length, at + LONGEST_TOPIC);
  let depth = 0;
  for (let i = at; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === 40) depth++;
    else if (code === 41 && depth > 0) depth--;
    else if (depth === 0 && text.startsWith(', ', i)) return i;
  }
  return depth === 0 && last === text.length ? last : null;
};

/** What of a guideline is cited in [start, end) of a flow: topics, each list of them with its pages behind it. */
export const readTopicsAndPages = (
  flow: Flow,
  start: number,
  end: number,
  within: Within,
): { readonly sections: readonly Leaf<string>[]; readonly pages: readonly PageRange[] } => {
  const lists = findPageLists(flow, start, end);
  const stops = [...lists.map((list) => list.start), end];
  const sections = flatMap(stops, (stop, i) => readTopics(flow, lists[i - 1]?.end ?? start, stop, within));
  return { sections, pages: flatMap(lists, ({ pages }) => pages) };
};
