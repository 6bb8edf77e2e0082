import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { agreementOf } from '../../../server/src/annotations/agreement/agreement.ts';
import { compared, settled, unsettled } from '../../../server/src/annotations/agreement/disagreements.ts';
import { type ValuePair, valueFigures } from '../../../server/src/annotations/agreement/figures.ts';
import { marksOf } from '../../../server/src/annotations/agreement/marks.ts';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { DEFAULT_LABELS, indexLabels } from '../../../server/src/annotations/labels/labels.ts';
import { type Annotation, GOLD, type Value } from '../../../server/src/annotations/model.ts';
import { passageAt } from '../../../server/src/annotations/passage.ts';
import type { OpenLetter } from '../../../server/src/annotations/store/open.ts';

const LABELS = indexLabels(DEFAULT_LABELS);
const TEXT = 'The worker is 46 years old and hurt the left knee. A brace was asked for. The decision is: Upheld\n';
const base = baseOf(TEXT);

/** `[label, words, value]`; words with `|` between are several stretches. */
type Said = readonly [label: string, words: string, value?: Value, state?: Annotation['state']];

const annotationOf = (
  [label, words, value = null, state = 'confirmed']: Said,
  i: number,
  author: string,
): Annotation => {
  const stretches = words.split('|').map((part) => [TEXT.indexOf(part), TEXT.indexOf(part) + part.length] as const);
  return {
    id: `${author}-${i}`,
    label,
    passage: passageAt(base, stretches, null) ?? assert.fail(),
    value,
    state,
    sic: false,
    note: null,
    author,
    origin: { kind: 'person' },
    made: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
  };
};

const openOf = (said: Readonly<Record<string, readonly Said[]>>): OpenLetter => ({
  layers: Object.entries(said).map(([author, all]) => ({
    author,
    annotations: all.map((one, i) => annotationOf(one, i, author)),
    progress: 'done',
    changed: null,
  })),
  bases: new Map([[base.hash, base.units]]),
});

const letterOf = (
  said: Readonly<Record<string, readonly Said[]>>,
  name = 'a.imr',
  authors: readonly string[] | null = null,
) => marksOf(name, TEXT, openOf(said), authors);

describe('values', () => {
  const pairs = (counts: Readonly<Record<string, number>>): readonly ValuePair[] =>
    Object.entries(counts).flatMap(([values, count]) => {
      const [first = '', second = ''] = values.split(' ');
      return Array.from({ length: count }, () => ({ label: 'decision', first, second }));
    });

  test('percent and kappa, as computed by hand', () => {
    // 35 of 50 agree; by chance (25·30 + 25·20) / 2500 = 0.5 would. (0.7 - 0.5) / (1 - 0.5) = 0.4
    const figures = valueFigures(pairs({ 'u u': 20, 'u o': 5, 'o u': 10, 'o o': 15 }));
    assert.deepEqual(figures, { compared: 50, agreed: 35, share: 0.7, kappa: 0.4, why: null });
    assert.equal(valueFigures(pairs({ 'u u': 3, 'o o': 4 })).kappa, 1);
    assert.equal(valueFigures(pairs({ 'u o': 1, 'o u': 1 })).kappa, -1);
    // 2 of 4 agree; by chance (3·3 + 1·1) / 16 = 0.625. (0.5 - 0.625) / 0.375 = -1/3
    assert.ok(Math.abs((valueFigures(pairs({ 'u u': 2, 'u o': 1, 'o u': 1 })).kappa ?? 0) + 1 / 3) < 1e-12);
    // One person gives one value only: kappa is 0, and defined.
    assert.equal(valueFigures(pairs({ 'u u': 2, 'u o': 2 })).kappa, 0);
  });

  test('no kappa where it is not defined, and why', () => {
    assert.deepEqual(valueFigures([]), {
      compared: 0,
      agreed: 0,
      share: null,
      kappa: null,
      why: 'Nothing was compared.',
    });
    const same = valueFigures(pairs({ 'u u': 4 }));
    assert.deepEqual([same.share, same.kappa], [1, null]);
    assert.match(same.why ?? '', /one and the same value/);
    const several = valueFigures([...pairs({ 'u o': 1 }), { label: 'sex', first: 'female', second: 'female' }]);
    assert.deepEqual([several.share, several.kappa, several.why], [0.5, null, 'Kappa is of one label; see each.']);
  });
});

