import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { endsInDecision, findDecision, readDecision } from '../../../server/src/letter/decision.ts';
import type { Damage, Decision } from '../../../server/src/letter/model.ts';
import { issueOf, issueText, valueOf, withIssues } from './write.ts';

describe('a decision word', () => {
  for (const [printed, value, damage] of [
    ['Upheld', 'upheld', []],
    ['Overturned', 'overturned', []],
    ['Modified', 'modified', []],
    ['Upheld.', 'upheld', []],
    [' Upheld ', 'upheld', []],
    ['Partially Overturned', 'modified', []],
    ['UPHELD', 'upheld', ['case']],
    ['upheld', 'upheld', ['case']],
    ['OverTurned', 'overturned', ['case']],
    ['Uphe1d', 'upheld', ['spelling']],
    ['Upheid', 'upheld', ['spelling']],
    ['Uphled', 'upheld', ['spelling']],
    ['Upheldd', 'upheld', ['spelling']],
    ['Uphld', 'upheld', ['spelling']],
    ['Uphold', 'upheld', ['spelling']],
    ['Overtumed', 'overturned', ['spelling']],
    ['Overturn', 'overturned', ['spelling']],
    ['0verturned', 'overturned', ['spelling']],
    ['Ovorturncd', 'overturned', ['spelling']],
  ] satisfies readonly (readonly [string, Decision, readonly Damage[]])[]) {
    test(`${JSON.stringify(printed)} is ${value}`, () => {
      const read = readDecision(printed);
      assert.deepEqual(read && { value: read.value, damage: read.damage }, { value, damage });
    });
  }

  for (const printed of [
    '',
    'U',
    'Up',
    'Denied',
    'Certified',
    'Approved',
    'Overruled',
    'Overtime',
    'Upheld and more words',
    'Xpxxld',
  ]) {
    test(`${JSON.stringify(printed)} is none`, () => {
      assert.equal(readDecision(printed), null);
    });
  }
});

interface Row {
  readonly title: string;
  readonly item: string;
  readonly printed: string;
  readonly value: Decision | null;
  readonly damage: readonly Damage[];
}

const DAMAGED: readonly Row[] = [
  { title: 'Paraffin bath: Uphe1d', item: 'Paraffin bath', printed: 'Uphe1d', value: 'upheld', damage: ['spelling'] },
  {
    title: 'Paraffin bath: Overtumed',
    item: 'Paraffin bath',
    printed: 'Overtumed',
    value: 'overturned',
    damage: ['spelling'],
  },
  { title: 'Paraffin bath: UPHELD', item: 'Paraffin bath', printed: 'UPHELD', value: 'upheld', damage: ['case'] },
  { title: 'Paraffin bath: upheld', item: 'Paraffin bath', printed: 'upheld', value: 'upheld', damage: ['case'] },
  { title: 'Paraffin bath: Upheld.', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: [] },
  { title: 'Paraffin bath:Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['glued'] },
  { title: 'Paraffin bath :Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['glued'] },
  { title: 'Paraffin bath : Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: [] },
  { title: 'Paraffin bath:: Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Paraffin bath; Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Paraffin bath, Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Paraffin bath - Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Paraffin bath Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Paraffin bath is Upheld', item: 'Paraffin bath', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Labs: EKG; Overturned', item: 'Labs: EKG', printed: 'Overturned', value: 'overturned', damage: ['colon'] },
  { title: 'Labs: EKG Upheld', item: 'Labs: EKG', printed: 'Upheld', value: 'upheld', damage: ['colon'] },
  { title: 'Paraffin bath: Upxxxd', item: 'Paraffin bath', printed: 'Upxxxd', value: null, damage: ['spelling'] },
  {
    title: 'Paraffin bath: Overxxxxed',
    item: 'Paraffin bath',
    printed: 'Overxxxxed',
    value: null,
    damage: ['spelling'],
  },
];

describe('a damaged decision', () => {
  for (const { title, item, printed, value, damage } of DAMAGED) {
    test(title, () => {
      const { item: read, decision } = issueOf({ title });
      assert.equal(valueOf(read), item);
      assert.deepEqual(decision && [decision.printed, decision.value, decision.damage], [printed, value, damage]);
    });

    test(`${title}, behind another issue, without blank lines`, () => {
      const letter = withIssues(issueText(), issueText({ title }));
      assert.deepEqual(
        letter.issues.map((issue) => [valueOf(issue.item), valueOf(issue.decision)]),
        [
          ['Paraffin bath for home use', 'overturned'],
          [item, value],
        ],
      );
      const span = letter.issues[1]?.decision?.span;
      assert.equal(span && letter.text.slice(span.start, span.end), printed);
      assert.equal(
        letter.issues[0]?.rationale?.value,
        'Heat may be tried at home. The request is medically necessary.',
      );
    });
  }

  test('on a line of its own', () => {
    for (const [title, value] of [
      ['Paraffin bath:\nUphe1d', 'upheld'],
      ['Paraffin bath is:\nOvertumed', 'overturned'],
      ['Paraffin bath:\nUPHELD', 'upheld'],
    ] as const) {
      const letter = withIssues(issueText(), issueText({ title }));
      assert.deepEqual(
        letter.issues.map((issue) => [valueOf(issue.item), valueOf(issue.decision)]),
        [
          ['Paraffin bath for home use', 'overturned'],
          ['Paraffin bath', value],
        ],
        title,
      );
    }
  });

  test('an item whose last word only looks like one', () => {
    for (const title of ['Bath: Large', 'Labs: Urinalysis', 'Unit: One', 'Bath: Overnight']) {
      const { item, decision } = issueOf({ title });
      assert.equal(decision?.value ?? null, null, title);
      if (!decision) assert.equal(valueOf(item), title);
    }
  });
});

describe('the place of a decision', () => {
  for (const [title, item, printed] of [
    ['Bath: Upheld', 'Bath', 'Upheld'],
    ['A: B: Upheld', 'A: B', 'Upheld'],
    ['Bath Upheld', 'Bath', 'Upheld'],
    ['Upheld', '', 'Upheld'],
  ] as const) {
    test(title, () => {
      const found = findDecision(title);
      assert.equal(found && title.slice(0, found.itemEnd), item);
      assert.equal(found && title.slice(found.start, found.end), printed);
    });
  }

  test('none', () => {
    for (const title of ['', ':', 'Bath', 'Bath:', 'Bath: ', 'Bath, large'])
      assert.equal(findDecision(title), null, title);
  });
});

describe('a line that ends as a title does', () => {
  for (const [line, ends] of [
    ['Bath: Upheld', true],
    ['Bath: Upheld.', true],
    ['Bath; Upheld', true],
    ['Bath:  Overturned', true],
    ['Upheld', true],
    ['Bath Upheld', false],
    ['It was Upheld.', false],
    ['Bath:', false],
    ['Bath: Uphe1d', false],
    ['', false],
  ] as const) {
    test(JSON.stringify(line), () => {
      assert.equal(endsInDecision(`:${line}`, 1, line.length + 1), ends);
    });
  }
});
