import { editionsOf, type Guideline, guideline } from './guidelines.ts';

/** Which edition of a chapter was in force on a date. */
export interface EditionAt {
  /** Null where none was, or none is known to have been. */
  readonly edition: Guideline | null;
  /** Was it the edition asked about? Null where the tables do not know when that one was in force. */
  readonly current: boolean | null;
  /**
   * The date lies within four months after a change. The adoption orders turn on the date of the request or of the
   * treatment, which comes before that of the decision: near a change nothing can be said.
   */
  readonly nearChange: boolean;
}

/** Around a change of edition nothing can be said of a letter's dates. */
export const MONTHS_OF_DOUBT = 4;

/** An ISO date `months` later, the day kept; good enough for a margin. */
export const monthsLater = (date: string, months: number): string => {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const year = Number(date.slice(0, 4)) + Math.floor(month / 12);
  return `${String(year)}-${String((month % 12) + 1).padStart(2, '0')}${date.slice(7)}`;
};

const holds = ({ from }: Guideline, date: string): boolean => from !== null && from <= date;

/**
 * The edition of the same chapter as guideline `id` that the schedule held on an ISO date (YYYY-MM-DD). Null where the
 * guideline is unknown or lies outside the schedule.
 */
export const editionAt = (id: string, date: string): EditionAt | null => {
  const asked = guideline(id);
  if (asked?.scheme !== 'MTUS') return null;
  const editions = editionsOf(asked.series);
  const edition = editions.findLast((each) => holds(each, date) && (!each.to || date <= each.to)) ?? null;
  const changes = editions.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  return {
    edition,
    current: asked.from === null ? null : edition === asked,
    nearChange: changes.some((day) => day <= date && date <= monthsLater(day, MONTHS_OF_DOUBT)),
  };
};
