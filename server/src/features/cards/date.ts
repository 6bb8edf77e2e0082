import { findDates } from '../../letter/dates.ts';
import type { HeaderFieldId, Letter } from '../../letter/model.ts';
import { touches } from '../../text/span.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { counted } from '../words.ts';
import { nearby } from './near.ts';
import { type Place, spanInLetter } from './place.ts';

/** A date: its ISO form, what it is the date of, and the days to the letter's decision. */
export const dateCard: CardProvider = (place): Card | null => {
  const date = dateAt(place);
  if (!date) return null;
  const { printed, iso, span } = date;
  return {
    span,
    lines: [
      [{ strong: iso }, namesOf(place, iso)],
      decisionLine(place.letter, iso),
      SHORT_YEAR.test(printed) ? ['The century is assumed: two digits of the year are printed'] : [],
    ],
  };
};

/** No date is printed longer. */
const REACH = 60;
const SHORT_YEAR = /\D\d{2}$/;

const dateAt = (place: Place) => {
  if (!place.prose) return null;
  const { flow, at } = place.prose;
  const { start: from, end: to } = nearby(flow.text, at, REACH);
  const near = flow.text.slice(from, to);
  const date = findDates(near).find(({ start, end }) => from + start <= at && at <= from + end);
  const span = date && spanInLetter(place, from + date.start, from + date.end);
  return span && date.value ? { printed: near.slice(date.start, date.end), iso: date.value, span } : null;
};

const NAMES = {
  injury: 'date of injury',
  utilizationReview: 'date of the utilization review decision',
  applicationReceived: 'day the application for review was received',
  assigned: 'day the case was assigned',
  decision: 'decision date of this letter',
} as const satisfies Partial<Record<HeaderFieldId, string>>;

/** What the case table says of the day, wherever it is printed. */
const namesOf = ({ letter, offset }: Place, iso: string): string => {
  const names = Object.entries(NAMES).filter(([id]) => letter.header?.fields[id as HeaderFieldId]?.value === iso);
  const { injuryDate = null } = letter.summary ?? {};
  const told = injuryDate && touches(injuryDate.span, offset) ? [NAMES.injury] : [];
  const all = [...new Set([...told, ...names.map(([, name]) => name)])];
  return all.length > 0 ? `: ${all.join(', ')}` : '';
};

const DAY = 86_400_000;

const decisionLine = ({ header }: Letter, iso: string): CardLine => {
  const decision = header?.fields.decision?.value;
  if (!decision) return [];
  const days = Math.round((Date.parse(decision) - Date.parse(iso)) / DAY);
  if (!Number.isFinite(days) || days === 0) return [];
  return [`${counted(Math.abs(days), 'day')} ${days > 0 ? 'before' : 'after'} the decision of ${decision}`];
};
