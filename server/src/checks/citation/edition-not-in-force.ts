import { editionAt, type Guideline, guideline, MONTHS_OF_DOUBT, monthsLater } from '../../facts/index.ts';
import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { type Cited, citedIn } from './reading.ts';
import { editionName } from './wording.ts';

/**
 * An edition that the schedule did not hold at the dates of the letter: adopted after the decision, or replaced long
 * before the review.
 *
 *     Date of UR Decision: 3/2/2017 … Chronic Pain Medical Treatment 2009
 *
 * The orders of adoption turn on the date of the request or of the treatment, which the letter does not print. So nothing
 * is said near a change, in a letter without dates, or of treatment already given.
 */
export const citationEditionNotInForce: Check = {
  code: 'citation.edition-not-in-force',
  title: "A cited edition was not in force at the letter's dates.",
  severity: 'information',
  category: 'citation',
  run: (letter) => flatMap(citedIn(letter), (cited) => problemsIn(letter, cited)),
};

interface Dated {
  readonly name: string;
  readonly iso: string;
  readonly span: Span;
}

/** Where only the decision is dated: reviews took up to a year in the first years. */
const MONTHS_OF_REVIEW = 12;

const problemsIn = (letter: Letter, cited: Cited): readonly Found[] => {
  const { citation } = cited;
  const edition = editionOf(cited);
  if (!citation.year || !edition || edition.confidence === 'low') return [];
  const told = adoptedLater(letter, edition) ?? replacedBefore(letter, cited.issue, edition);
  if (!told) return [];
  const related = [{ span: told.date.span, message: `The ${told.date.name}` }];
  return [{ span: citation.year.span, message: `${editionName(edition)} ${told.how}.`, related }];
};

/** The edition of the cited year: one of the title, else the only one of the chapter, which may bear another title. */
const editionOf = ({ citation: { scheme, year }, found }: Cited): Guideline | null => {
  if (scheme !== 'MTUS' || !year || !found?.guideline || found.near) return null;
  if (found.guideline.years.includes(year.value)) return found.guideline;
  const [other, ...more] = found.alternatives;
  return other !== undefined && more.length === 0 ? guideline(other) : null;
};

interface Told {
  readonly how: string;
  readonly date: Dated;
}

const adoptedLater = (letter: Letter, { from }: Guideline): Told | null => {
  const date = dateIn(letter, 'decision');
  if (!date || from === null || from <= monthsLater(date.iso, MONTHS_OF_DOUBT)) return null;
  return { how: `came into the schedule on ${from}, after the decision of ${date.iso}`, date };
};

const replacedBefore = (letter: Letter, issue: Issue, { id, to }: Guideline): Told | null => {
  const review = dateIn(letter, 'utilizationReview');
  const date = review ?? dateIn(letter, 'decision');
  if (!date || to === null || isRetrospective(issue)) return null;
  if (date.iso <= monthsLater(to, review ? MONTHS_OF_DOUBT : MONTHS_OF_REVIEW)) return null;
  const at = editionAt(id, date.iso);
  if (!at || at.nearChange || at.current !== false) return null;
  const instead = at.edition ? `; then the schedule held ${editionName(at.edition)}` : '';
  return { how: `was in the schedule until ${to}, not at the ${date.name} of ${date.iso}${instead}`, date };
};

const NAMES = { decision: 'decision', utilizationReview: 'utilization review' } as const;

const dateIn = ({ header }: Letter, id: keyof typeof NAMES): Dated | null => {
  const field = header?.fields[id];
  return field?.value ? { name: NAMES[id], iso: field.value, span: field.printed?.span ?? field.span } : null;
};

/** Treatment already given falls under the edition of its own day. */
const isRetrospective = ({ item, originalRequest }: Issue): boolean =>
  /\bretro|\bdos\b|\bdates? of service\b/i.test(`${item?.value ?? ''} ${originalRequest?.value ?? ''}`);
