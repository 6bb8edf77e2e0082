import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { headText, verdictsOf } from '../../../client/src/compare/lines.ts';
import type { DisagreementInfo } from '../../../server/src/protocol.ts';
import { annotationInfo } from '../../support/annotation-info.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const decision = (id: string, value: string) => annotationInfo({ id, title: 'Decision', value, words: 'Upheld' });

const between = (...choices: DisagreementInfo['choices']): DisagreementInfo => ({
  kind: 'value',
  range,
  settled: false,
  choices,
});

describe('what can be chosen of a disagreement', () => {
  const values = between(
    { author: 'jo', annotations: [decision('1', 'upheld')] },
    { author: 'ma', annotations: [decision('2', 'overturned')] },
  );

  test('each reading, all, neither, or to leave it open, each by its digit', () => {
    assert.deepEqual(
      verdictsOf(values).map(({ label, settles }) => [label, settles]),
      [
        ['1  jo: Decision = upheld', [{ marks: [{ author: 'jo', id: '1' }], as: 'confirmed' }]],
        ['2  ma: Decision = overturned', [{ marks: [{ author: 'ma', id: '2' }], as: 'confirmed' }]],
        [
          '3  All of them',
          [
            {
              marks: [
                { author: 'jo', id: '1' },
                { author: 'ma', id: '2' },
              ],
              as: 'confirmed',
            },
          ],
        ],
        [
          '4  Neither: it is no such thing',
          [
            {
              marks: [
                { author: 'jo', id: '1' },
                { author: 'ma', id: '2' },
              ],
              as: 'rejected',
            },
          ],
        ],
        ['5  Skip', []],
      ],
    );
    assert.equal(headText(values, 2, 5, 'a.txt'), 'Disagreement 2 of 5 · a.txt · different values');
  });

  test('who has nothing there says that the others’ is no such thing', () => {
    const [first, second] = verdictsOf(
      between({ author: 'jo', annotations: [] }, { author: 'ma', annotations: [decision('2', 'upheld')] }),
    );
    assert.deepEqual(
      [first?.label, first?.settles],
      ['1  jo: nothing', [{ marks: [{ author: 'ma', id: '2' }], as: 'rejected' }]],
    );
    assert.deepEqual(second?.settles, [{ marks: [{ author: 'ma', id: '2' }], as: 'confirmed' }]);
  });
});
