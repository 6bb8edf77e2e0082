import {
  editionAt,
  type Guideline,
  guideline as guidelineOf,
  matchChapterAt,
  matchTopicAt,
  termsOf,
  topic as topicOf,
} from '../../facts/index.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { type Cited, citedAt, citedLines } from './cited.ts';
import { editionName, type GoverningDate, governingDate, inForceLine, whenLine } from './dates.ts';
import { termLine } from './figures.ts';
import { adoption, titleLine } from './guideline.ts';
import { type Found, foundAtWord, isTitle, nearby } from './near.ts';
import type { Place } from './place.ts';
import { topicLines } from './section.ts';
import { sureWords } from './sure.ts';

/**
 * The title of a chapter or topic named in running text. Titles are made of words that every letter uses (`knee
 * complaints`), so one counts only where it is written as a title and near words that speak of guidelines.
 */
export const chapterCard: CardProvider = (place): Card | null =>
  speaksOfGuidelines(place) ? (titleCard(place) ?? topicCard(place)) : null;

const REACH = 120;
const WORDS = /\b(?:MTUS|ACOEM|ODG|Guidelines?|Schedule|Chapter|Section|guidelines?|chapter|section)\b/;

const speaksOfGuidelines = ({ prose }: Place): boolean => {
  if (!prose) return false;
  const { start, end } = nearby(prose.flow.text, prose.at, REACH);
  return WORDS.test(prose.flow.text.slice(start, end));
};

/** Titles that no other words could be: they say themselves that they are of a guideline. */
const NAMED_AS_SUCH = /^ACOEM|\bguidelines?$/i;

const titleCard = (place: Place): Card | null => {
  const found = foundAtWord(place, matchChapterAt);
  const guideline = found && guidelineOf(found.of.guidelineId);
  if (!guideline || !(isTitle(found.printed) || NAMED_AS_SUCH.test(found.printed))) return null;
  const date = governingDate(place.letter);
  const cited = citedAt(place);
  const { edition, why } = hasYear(place, found) ? { edition: guideline, why: [] } : undated(guideline, cited, date);
  return {
    span: found.span,
    lines: [
      titleLine(edition),
      why,
      adoption(edition),
      whenLine(edition),
      inForceLine(edition, date && editionAt(edition.id, date.iso), date),
      ...citedLines(cited, isMeant(edition)),
      termLine(edition),
      edition.note ? [`Note: ${edition.note}`] : [],
      [
        sureWords([
          { what: 'guideline', facts: [edition] },
          { what: 'figures', facts: termsOf(edition.id) },
        ]),
      ],
    ],
  };
};

/** The editions of the chapter that is named; of a book that is named, its chapters too. */
const isMeant =
  ({ series, title }: Guideline) =>
  (cited: Guideline): boolean =>
    cited.series === series || cited.work?.startsWith(title) === true;

const YEAR = /^[ ,(]{1,3}(?:19|20)\d{2}\b/;

const hasYear = ({ prose }: Place, { end }: Found<unknown>): boolean =>
  prose !== null && YEAR.test(prose.flow.text.slice(end, end + 8));

/** Without a year in print: the edition that is cited, else the one in force, else the one that undated letters mean. */
const undated = (
  guideline: Guideline,
  { reviewer, claimsAdministrator }: Cited,
  date: GoverningDate | null,
): { readonly edition: Guideline; readonly why: CardLine } => {
  const cited = [...reviewer, ...claimsAdministrator].find(({ series }) => series === guideline.series);
  if (cited) return { edition: cited, why: ['No year is printed; this is the edition that is cited'] };
  const inForce = date && editionAt(guideline.id, date.iso)?.edition;
  if (inForce) return { edition: inForce, why: [`No year is printed; this is the edition of the ${date.name}`] };
  return { edition: guideline, why: ['No year is printed; other editions may be meant'] };
};

/** A topic of the guidelines that are cited, else of any of the schedule. */
const topicCard = (place: Place): Card | null => {
  const { reviewer, claimsAdministrator } = citedAt(place);
  for (const id of [...new Set([...reviewer, ...claimsAdministrator].map((each) => each.id)), null]) {
    const found = foundAtWord(place, (text, at) => matchTopicAt(text, at, id));
    const topic = found && topicOf(found.of.topicId);
    const guideline = topic && guidelineOf(topic.guidelineId);
    if (!guideline || !isTitle(found.printed)) continue;
    const printed = found.printed.toLowerCase() === topic.title.toLowerCase() ? topic.title : found.printed;
    const doubt = id === null ? `The letter does not cite ${editionName(guideline)}; another work may be meant.` : null;
    return { span: found.span, lines: topicLines(topic, guideline, { printed, how: 'alias', doubt }) };
  }
  return null;
};
