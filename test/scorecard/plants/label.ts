import { MARK_ROWS } from '../../../server/src/facts/formats/index.ts';
import type { Issue, Letter, Mark } from '../../../server/src/letter/model.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, matchIn, type Plant, put, swapped, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

/** The headings and labels of a letter, without its case table. */
export const marksOf = ({ sections, issues, reviewer }: Letter): readonly Mark[] => {
  const parts = issues.flatMap((issue) => [issue.claimsAdministrator, issue.expertReviewer, issue.rationale]);
  const labels = [...parts, reviewer?.licensedStates, reviewer?.specialties].map((part) => part?.label);
  return [...sections.map(({ heading }) => heading), ...labels].flatMap((mark) => mark ?? []);
};

/** A heading or label, drawn by chance, is printed in another way. */
const marked = (code: string, name: string, as: (printed: string, random: Random) => string, only = /./): Plant => ({
  code: `label.${code}`,
  name,
  // Of a heading over two lines its line break is told, and one change mends both.
  others: ['label.spacing'],
  plant(letter, random) {
    const mark = random.pick(marksOf(letter).filter(({ span }) => only.test(textAt(letter, span))));
    return mark && put(mark.span, as(textAt(letter, mark.span), random));
  },
});

/** Shapes that recognition takes for each other. */
const MISREAD: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['l', '1'],
  ['i', 'l'],
  ['e', 'c'],
  ['o', '0'],
  ['d', 'cl'],
  ['S', '5'],
  ['O', '0'],
  ['I', '1'],
  ['u', 'n'],
];
const misread = (text: string, random: Random): string => {
  const pair = random.pick(MISREAD.filter(([right]) => text.includes(right)));
  if (!pair) return text;
  const [right, wrong] = pair;
  const places = Array.from(text.matchAll(new RegExp(right, 'g')), ({ index }) => index);
  const at = random.pick(places) ?? 0;
  return text.slice(0, at) + wrong + text.slice(at + right.length);
};

const lost = (text: string, random: Random): string => {
  const at = 1 + random.below(text.length - 2);
  return text.slice(0, at) + text.slice(at + 1);
};

/** The decision of an issue behind the colon of its item, as the forms since 2014 print it. */
const decisionOf = (
  letter: Letter,
  { item, decision }: Issue,
): { readonly before: Span; readonly word: Span } | null => {
  if (!item || !decision) return null;
  const before = { start: item.span.end, end: decision.span.start };
  return textAt(letter, before) === ': ' ? { before, word: decision.span } : null;
};

const decided = (
  code: string,
  name: string,
  damage: (letter: Letter, place: { readonly before: Span; readonly word: Span }, random: Random) => Damage | null,
): Plant => ({
  code: `label.${code}`,
  name,
  plant(letter, random) {
    const place = random.pick(letter.issues.flatMap((issue) => decisionOf(letter, issue) ?? []));
    return place && damage(letter, place, random);
  },
});

/** Some headings are another form's in capitals. */
const isMark = (printed: string): boolean => MARK_ROWS.some(({ text }) => text === printed);

/** Headings, labels and decisions that depart from the form's own words. */
export const LABEL_PLANTS: readonly Plant[] = [
  marked('spelling', 'a character taken for another', misread),
  marked('spelling', 'a character lost', lost, /^.{9}/),
  marked('spelling', 'two letters change places', swapped, /[a-z]{4}/),
  marked('case', 'small letters throughout', (text) => text.toLowerCase()),
  marked('case', 'capitals throughout', (text) => (isMark(text.toUpperCase()) ? text : text.toUpperCase()), /[a-z]/),
  marked('colon', 'the colon lost', (text) => text.replace(':', ''), /:$/),
  marked('colon', 'two colons', (text) => `${text}:`, /:$/),
  marked('colon', 'a semicolon', (text) => text.replace(':', ';'), /:$/),
  marked('spacing', 'a blank before the colon', (text) => text.replace(':', ' :'), /:$/),
  marked('spacing', 'a blank doubled', (text) => text.replace(' ', '  '), / /),
  decided('decision', 'a character taken for another', (letter, { word }, random) =>
    put(word, misread(textAt(letter, word), random)),
  ),
  decided('decision', 'a character lost', (letter, { word }, random) => put(word, lost(textAt(letter, word), random))),
  decided('decision', 'small letters', (letter, { word }) => put(word, textAt(letter, word).toLowerCase())),
  decided('separator', 'the blank lost', (_, { before }) => put(before, ':')),
  decided('separator', 'the colon lost', (_, { before }) => put(before, ' ')),
  decided('separator', 'a semicolon', (_, { before }) => put(before, '; ')),
  decided('separator', 'two colons', (_, { before }) => put(before, ':: ')),
];

/** The form breaks longer headings over two lines itself. */
const LONGEST = 70;

/** A place in a mark where its words part. */
export const blankIn = (letter: Letter, random: Random): Span | null => {
  const marks = marksOf(letter).filter(({ canonical }) => canonical.length < LONGEST);
  const mark = random.pick(marks.filter(({ span }) => textAt(letter, span).includes(' ')));
  return mark && matchIn(letter, mark.span, / /g, random);
};