describe('spans', () => {
  const ma: readonly Said[] = [
    ['decision', 'Upheld', 'upheld'],
    ['body-part', 'left knee'],
    ['drug', 'brace'],
  ];
  const jo: readonly Said[] = [
    ['decision', 'Upheld', 'overturned'],
    ['body-part', 'knee'],
    ['procedure', 'brace'],
    ['age', '46', 46],
  ];
  const [pair = assert.fail()] = agreementOf([letterOf({ jo, ma })], LABELS).pairs;

  test('exact and overlapping F1, as counted by hand', () => {
    // 4 and 3 marks; one with the same stretches, two that overlap.
    assert.deepEqual([pair.first, pair.second, pair.letters], ['jo', 'ma', 1]);
    assert.deepEqual(pair.all.spans, {
      first: 4,
      second: 3,
      exact: 1,
      overlapping: 2,
      exactF1: 2 / 7,
      overlappingF1: 4 / 7,
    });
  });

  test('by label and by letter', () => {
    assert.deepEqual(
      pair.byLabel.map(({ label, spans }) => [label, spans.exactF1, spans.overlappingF1]),
      [
        ['age', 0, 0],
        ['body-part', 0, 1],
        ['decision', 1, 1],
        ['drug', 0, 0],
        ['procedure', 0, 0],
      ],
    );
    assert.deepEqual(pair.byLabel.find(({ label }) => label === 'decision')?.values.share, 0);
    assert.deepEqual(
      pair.byLetter.map(({ letter }) => letter),
      ['a.imr'],
    );
  });

  test('values are compared of labels with a list only, and where one of both gave one', () => {
    assert.equal(pair.all.values.compared, 1);
    const none = letterOf({ jo: [['decision', 'Upheld']], ma: [['decision', 'Upheld']] });
    assert.equal(agreementOf([none], LABELS).pairs[0]?.all.values.compared, 0);
  });

  test('nothing marked by either: no F1', () => {
    const [empty = assert.fail()] = agreementOf([letterOf({ jo: [], ma: [] })], LABELS).pairs;
    assert.deepEqual([empty.all.spans.exactF1, empty.all.spans.overlappingF1], [null, null]);
  });

  test('each mark is counted once, and rejected ones are not there', () => {
    const twice = letterOf({
      jo: [
        ['drug', 'brace'],
        ['drug', 'A brace'],
      ],
      ma: [
        ['drug', 'A brace was'],
        ['drug', '46', null, 'rejected'],
      ],
    });
    const spans = agreementOf([twice], LABELS).pairs[0]?.all.spans;
    assert.deepEqual([spans?.first, spans?.second, spans?.overlapping], [2, 1, 1]);
  });

  test('a letter that only one of both has annotated is not compared', () => {
    const found = agreementOf([letterOf({ jo, ma }), letterOf({ ma }, 'b.imr')], LABELS);
    assert.equal(found.pairs[0]?.letters, 1);
  });

  test('three annotators are three pairs, in the order of their ids; gold only where it is asked for', () => {
    const all = { [GOLD]: ma, jo, ma, zoe: ma };
    const names = (letter: ReturnType<typeof letterOf>) =>
      agreementOf([letter], LABELS).pairs.map(({ first, second }) => `${first} ${second}`);
    assert.deepEqual(names(letterOf(all)), ['jo ma', 'jo zoe', 'ma zoe']);
    assert.deepEqual(names(letterOf(all, 'a.imr', ['ma', GOLD])), ['gold ma']);
  });

  test('what cannot be compared is said', () => {
    const remarks = (...letters: readonly ReturnType<typeof letterOf>[]) => agreementOf(letters, LABELS).remarks;
    assert.deepEqual(remarks(), ['Nobody has annotated these letters.']);
    assert.deepEqual(remarks(letterOf({ ma })), [
      'Only ma has annotated these letters; agreement is between two or more.',
    ]);
    assert.deepEqual(remarks(letterOf({ ma }), letterOf({ jo }, 'b')), ['No letter was annotated by two people.']);
    const gone = marksOf('a', TEXT.replace('Upheld', ''), openOf({ jo, ma }));
    assert.deepEqual(remarks(gone), ['Not compared: 2 whose words are not in the text any more.']);
  });
});

