import { type Flow, flowOf, type Source, sourceSpan } from '../text/flow.ts';
import type { Span } from '../text/span.ts';
import type { Mark, Summary } from './model.ts';
import { findAge, findInjuryDate, findSex } from './people.ts';

/** How a summary is introduced: its first words, and what ends the introduction. */
const INTRODUCTIONS: readonly { readonly opens: RegExp; readonly ends: string }[] = [
  { opens: /^The expert reviewer (?:has )?developed/i, ends: 'records:' },
  { opens: /^The expert reviewer (?:has )?developed/i, ends: ':' },
  { opens: /^.{0,12}reviewer developed the following/i, ends: ':' },
];
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
    age: findAge(flow, start),
    sex: findSex(flow, start),
    injuryDate: findInjuryDate(flow, start),
  };
};

const introductionEnd = (flow: Flow): number => {
  const head = flow.text.slice(0, LONGEST_INTRODUCTION);
  for (const { opens, ends } of INTRODUCTIONS) {
    if (!opens.test(head)) continue;
    const at = head.indexOf(ends);
    if (at < 0) continue;
    const start = at + ends.length;
    return flow.text.charCodeAt(start) === 32 ? start + 1 : start;
  }
  return 0;
};
