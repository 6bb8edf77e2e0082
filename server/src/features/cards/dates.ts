import type { EditionAt, Guideline } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import type { CardLine } from '../card.ts';

/** The date of the letter that comes nearest to the request: which edition governs turns on that. */
export interface GoverningDate {
  readonly name: string;
  readonly iso: string;
}

/** The day of the utilization review, else of the decision; null where the letter has no header or cannot be read. */
export const governingDate = ({ header }: Letter): GoverningDate | null => {
  const review = header?.fields.utilizationReview?.value;
  if (review) return { name: 'UR denial date', iso: review };
  const decision = header?.fields.decision?.value;
  return decision ? { name: 'decision date', iso: decision } : null;
};

/** `Chronic Pain Medical Treatment (2009)`. */
export const editionName = ({ title, years }: Guideline): string => (years[0] ? `${title} (${years[0]})` : title);

/** When the schedule held the guideline, and when it was published. Empty for works outside of it. */
export const whenLine = ({ scheme, from, to, published }: Guideline): CardLine => {
  if (scheme !== 'MTUS') return [];
  const held = from ? (to ? `In the schedule from ${from} to ${to}` : `In the schedule since ${from}`) : UNKNOWN;
  // The title bears the year already.
  return [published && published.length > YEAR && published !== from ? `${held}; published ${published}` : held];
};

const UNKNOWN = 'When the schedule adopted it is not known';
const YEAR = 4;

/**
 * Was it in force at the letter's date? Near a change this is told as information only, since the orders of adoption turn
 * on the day of the request or treatment. Empty without a date, or where the tables do not know.
 */
export const inForceLine = (guideline: Guideline, at: EditionAt | null, date: GoverningDate | null): CardLine => {
  if (!at || !date || at.current === null) return [];
  const day = `On the ${date.name}, ${date.iso},`;
  const other = at.edition && at.edition !== guideline ? editionName(at.edition) : null;
  if (at.nearChange) {
    const state = at.current
      ? 'it had been in force for a short time'
      : `${other ?? 'no edition of it'} had just taken over`;
    return [`${day} ${state}; the date of the request decides which edition governs`];
  }
  if (at.current) return [`${day} it was in force`];
  return [`${day} it was not in force${other ? `: the schedule held ${other}` : ''}`];
};