describe('disagreements', () => {
  const comparisonOf = (said: Readonly<Record<string, readonly Said[]>>) => compared(letterOf(said), LABELS);
  const kinds = (said: Readonly<Record<string, readonly Said[]>>) =>
    comparisonOf(said).disagreements.map(({ kind, span }) => `${kind} ${TEXT.slice(span.start, span.end)}`);

  test('of every kind, in the order of the text', () => {
    const found = kinds({
      jo: [
        ['decision', 'Upheld', 'overturned'],
        ['body-part', 'knee'],
        ['procedure', 'brace'],
        ['age', '46', 46],
      ],
      ma: [
        ['decision', 'Upheld', 'upheld'],
        ['body-part', 'left knee'],
        ['drug', 'brace'],
        ['finding', 'hurt'],
      ],
    });
    assert.deepEqual(found, ['missing 46', 'missing hurt', 'span left knee', 'label brace', 'value Upheld']);
  });

  test('what all say alike is agreed; no value is as good as any where the label has no list', () => {
    const { agreed, disagreements } = comparisonOf({
      jo: [
        ['decision', 'Upheld', 'upheld'],
        ['item', 'brace'],
      ],
      ma: [
        ['decision', 'Upheld', 'upheld'],
        ['item', 'brace', 'A brace'],
      ],
    });
    assert.deepEqual(disagreements, []);
    assert.deepEqual(
      agreed.map(({ annotation: { label, value } }) => [label, value]),
      [
        ['item', 'A brace'],
        ['decision', 'upheld'],
      ],
    );
    assert.deepEqual(kinds({ jo: [['decision', 'Upheld']], ma: [['decision', 'Upheld', 'upheld']] }), ['value Upheld']);
  });

  test('of three: who has nothing there has no marks', () => {
    const { disagreements } = comparisonOf({ jo: [['drug', 'brace']], ma: [['drug', 'brace']], zoe: [] });
    assert.deepEqual(
      disagreements.map(({ kind, choices }) => [
        kind,
        ...choices.map(({ author, marks }) => `${author} ${marks.length}`),
      ]),
      [['missing', 'jo 1', 'ma 1', 'zoe 0']],
    );
  });

  test('of one annotator there is nothing to compare', () => {
    assert.deepEqual(comparisonOf({ ma: [['drug', 'brace']] }), { agreed: [], disagreements: [] });
  });

  test('the gold layer takes a choice, or rejects all; what it has is settled', () => {
    const said = {
      jo: [['drug', 'brace']],
      ma: [
        ['procedure', 'brace'],
        ['finding', 'hurt'],
      ],
    } as const;
    const { disagreements } = comparisonOf(said);
    const [hurt = assert.fail(), brace = assert.fail()] = disagreements;
    assert.deepEqual(unsettled(letterOf(said), disagreements), disagreements);
    const chosen = settled(brace.choices[0]?.marks ?? [], 'confirmed');
    assert.deepEqual(
      chosen.map((event) => event.op === 'add' && [event.id, event.content.label, event.content.state]),
      [['jo-0', 'drug', 'confirmed']],
    );
    const withGold = letterOf({ ...said, [GOLD]: [['drug', 'brace', null, 'rejected']] });
    assert.deepEqual(unsettled(withGold, disagreements), [hurt]);
    assert.equal(
      settled(
        brace.choices.flatMap(({ marks }) => marks),
        'rejected',
      ).length,
      2,
    );
  });
});

test('agreement with oneself is whole, and every mark is agreed or in one disagreement', () => {
  const words = fc.constantFrom(
    '46',
    'left knee',
    'knee',
    'brace',
    'A brace',
    'Upheld',
    'The worker|brace',
    'hurt the left',
  );
  const said = fc.array(
    fc.tuple(fc.constantFrom('drug', 'decision', 'finding'), words, fc.constantFrom(null, 'upheld', 'overturned')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(said, said, (jo, ma) => {
      const letter = letterOf({ jo, ma });
      const { agreed, disagreements } = compared(letter, LABELS);
      const told = disagreements.flatMap(({ choices }) => choices.flatMap(({ marks }) => marks));
      assert.equal(new Set(told).size, told.length);
      assert.ok(agreed.length + told.length <= letter.marks.length);
      const [pair = assert.fail()] = agreementOf([letter], LABELS).pairs;
      const { exact, overlapping, first, second } = pair.all.spans;
      assert.ok(exact <= overlapping && overlapping <= Math.min(first, second));
      const [own = assert.fail()] = agreementOf([letterOf({ jo, ma: jo })], LABELS).pairs;
      assert.ok(own.all.spans.exactF1 === (jo.length === 0 ? null : 1));
    }),
    { numRuns: 300, seed: 20130101 },
  );
});
