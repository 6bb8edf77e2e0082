import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';

/**
 * The dates of the case table come in one order: injury, denial by utilization review, application, assignment to the
 * reviewer, decision.
 *
 *     Date of Injury: 04/12/2016 … UR Denial Date: 03/30/2016
 *
 * No letter that was read departs from it. Where one date alone is out of order, that one is marked, else the later field
 * of the pair.
 */
export const structureDateOrder: Check = {
  code: 'structure.date-order',
  title: 'The dates of the case table are not in the order of events.',
  severity: 'warning',
  category: 'structure',
  run: (letter) => {
    const dates = datesOf(letter);
    const later = dates.findIndex((date, i) => i > 0 && date.iso < (dates[i - 1]?.iso ?? ''));
    return later < 0 ? [] : [problemOf(dates, culpritOf(dates) ?? later)];
  },
};

interface Dated {
  readonly name: string;
  readonly iso: string;
  readonly span: Span;
}

/** In the order of events. */
const EVENTS = [
  ['injury', 'date of injury'],
  ['utilizationReview', 'date of the denial'],
  ['applicationReceived', 'date of the application'],
  ['assigned', 'date of the assignment'],
  ['decision', 'date of the decision'],
] as const;

const datesOf = ({ header }: Letter): readonly Dated[] =>
  flatMap(EVENTS, ([id, name]) => {
    const field = header?.fields[id];
    return field?.value && field.printed ? [{ name, iso: field.value, span: field.printed.span }] : [];
  });

const isOrdered = (dates: readonly Dated[]): boolean =>
  dates.every((date, i) => i === 0 || (dates[i - 1]?.iso ?? '') <= date.iso);

/** The one date without which the others are in order; null where there are several such, or none. */
const culpritOf = (dates: readonly Dated[]): number | null => {
  const culprits = flatMap(dates, (_, i) => (isOrdered(dates.filter((__, j) => j !== i)) ? [i] : []));
  return culprits.length === 1 ? (culprits[0] ?? null) : null;
};

const problemOf = (dates: readonly Dated[], index: number): Found => {
  const wrong = dates[index];
  const before = dates.slice(0, index).find(({ iso }) => iso > (wrong?.iso ?? ''));
  const after = dates.slice(index + 1).find(({ iso }) => iso < (wrong?.iso ?? ''));
  const other = before ?? after;
  const message = `The ${wrong?.name}, ${wrong?.iso}, lies ${before ? 'before' : 'behind'} the ${other?.name}, ${other?.iso}, which cannot be.`;
  return {
    span: wrong?.span ?? { start: 0, end: 0 },
    message,
    related: other ? [{ span: other.span, message: `The ${other.name}` }] : [],
  };
};
