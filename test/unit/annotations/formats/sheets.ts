/** Texts and annotations that are hard to keep, for the tests of the formats. */
import fc from 'fast-check';
import type { Format, Sheet, Target } from '../../../../server/src/annotations/formats/format.ts';
import { baseOf } from '../../../../server/src/annotations/hash.ts';
import { type Annotation, STATES, type Stretch } from '../../../../server/src/annotations/model.ts';
import { passageAt } from '../../../../server/src/annotations/passage.ts';
import { lengthOf, unitTextOf } from '../../../../server/src/annotations/text-units.ts';

export const LETTER = '2015/a letter.imr.txt';
export const AT = '2026-02-03T04:05:06.000Z';

export const targetOf = (text: string): Target => ({ letter: LETTER, base: baseOf(text) });

/** A reading that knows one letter. */
export const readingOf = (target: Target) => ({
  file: 'a.ann',
  find: (name: string | null) => (name === null || name === target.letter ? target : null),
  author: 'ma',
  at: AT,
});

export const annotationOf = (
  target: Target,
  stretches: readonly Stretch[],
  more: Partial<Annotation> = {},
): Annotation => ({
  id: 'one',
  label: 'body-part',
  passage: passageAt(target.base, stretches, null) ?? fail(),
  value: null,
  state: 'confirmed',
  sic: false,
  note: null,
  author: 'ma',
  origin: { kind: 'person' },
  made: AT,
  changed: AT,
  ...more,
});

const fail = (): never => {
  throw new Error('There is no passage here.');
};

/** What a format makes of a sheet. */
export const contentOf = (format: Format, sheet: Sheet, extension: string): string =>
  format.write(sheet).value.find((file) => file.extension === extension)?.content ?? fail();

const PARTS = [
  'He hurt the left knee ',
  '\n',
  '\n\n',
  '\n \n',
  ' ',
  '\t',
  '\f',
  '\u00a0',
  '\u2028',
  'é',
  'e\u0301',
  '\u0301',
  '😀',
  '👩‍👩‍👧',
  '𝒜b',
  '\ufeff',
  'مرحبا',
  'is: Upheld ',
  '"quoted", [x] {y}; #1 T1 = \\n',
  '-\n',
  'a',
];

/** As a file keeps it: half of a surrogate pair cannot be. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** With line ends, surrogate pairs, combining marks, blank lines and whatever the files of these programs are built of. */
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => wellFormed(`x${parts.join('').replace(/\r\n?/g, '\n')}`));

const textOrNull = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }).map(wellFormed));
const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const values = fc.oneof(textOrNull, fc.integer(), fc.boolean(), fc.constantFrom('upheld', 'two words', '46', 46));
const labels = fc.constantFrom('decision', 'body-part', 'lost label', 'Größe', 'a/b', 'drug');

/** What passages are: ends moved to what is not blank. */
const trimmed = (text: string, [start, end]: Stretch): Stretch => {
  const points = [...text];
  let [from, to] = [start, end];
  while (from < to && /\s/.test(points[from] ?? '')) from++;
  while (to > from && /\s/.test(points[to - 1] ?? '')) to--;
  return [from, to];
};

/** A text with overlapping, nested, equal and parted annotations. `mayBlank`: their ends may be blanks. */
export const hostileSheet = (mayBlank: boolean): fc.Arbitrary<Sheet> =>
  hostileText.chain((text) => {
    const target = targetOf(text);
    const last = lengthOf(unitTextOf(text));
    const stretch = fc.tuple(fc.nat(last), fc.nat(last)).map(([a, b]): Stretch => [Math.min(a, b), Math.max(a, b)]);
    const drawn = fc.record({
      stretches: fc.array(stretch, { minLength: 1, maxLength: 3 }),
      label: labels,
      value: values,
      state: fc.constantFrom(...STATES),
      sic: fc.boolean(),
      note: textOrNull,
      author: fc.constantFrom('ma', 'jo', 'machine'),
      rule: fc.option(fc.constantFrom('/issues/0/decision', '/patient/age')),
      section: fc.constantFrom(null, '1', '1/issues/0'),
      made: dates,
      changed: dates,
    });
    return fc.array(drawn, { maxLength: 8 }).map((all): Sheet => {
      const annotations = all.flatMap(({ stretches, rule, section, ...said }, i): readonly Annotation[] => {
        const own = mayBlank ? stretches : stretches.map((one) => trimmed(text, one));
        const passage = passageAt(target.base, own, section);
        if (!passage || passage.quotes.every((quote) => quote.trim() === '')) return [];
        const origin =
          rule === null ? { kind: 'person' as const } : { kind: 'rule' as const, rule, version: '1', value: 'x' };
        return [{ ...said, id: `id-${i}`, passage, origin }];
      });
      return { ...target, annotations };
    });
  });

export const byId = (annotations: readonly Annotation[]): readonly Annotation[] =>
  [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
