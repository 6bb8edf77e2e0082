import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withConfirmations } from '../../../server/src/annotations/confirmed.ts';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { DEFAULT_LABELS, indexLabels } from '../../../server/src/annotations/labels/labels.ts';
import { machineLayer, untouched } from '../../../server/src/annotations/machine.ts';
import { type Annotation, GOLD, type Layer } from '../../../server/src/annotations/model.ts';
import { passageAt } from '../../../server/src/annotations/passage.ts';
import { type OpenLetter, placeIn } from '../../../server/src/annotations/store/open.ts';
import { type Case, toCase, valueAt } from '../../../server/src/case/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { samples } from '../../properties/letters.ts';

const LABELS = indexLabels(DEFAULT_LABELS);
const AT = '2026-01-02T03:04:05.000Z';

const read = (text: string) => {
  const base = baseOf(text);
  const records = parse(text).map((placed) => toCase(placed, null));
  return { base, records, layer: machineLayer(text, base, records, LABELS, '1.0') };
};

/** One author's annotations of a text, as they are when a letter is opened. */
const opened = (text: string, layers: Readonly<Record<string, readonly Annotation[]>>): OpenLetter => {
  const base = baseOf(text);
  return {
    layers: Object.entries(layers).map(
      ([author, annotations]): Layer => ({ author, annotations, progress: null, changed: null }),
    ),
    bases: new Map([[base.hash, base.units]]),
  };
};

const person = (annotation: Annotation, more: Partial<Annotation> = {}): Annotation => ({
  ...annotation,
  author: 'ma',
  state: 'confirmed',
  made: AT,
  changed: AT,
  ...more,
});

const [[, LETTER = ''] = []] = samples;
const { base, records, layer } = read(LETTER);
const [record = assert.fail()] = records;
const suggested = (pointer: string): Annotation =>
  layer.annotations.find(({ origin }) => origin.kind === 'rule' && origin.rule === pointer) ?? assert.fail(pointer);

describe('what the parser says', () => {
  for (const [name, text] of samples) {
    test(`${name}: a suggestion for every printed value that has a label, on its words, named once`, () => {
      const { records: all, layer: found } = read(text);
      const pointers = all.flatMap(({ spans }) => Object.keys(spans).filter((pointer) => LABELS.byPointer(pointer)));
      assert.deepEqual(
        found.annotations.flatMap(({ origin }) => (origin.kind === 'rule' ? origin.rule : [])).sort(),
        pointers.sort(),
      );
      assert.equal(new Set(found.annotations.map(({ id }) => id)).size, pointers.length);
      for (const { state, author, value, origin, passage } of found.annotations) {
        assert.deepEqual([state, author], ['suggested', 'machine']);
        const owner = all[Number(passage.section?.split('/')[0]) - 1] ?? assert.fail();
        assert.ok(origin.kind === 'rule' && origin.value === value && origin.version === '1.0');
        assert.equal(valueAt(owner, origin.rule), value);
        assert.ok(passage.quotes.every((quote) => quote === quote.trim() && quote !== ''));
      }
    });
  }

  test('ids stay the same when text comes before, and with other line ends', () => {
    const ids = (text: string) => read(text).layer.annotations.map(({ id }) => id);
    assert.deepEqual(ids(`\n\n${LETTER}`), ids(LETTER));
    assert.deepEqual(ids(LETTER.replaceAll('\n', '\r\n')), ids(LETTER));
    assert.deepEqual(read('').layer.annotations, []);
  });

  test('of it what a person touched is left out, by id, by rule and place, or by label and words', () => {
    const decision = suggested('/issues/0/decision');
    const placed = (own: readonly Annotation[]) => {
      const place = placeIn(LETTER, opened(LETTER, { ma: own }));
      const machine = layer.annotations.map(place);
      return machine.length - untouched(machine, own.map(place)).length;
    };
    assert.equal(placed([]), 0);
    assert.equal(placed([person(decision, { state: 'rejected' })]), 1);
    assert.equal(placed([person(decision, { id: 'x', label: 'drug' })]), 1);
    assert.equal(placed([person(decision, { id: 'x', origin: { kind: 'person' } })]), 1);
    assert.equal(placed([person(decision, { id: 'x', origin: { kind: 'person' }, label: 'drug' })]), 0);
  });
});

