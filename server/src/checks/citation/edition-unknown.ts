import { allGuidelines, type Guideline } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Fix, Found } from '../check.ts';
import { listed } from '../wording.ts';
import { type Cited, citedIn } from './reading.ts';
import { changeTo, inPlaceOf } from './wording.ts';

/**
 * A year that no edition of the chapter bears.
 *
 *     Low Back Complaints 2014
 *
 * Silent where the tables do not hold every edition of the chapter, and for years since which they are incomplete.
 */
export const citationEditionUnknown: Check = {
  code: 'citation.edition-unknown',
  title: 'A guideline is cited with a year of which it has no edition.',
  severity: 'information',
  category: 'citation',
  run: (letter) => flatMap(citedIn(letter), problemsIn),
  fixes: (problem, letter) => fixesOf(problem, letter),
};

/** Editions published later are not all in the tables. */
const COMPLETE_UNTIL = 2021;

const problemsIn = (cited: Cited): readonly Found[] => {
  const year = cited.citation.year;
  const guideline = cited.found?.guideline;
  if (!year || !guideline) return [];
  const editions = editionsWithout(cited, year.value);
  if (editions.length === 0) return [];
  const years = listed([...new Set(flatMap(editions, (each) => each.years))].sort((a, b) => a - b));
  const message = `No edition of ${year.value} of “${guideline.title}” is known; the schedule had this chapter in editions of ${years}.`;
  const title = cited.citation.guideline;
  const related = title ? [{ span: title.span, message: 'The chapter that is cited' }] : [];
  return [{ span: year.span, message, related }];
};

/** Every edition of the cited chapter, where they are all known and none is of the year; else empty. */
const editionsWithout = ({ citation, found }: Cited, year: number): readonly Guideline[] => {
  const guideline = found?.guideline;
  if (citation.scheme !== 'MTUS' || guideline?.scheme !== 'MTUS' || found?.near) return [];
  if (year > COMPLETE_UNTIL || guideline.years.includes(year)) return [];
  const editions = allGuidelines().filter(({ series }) => series === guideline.series);
  const known = editions.every(({ from }) => from !== null);
  // A revision that the schedule never adopted: what was cited is clear.
  const outside = allGuidelines().some(
    ({ scheme, chapter, years }) =>
      scheme === 'ACOEM' && chapter !== null && chapter === guideline.chapter && years.includes(year),
  );
  return !known || outside || editions.some(({ years }) => years.includes(year)) ? [] : editions;
};

/** The years of the editions that bear the very title. */
const fixesOf = ({ span }: Found, letter: Letter): readonly Fix[] => {
  const cited = citedIn(letter).find(({ citation }) => citation.year?.span.start === span.start);
  const { year } = cited?.citation ?? {};
  if (!cited || !year) return [];
  const title = cited.found?.guideline?.title;
  return flatMap(
    editionsWithout(cited, year.value).filter((edition) => edition.title === title),
    ({ years: [own] }) => (own === undefined ? [] : [String(own)]),
  ).map((own) => changeTo(own, inPlaceOf(span, own)));
};
