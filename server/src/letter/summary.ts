import { type Flow, flowOf, type Source, sourceSpan } from '../text/flow.ts';
import type { Span } from '../text/span.ts';
import { findDates } from './dates.ts';
import type { Mark, Summary } from './model.ts';
import { readPatient } from './people.ts';

/** How a summary is introduced: its first words, and where the introduction ends in the text that begins with them. */
const INTRODUCTIONS: readonly { readonly opens: RegExp; readonly end: (head: string) => number }[] = [
  {
    opens: /^.{0,16}reviewer (?:has )?developed the/i,
    end: (head) => endOf(head, 'records:') ?? endOf(head, ':') ?? 0,
  },
  // The notice of 2013 quotes the utilization review behind this line, which ends in the review's date.
  { opens: /^Disclaimer: The following case summary was taken/i, end: (head) => findDates(head)[0]?.end ?? 0 },
];
const endOf = (text: string, words: string): number | null =>
  text.includes(words) ? text.indexOf(words) + words.length : null;
const LONGEST_INTRODUCTION = 260;

/** The summary section: `bodyStart` follows its heading, `section` is the whole section. */
export const readSummary = (source: Source, heading: Mark | null, bodyStart: number, section: Span): Summary => {
  const flow = flowOf(source, bodyStart, section.end);
  const start = introductionEnd(flow);
  const value = flow.text.slice(start);
  return {
    heading,
    span: section,
    text: value ? { value, span: sourceSpan(flow, start, flow.text.length) } : null,
    ...readPatient(flow, start),
  };
};

const introductionEnd = (flow: Flow): number => {
  const head = flow.text.slice(0, LONGEST_INTRODUCTION);
  const end = INTRODUCTIONS.find(({ opens }) => opens.test(head))?.end(head) ?? 0;
  let start = end;
  while (end > 0 && /[\s.:]/.test(flow.text.charAt(start))) start++;
  return start;
};
