import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ValuePair, valueFigures } from '../../../server/src/annotations/agreement/figures.ts';
import { marksOf } from '../../../server/src/annotations/agreement/marks.ts';
import { GOLD } from '../../../server/src/annotations/model.ts';
import { agreementOf, LABELS, letterOf, openOf, type Said, TEXT } from './agreeing.ts';

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