describe('what people say of values', () => {
  const said = (
    layers: Readonly<Record<string, readonly Annotation[]>>,
    text = LETTER,
    of: readonly Case[] = records,
  ) => withConfirmations(of, text, opened(LETTER, layers), LABELS)[0]?.confirmations;

  const decision = suggested('/issues/0/decision');
  const told = { pointer: '/issues/0/decision', value: record.issues[0]?.decision, by: 'ma', at: AT, gold: false };

  test('nothing: the record is as it was', () => {
    const same = withConfirmations(
      records,
      LETTER,
      opened(LETTER, { ma: [person(decision, { state: 'flagged' })] }),
      LABELS,
    );
    assert.deepEqual(same, records);
    assert.ok(!('confirmations' in record));
  });

  test('confirmed, also by an annotation that a person made themselves without a value', () => {
    assert.deepEqual(said({ ma: [person(decision)] }), [{ ...told, state: 'confirmed' }]);
    const own = person(decision, { id: 'x', origin: { kind: 'person' }, value: null });
    assert.deepEqual(said({ ma: [own] }), [{ ...told, state: 'confirmed' }]);
  });

  test('corrected: the person’s value beside the printed one', () => {
    assert.deepEqual(said({ ma: [person(decision, { state: 'corrected', value: 'modified' })] }), [
      { ...told, state: 'corrected', value: 'modified' },
    ]);
  });

  test('a place that was moved gives its words', () => {
    const item = suggested('/issues/0/item');
    const [[start = 0, end = 0] = []] = item.passage.stretches;
    const passage = passageAt(base, [[start, end - 3]], null) ?? assert.fail();
    const [found] = said({ ma: [person(item, { state: 'corrected', passage })] }) ?? [];
    assert.deepEqual(
      [found?.pointer, found?.state, found?.value],
      ['/issues/0/item', 'corrected', passage.quotes.join(' ').replace(/\s+/g, ' ')],
    );
  });

  test('rejected: no value', () => {
    assert.deepEqual(said({ ma: [person(decision, { state: 'rejected' })] }), [
      { ...told, state: 'rejected', value: null },
    ]);
  });

  test('of several people and gold, in the order of the values, gold last', () => {
    const all = said({
      [GOLD]: [person(decision, { author: 'jo' })],
      jo: [person(decision, { author: 'jo', state: 'rejected' })],
      ma: [person(decision), person(suggested('/caseNumber'))],
    });
    assert.deepEqual(
      all?.map(({ pointer, by, gold, state }) => [pointer, by, gold, state]),
      [
        ['/caseNumber', 'ma', false, 'confirmed'],
        ['/issues/0/decision', 'jo', false, 'rejected'],
        ['/issues/0/decision', 'ma', false, 'confirmed'],
        ['/issues/0/decision', 'jo', true, 'confirmed'],
      ],
    );
  });

  test('nothing of a place whose words are others now, or that has gone', () => {
    const [start, end] = record.spans['/caseNumber'] ?? assert.fail();
    const edited = `${LETTER.slice(0, end - 1)}9${LETTER.slice(end)}`;
    const own = { ma: [person(suggested('/caseNumber'))] };
    assert.equal(
      said(
        own,
        edited,
        parse(edited).map((placed) => toCase(placed, null)),
      ),
      undefined,
    );
    const gone = LETTER.slice(0, start) + LETTER.slice(end);
    assert.equal(
      said(
        own,
        gone,
        parse(gone).map((placed) => toCase(placed, null)),
      ),
      undefined,
    );
  });
});
