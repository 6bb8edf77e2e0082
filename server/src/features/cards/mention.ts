import {
  eraAt,
  type Guideline,
  guideline,
  linkOfStatute,
  odgChapters,
  otherSource,
  sectionOfRegulation,
} from '../../facts/index.ts';
import { printable } from '../../text/printable.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { citedAt, citedLines } from './cited.ts';
import { editionName, governingDate } from './dates.ts';
import { adoption } from './guideline.ts';
import { foundByPattern } from './near.ts';
import { type Place, spanInLetter } from './place.ts';
import { sureWords } from './sure.ts';

const SCHEDULE = /(?<!Non[- ])\b(?:Medical Treatment Utilization Schedule(?: \(MTUS\))?|MTUS)\b/g;
const OUTSIDE = /\bNon[- ] ?MTUS\b/g;
const ODG =
  /\b(?:(?:[Oo]fficial [Dd]isability|OFFICIAL DISABILITY) (?:[Gg]uidelines?|GUIDELINES?)(?: \(ODG\))?|ODG)\b/g;

/** A guideline work named in running text, `the MTUS states`: what it is, and which of its guidelines are cited there. */
export const mentionCard: CardProvider = (place): Card | null => {
  const schedule = foundByPattern(place, SCHEDULE);
  if (schedule) return { span: schedule.span, lines: scheduleLines(place) };
  const outside = foundByPattern(place, OUTSIDE);
  if (outside) return { span: outside.span, lines: outsideLines() };
  const work = guideline('odg/guide');
  const odg = work && foundByPattern(place, ODG);
  return odg ? { span: odg.span, lines: odgLines(place, work) } : odgChapterCard(place);
};

const scheduleLines = (place: Place): readonly CardLine[] => {
  const date = governingDate(place.letter);
  const era = date && eraAt(date.iso);
  const first = sectionOfRegulation('9792.20');
  const presumed = otherSource('lc-4604-5');
  return [
    [
      { strong: 'Medical Treatment Utilization Schedule (MTUS)' },
      ': the guidelines of treatment that California adopted',
    ],
    first
      ? ['Title 8 of the California Code of Regulations, from ', { text: first.citation, url: first.link }, ' on']
      : [],
    presumed ? [{ text: 'Labor Code 4604.5', url: linkOfStatute('4604.5') }, `: ${presumed.about}`] : [],
    era ? [`On the ${date.name}, ${date.iso}: chronic pain by ${era.chronicPain}; body parts by ${era.clinical}`] : [],
    ...citedLines(citedAt(place), ({ scheme }) => scheme === 'MTUS'),
    [
      sureWords([
        { what: 'schedule', facts: [first, presumed].filter((fact) => fact !== null) },
        { what: 'what it held then', facts: era ? [era] : [] },
      ]),
    ],
  ];
};

/** What the form calls every other work: why one may be cited at all, and in which order. */
const outsideLines = (): readonly CardLine[] => {
  const search = sectionOfRegulation('9792.21.1');
  const current = search?.versions.at(-1);
  return [
    [{ strong: 'Non-MTUS' }, ': a work outside the Medical Treatment Utilization Schedule (MTUS)'],
    search && current
      ? [{ text: search.citation, url: search.link }, `, since ${current.from ?? 'the start'}: ${current.adopts}`]
      : [],
    search ? [sureWords([{ what: 'section and version', facts: [search, ...search.versions.slice(-1)] }])] : [],
  ];
};

const odgLines = (place: Place, work: Guideline): readonly CardLine[] => [
  [{ strong: work.title }, ': a commercial work, its text is not public'],
  work.note ? [`Note: ${work.note}`] : [],
  ...citedLines(citedAt(place), ({ scheme }) => scheme === 'ODG'),
  [sureWords([{ what: 'work', facts: [work] }])],
];

/** How far behind the name of the work its chapter may begin, and how far a chapter's name may reach. */
const GAP = 14;
const LONGEST = 100;

/** `ODG, Low Back Chapter`: the chapter's name behind that of the work, with a capital. */
const odgChapterCard = (place: Place): Card | null => {
  if (!place.prose) return null;
  const { flow, at } = place.prose;
  const from = Math.max(0, at - LONGEST);
  const before = flow.text.slice(from, at);
  const lead = [...before.matchAll(ODG)].at(-1);
  if (!lead) return null;
  const begin = from + lead.index + lead[0].length;
  const chapter = odgChapters(flow.text.slice(begin, at + LONGEST))[0];
  if (!chapter || chapter.start > GAP || begin + chapter.start > at || at > begin + chapter.end) return null;
  const printed = flow.text.slice(begin + chapter.start, begin + chapter.end);
  const span = /^\p{Lu}/u.test(printed) ? spanInLetter(place, begin + chapter.start, begin + chapter.end) : null;
  return span && { span, lines: chapterLines(chapter.chapter, printed) };
};

const chapterLines = (chapter: Guideline, printed: string): readonly CardLine[] => [
  [{ strong: editionName(chapter) }, `: a chapter of the ${chapter.work ?? 'work'}`],
  printed === chapter.title ? [] : [`Printed “${printable(printed)}”`],
  adoption(chapter),
  chapter.note ? [`Note: ${chapter.note}`] : [],
  [sureWords([{ what: 'chapter', facts: [chapter] }])],
];
