import { findDates } from '../../letter/dates.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { flowOf, sourceSpan } from '../../text/flow.ts';
import { matchesOf } from '../../text/matching.ts';
import type { Leaf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { printedLike } from './dates.ts';

/**
 * The summary names one denial by utilization review, and the case table gives it another day of about that time.
 *
 *     UR Denial Date: 11/09/2016 … A utilization review report dated November 15, 2016
 *
 * Silent where the summary names the day of the table too, or several reviews.
 */
export const crossCheckReviewDate: Check = {
  code: 'cross-check.review-date',
  title: 'The date of the utilization review differs between case table and summary.',
  severity: 'information',
  category: 'cross-check',
  run: (letter) => {
    const table = letter.header?.fields.utilizationReview;
    if (!table?.value || !table.printed || !letter.summary?.text) return [];
    const dates = datesIn(letter);
    const [date, ...more] = dates;
    if (!date || more.some(({ iso }) => iso !== date.iso) || date.iso === table.value) return [];
    if (daysBetween(date.iso, table.value) > SAME_TIME) return [];
    const told = quoted(date.printed);
    const reading = printedLike(date.printed, table.value);
    const problem: Found = {
      span: date.span,
      message: `The summary dates the utilization review ${told}, the case table ${quoted(table.printed.value)}.`,
      related: [{ span: table.printed.span, message: 'The date of the denial in the case table' }],
      ...(reading !== null && { reading }),
    };
    return [problem];
  },
};

/** Reviews farther apart are different ones, in days. */
const SAME_TIME = 14;
const REVIEW =
  /\butilization review(?: report| determination| denial| decision| letter)?,? (?:dated|of|on|from)(?= )|\bon (?=[^.]{6,20},? (?:the )?utilization review\b)/gi;
/** How far before the name the date may begin, and end behind it. */
const BEFORE = 32;
const BEHIND = 48;
const REACH = 24;

interface ReviewDate {
  readonly iso: string;
  readonly printed: string;
  readonly span: Found['span'];
}

const datesIn = (letter: Letter): readonly ReviewDate[] => {
  const text = letter.summary?.text;
  if (!text) return [];
  const places = namesIn(text.value);
  return flatMap(places, (place, i) => {
    // What stands before it belongs to it only where it is not behind the one before.
    const start = Math.max(place - BEFORE, i === 0 ? 0 : (places[i - 1] ?? 0) + BEFORE);
    return datesNear(letter, text, start, place + BEHIND);
  });
};

/** Where the review is named, with capitals or without. */
const namesIn = (text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(FIRST); at >= 0; at = text.indexOf(FIRST, at + FIRST.length))
    if (SECOND.test(text.slice(at + FIRST.length, at + FIRST.length + SECOND_LENGTH))) places.push(at - 1);
  return places;
};
/** The first word without its first letter, and the second. */
const FIRST = 'tilization ';
const SECOND = /^review$/i;
const SECOND_LENGTH = 6;

const datesNear = (letter: Letter, text: Leaf<string>, start: number, end: number): readonly ReviewDate[] => {
  const near = text.value.slice(start, end);
  return flatMap(matchesOf(REVIEW, near), (match) => {
    const from = match.index + match[0].length;
    const [date] = findDates(text.value.slice(start + from, start + from + REACH));
    if (!date?.value || date.start > 1) return [];
    const [first, last] = [start + from + date.start, start + from + date.end];
    const span = sourceSpan(flowOf(letter, text.span.start, text.span.end), first, last);
    return [{ iso: date.value, printed: text.value.slice(first, last), span }];
  });
};

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
