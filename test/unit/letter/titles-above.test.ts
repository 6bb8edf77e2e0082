import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Decision, Issue } from '../../../server/src/letter/model.ts';
import { issueText, letterOf, valueOf, withIssues } from './write.ts';

/* Titles that neither a heading nor a full stop parts from what stands above them. */

const tables = (issues: readonly Issue[]): readonly (readonly [string | null, Decision | null, string | null])[] =>
  issues.map(({ item, decision, rationale }) => [valueOf(item), valueOf(decision), rationale?.value ?? null]);

test('a letter may begin at an issue', () => {
  for (const above of ['', '\n\n', ' \n\f']) {
    const letter = letterOf(`${above}${issueText({ title: 'Paraffin bath,\nlarge: Upheld' })}\n${issueText()}`);
    assert.deepEqual(
      letter.issues.map(({ item, decision }) => [valueOf(item), valueOf(decision)]),
      [
        ['Paraffin bath, large', 'upheld'],
        ['Paraffin bath for home use', 'overturned'],
      ],
    );
  }
});

describe('a title right below a rationale without a full stop', () => {
  const FULL = `Decision rationale: The bath was tried for a whole month and its use was told of in two notes
by the provider, who did not say what it had brought about. The reasons are: no exam; no`;
  const below = (last: string, title: string): readonly unknown[] =>
    tables(withIssues(issueText({ rationale: `${FULL}\n${last}` }), issueText({ title })).issues);
  const rationale = FULL.replaceAll('\n', ' ').slice('Decision rationale: '.length);

  test('opens behind a line that left room for its first word', () => {
    for (const title of ['Wax 300 mg: Upheld', '1 bag of wax: Upheld', 'Wax, one bag\nof the large size: Upheld'])
      assert.deepEqual(below('diagnosis', title), [
        ['Paraffin bath for home use', 'overturned', `${rationale} diagnosis`],
        [
          title.replace('\n', ' ').replace(': Upheld', ''),
          'upheld',
          'Heat may be tried at home. The request is medically necessary.',
        ],
      ]);
  });

  test('opens behind a line that holds a sentence of prose, at the first capital', () => {
    for (const [last, title] of [
      ['Wax was not asked for before now, it says in both notes. The request is denied; see above and', 'Wax, one bag'],
      [
        'Wax was not asked for before now, it says in both notes. No such thing was told by the one\nprovider who wrote of it, by the other two who did not, or by the worker who was asked about',
        'Wax',
      ],
      [
        'Wax was not asked for before now, it says in both notes, and so it is not medically necessary\nas the guideline limits these visits to the first month of care, which is long gone, or to two',
        '12 visits',
      ],
      ['Wax was not asked for before now, it says in both notes. The request is denied; see above and', 'wax, large'],
      ['Wax was not asked for before now, it says in both notes. Guidelines do not hold with it, nor I', 'Wax, large'],
    ] as const)
      assert.deepEqual(below(last, `${title}: Upheld`)[1], [
        title,
        'upheld',
        'Heat may be tried at home. The request is medically necessary.',
      ]);
  });

  test('holds lines of its own that leave room: a list, small letters, the decision alone', () => {
    for (const title of ['1. Wax\n2. Bath: Upheld', 'Wax\nfor the bath: Upheld', 'Bath of wax:\nUpheld']) {
      const [, second] = tables(withIssues(issueText(), issueText({ title })).issues);
      assert.deepEqual(second?.slice(0, 2), [title.replaceAll('\n', ' ').replace(/: ?Upheld/, ''), 'upheld']);
    }
  });
});
