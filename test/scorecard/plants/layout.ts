import { isFreePrefix } from '../../../server/src/checks/layout/hyphens.ts';
import { regionsOf } from '../../../server/src/checks/regions.ts';
import { spacingOf } from '../../../server/src/checks/spacing.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, matchesIn, matchIn, type Plant, put, sentence, textAt } from '../plant.ts';
import type { Random } from '../random.ts';
import { blankIn, marksOf } from './label.ts';

const planted = (code: string, name: string, plant: Plant['plant']): Plant => ({ code: `layout.${code}`, name, plant });

/** The summary and the rationales. */
const allProse = (letter: Letter): readonly Span[] =>
  regionsOf(letter)
    .filter(({ kind }) => kind === 'summary' || kind === 'rationale')
    .map(({ span }) => span);

/** One of them. */
const proseIn = (letter: Letter, random: Random): Span | null => random.pick(allProse(letter));

/** The white space before a label that stands in no case table becomes a blank. */
const gluedLabel = (letter: Letter, random: Random): Damage | null => {
  const gap = spacingOf(letter).block;
  const marks = marksOf(letter).filter(
    ({ span, canonical }) => canonical.endsWith(':') && letter.text.slice(0, span.start).endsWith(gap),
  );
  const mark = random.pick(marks.slice(1));
  return mark && put({ start: mark.span.start - gap.length, end: mark.span.start }, ' ');
};

const gluedTitle = (letter: Letter, random: Random): Damage | null => {
  const gap = spacingOf(letter).block;
  const titles = letter.issues
    .slice(1)
    .flatMap(({ title, decision }) =>
      title && decision && decision.span.end === title.span.end ? title.span.start : [],
    )
    .filter((start) => letter.text.slice(0, start).endsWith(`.${gap}`));
  const start = random.pick(titles);
  return start === null ? null : put({ start: start - gap.length, end: start }, ' ');
};

/** The last word of a line, if it is long, is divided; its rest goes to the next. */
const divided = (letter: Letter, random: Random): Damage | null => {
  const prose = proseIn(letter, random);
  const span = prose && matchIn(letter, prose, /(?<=[\s(])[a-z]{7,}[,;]?\s*\n[ \t]*(?=[a-z(])/g, random);
  if (!span) return null;
  const [, word = '', marks = '', gap = ''] = /^([a-z]+)([,;]?)(\s*)$/.exec(textAt(letter, span)) ?? [];
  const at = 3 + random.below(word.length - 5);
  return put(span, `${word.slice(0, at)}-${gap.replace(/^[ \t]+/, '')}${word.slice(at)}${marks} `);
};

/** The hyphen of a word is lost that the letter has elsewhere too. */
const HYPHENATED = /\b[a-z]{2,}-[a-z]{2,}\b/g;

/** Is a word there more than once, and not one that is written with and without its hyphen? */
const isHyphenKnown = (text: string, word: string): boolean => {
  const [head = '', rest = ''] = word.split('-');
  return text.split(word).length > 2 && !isFreePrefix(head, rest);
};

/** The word stands once more, without its hyphen. */
const joinedAgain = sentence('layout.lost-hyphen', 'a word without the hyphen that it has elsewhere', (letter) =>
  allProse(letter)
    .flatMap((span) => matchesIn(letter, span, HYPHENATED))
    .map((span) => textAt(letter, span))
    .filter((word) => letter.text.split(word).length === 2 && isHyphenKnown(`${letter.text} ${word}`, word))
    .map((word) => [`This ${word.replace('-', '')} work helped.`, `This ${word} work helped.`]),
);

const lostHyphen = (letter: Letter, random: Random): Damage | null => {
  const places = allProse(letter).flatMap(({ start, end }) =>
    Array.from(letter.text.slice(start, end).matchAll(HYPHENATED), ({ 0: word, index }) => ({
      word,
      start: start + index,
      end: start + index + word.length,
    })),
  );
  const place = random.pick(places.filter(({ word }) => isHyphenKnown(letter.text, word)));
  return place && put(place, place.word.replace('-', ''));
};

const FOOTERS = [
  'Page 3 of 7',
  'Final Determination Letter for IMR Case Number CM15-0012345  4',
  'Case Number CM15-0012345  4',
];
const footer = (letter: Letter, random: Random): Damage | null => {
  const prose = proseIn(letter, random);
  const span = prose && matchIn(letter, prose, /(?<=\w )\b/g, random);
  return span && put(span, `${random.pick(FOOTERS) ?? ''} `);
};

const pageNumber = (letter: Letter, random: Random): Damage | null => {
  const prose = proseIn(letter, random);
  const span = prose && matchIn(letter, prose, /(?<=[^\n]{60})(?=\r?\n[^\n]{60})/g, random);
  return span && put(span, `${spacingOf(letter).line.replace(/^ /, '')}${String(2 + random.below(8))}`);
};

/** A block of three full lines of prose is there twice. */
const twice = (letter: Letter, random: Random): Damage | null => {
  const prose = proseIn(letter, random);
  const span = prose && matchIn(letter, prose, /(?<=\n)(?:[^\n]{80,}\n(?:[ \r]*\n)*){4}/g, random);
  return span && put(span, textAt(letter, span).repeat(2));
};

/** Two sections change places; what stands before the first stays. */
const swapped = (letter: Letter, first: string, second: string): Damage | null => {
  const [one, other] = [first, second].map((id) => letter.sections.find((section) => section.id === id));
  if (!one || !other || letter.sections.indexOf(other) !== letter.sections.indexOf(one) + 1) return null;
  const end = letter.sections.find(({ span }) => span.start >= other.span.end)?.span.start ?? letter.text.length;
  const span = { start: one.span.start, end };
  const middle = other.span.start;
  return put(span, letter.text.slice(middle, end) + letter.text.slice(span.start, middle));
};

/** What line ends and page breaks do to a text. */
export const LAYOUT_PLANTS: readonly Plant[] = [
  planted('label-split', 'a line end in a heading or label', (letter, random) => {
    const blank = blankIn(letter, random);
    return blank && put(blank, spacingOf(letter).line);
  }),
  planted('label-glued', 'the line break before a label lost', gluedLabel),
  planted('title-glued', 'the line break before an issue lost', gluedTitle),
  planted('divided-word', 'a word divided at the line end', divided),
  planted('lost-hyphen', 'a hyphen lost that stands elsewhere', lostHyphen),
  joinedAgain,
  planted('furniture', 'a footer within a line', footer),
  planted('furniture', 'a page number between two lines', pageNumber),
  planted('duplicate-block', 'four lines taken over twice', twice),
  planted('section-order', 'summary and issues change places', (letter) => swapped(letter, 'summary', 'issues')),
  planted('section-order', 'credentials and summary change places', (letter) =>
    swapped(letter, 'credentials', 'summary'),
  ),
];
