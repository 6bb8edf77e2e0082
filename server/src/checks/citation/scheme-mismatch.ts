import { editionAt, guideline as guidelineOf, matchChapterAt, odgChapters, sourcesIn } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { type Cited, citedIn } from './reading.ts';
import { editionName } from './wording.ts';

/**
 * A work outside the schedule cited as `MTUS`, or a chapter of the schedule cited as `Non-MTUS`.
 *
 *     Decision based on MTUS Official Disability Guidelines, Pain Chapter.
 *     Decision based on Non-MTUS Citation Low Back Complaints 2004.
 *
 * A chapter counts as one of the schedule only where the letter says so itself, or its dates show that the schedule held
 * that edition then.
 */
export const citationSchemeMismatch: Check = {
  code: 'citation.scheme-mismatch',
  title: 'A citation says MTUS of a work outside the schedule, or Non-MTUS of one in it.',
  severity: 'information',
  category: 'citation',
  run: (letter) =>
    flatMap(citedIn(letter), (cited) => {
      const message = notOfSchedule(cited) ?? ofSchedule(letter, cited);
      if (message === null) return [];
      const { item } = cited.issue;
      const related = item ? [{ span: item.span, message: 'The treatment it is cited for' }] : [];
      const problem: Found = { span: (cited.citation.guideline ?? cited.citation).span, message, related };
      return [problem];
    }),
};

/** How the other works of the form open. */
const OUTSIDE = /^Decision based on Non[ -]?MTUS(?: Citations?)?[ :]*/i;
const OWN_NAME = /^(?:the )?(?:CA |California )?MTUS\b[ :,-]*(?:guidelines?[ :,-]*)?/i;

const notOfSchedule = ({ citation, found }: Cited): string | null => {
  const title = citation.guideline?.value;
  if (citation.scheme !== 'MTUS' || title === undefined) return null;
  if (found) {
    const { guideline } = found;
    if (guideline?.scheme !== 'ACOEM' || guideline.chapter === null || guideline.confidence === 'low') return null;
    return `${quoted(title)} is cited as MTUS, but the schedule never adopted ${editionName(guideline)}.`;
  }
  const work = odgChapters(title)[0];
  if (work && OFFICIAL.test(title))
    return `${quoted(title)} is cited as MTUS, but this work lies outside the schedule.`;
  const source = sourcesIn(title)[0];
  const begins = source && [source.name, ...source.forms].some((name) => startsWith(title, name));
  return begins ? `${quoted(title)} is cited as MTUS, but “${source.name}” lies outside the schedule.` : null;
};

const OFFICIAL = /^(?:the )?(?:Official Disability Guidelines?|ODG)\b/i;

const startsWith = (title: string, name: string): boolean =>
  title.slice(0, name.length).toLowerCase() === name.toLowerCase() && !/^\w/.test(title.slice(name.length));

const ofSchedule = (letter: Letter, { citation }: Cited): string | null => {
  const lead = OUTSIDE.exec(citation.text);
  if (!lead || citation.scheme === 'MTUS') return null;
  const cited = citation.text.slice(lead[0].length);
  const named = OWN_NAME.exec(cited)?.[0].length ?? 0;
  const match = matchChapterAt(cited, named);
  const edition = match && guidelineOf(match.guidelineId);
  if (!match || edition?.scheme !== 'MTUS') return null;
  const printed = quoted(cited.slice(named, named + match.length));
  if (named > 0) return `${printed} is cited as Non-MTUS and as MTUS at once; it is a chapter of the schedule.`;
  const date = letter.header?.fields.utilizationReview?.value ?? letter.header?.fields.decision?.value;
  const at = date ? editionAt(edition.id, date) : null;
  const year = cited.slice(match.length, match.length + YEAR_WITHIN);
  if (!date || !at || at.current !== true || at.nearChange) return null;
  if (!edition.years.some((each) => year.includes(String(each)))) return null;
  return `${printed} is cited as Non-MTUS, but the schedule held ${editionName(edition)} on ${date}.`;
};

/** How far behind a title its year stands at most. */
const YEAR_WITHIN = 8;
