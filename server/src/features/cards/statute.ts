import { allSources, type OtherSource, sectionOfRegulation } from '../../facts/index.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { governingDate } from './dates.ts';
import { foundByPattern } from './near.ts';
import type { Place } from './place.ts';
import { regulationLines } from './source.ts';
import { regulationLink, sectionNumber, statuteLink } from './statute-link.ts';
import { sureWords } from './sure.ts';

const SIGN = String.raw`,? ?(?:sections? ?|§§? ?)?`;
const NUMBER = String.raw`\d{2,5}(?:\.\d{1,3}){0,3}(?:\([a-z\d]{1,4}\)){0,4}`;

/** `Labor Code 4610.6(h)`, `Lab. Code § 4600`, `LC 4610.5`. */
const STATUTE = new RegExp(String.raw`\b(?:(?:California )?Lab(?:or|\.) Code|LC)${SIGN} ?(${NUMBER})`, 'g');

/** `8 CCR 9792.10.6`, `Title 8, California Code of Regulations, section 9792.24.2`, `Cal. Code Regs. tit. 8 § 9785`. */
const REGULATION = new RegExp(
  String.raw`\b(?:8 C\.?C\.?R\.?|(?:title 8,? )?(?:California Code of Regulations|CCR)(?:,? title 8)?|Cal\. Code Regs\.,? tit\. 8)${SIGN} ?(${NUMBER})`,
  'gi',
);

/** Sections of the schedule and of utilization review are known by their bare number. */
const BARE = /(?<![\d.])(?:§ ?)?(97(?:85|92)(?:\.\d{1,2}){1,3}(?:\([a-z\d]{1,4}\)){0,4})/g;

/** A section of the Labor Code or of title 8 of the California Code of Regulations: what it is about, and its text. */
export const statuteCard: CardProvider = (place): Card | null =>
  found(place, STATUTE, statuteLines) ?? found(place, REGULATION, regulation) ?? found(place, BARE, regulation);

type Lines = (number: string, place: Place) => readonly CardLine[];

const found = (place: Place, pattern: RegExp, lines: Lines): Card | null => {
  const match = foundByPattern(place, pattern);
  const number = sectionNumber(match?.of[1] ?? '');
  return match && number ? { span: match.span, lines: lines(number, place) } : null;
};

const known = (kind: OtherSource['kind'], number: string): OtherSource | null =>
  allSources().find((source) => source.kind === kind && source.number === number) ?? null;

const statuteLines: Lines = (number) =>
  plain(`Labor Code section ${number}`, known('statute', number), statuteLink(number));

const regulation: Lines = (number, { letter }) => {
  const schedule = sectionOfRegulation(number);
  return schedule?.id === number
    ? regulationLines(schedule, governingDate(letter))
    : plain(`8 CCR section ${number}`, known('regulation', number), regulationLink(number));
};

const plain = (name: string, source: OtherSource | null, url: string): readonly CardLine[] => [
  [{ strong: name }, source ? `: ${source.about}` : ': what it is about is not known here'],
  [{ text: 'Text of the section', url }],
  source?.note ? [`Note: ${source.note}`] : [],
  source ? [sureWords([{ what: 'subject', facts: [source] }])] : [],
];
