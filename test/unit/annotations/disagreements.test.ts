import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compared, settled, unsettled } from '../../../server/src/annotations/agreement/disagreements.ts';
import { GOLD } from '../../../server/src/annotations/model.ts';
import { agreementOf, LABELS, letterOf, type Said, TEXT } from './agreeing.ts';

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
