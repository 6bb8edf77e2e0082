import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { REVIEW_ACTIONS, REVIEW_COMMANDS, REVIEW_KEYS } from '../../../client/src/review/keys.ts';
import { indexOf, isOpen, nextOpen, openIn, restOfSection, stepsOf } from '../../../client/src/review/steps.ts';
import { endStatus, endText, nameText, progressText, stepValue } from '../../../client/src/review/text.ts';
import { nextWaiting } from '../../../client/src/review/waiting.ts';
import manifest from '../../../package.json';
import type { AnnotationInfo, LetterInfo } from '../../../server/src/protocol.ts';
import { annotationInfo } from '../../support/annotation-info.ts';

const info = (rule: string | null, more: Partial<AnnotationInfo> = {}): AnnotationInfo =>
  annotationInfo({
    id: `m-${rule}`,
    words: 'Upheld',
    title: 'Decision',
    value: 'upheld',
    state: 'suggested',
    author: 'machine',
    rule,
    ...more,
  });

describe('the steps of a review', () => {
  test('values that belong together are one step, the others one each, in the order of the text', () => {
    const steps = stepsOf([
      info('/caseNumber', { title: 'Case number' }),
      info('/reviewer/licensedStates/0'),
      info('/issues/0/item', { title: 'Disputed item' }),
      info('/reviewer/specialties/0'),
      info('/issues/1/claimsAdministrator/text'),
      info('/issues/1/claimsAdministrator/citations/0/year'),
      info('/issues/1/expertReviewer/text'),
    ]);
    assert.deepEqual(
      steps.map(({ title, members }) => [title, members.length]),
      [
        ['Case number', 1],
        ['Reviewer', 2],
        ['Disputed item of issue 1', 1],
        ['Sources of the claims administrator of issue 2', 2],
        ['Sources of the reviewer of issue 2', 1],
      ],
    );
  });

  test('a determination that is printed as the decision of an issue is decided with it', () => {
    const below = { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } };
    const together = stepsOf([info('/determination', { title: 'Determination' }), info('/issues/0/decision')]);
    assert.deepEqual(
      together.map(({ title, members }) => [title, members.length]),
      [['Decision of issue 1', 2]],
    );
    assert.ok(together[0]);
    assert.equal(nameText(together[0]), 'Decision of issue 1 = upheld');
    const apart = stepsOf([
      info('/determination', { title: 'Determination', ranges: [below] }),
      info('/issues/0/decision'),
    ]);
    assert.deepEqual(
      apart.map(({ title }) => title),
      ['Determination', 'Decision of issue 1'],
    );
  });

  test('what people made, others’, and what stands nowhere is not walked; of several letters each has its own', () => {
    assert.deepEqual(stepsOf([info(null), info('/priority', { mine: false }), info('/priority', { ranges: [] })]), []);
    const titles = stepsOf([info('/issues/0/decision'), info('/issues/0/decision', { letter: 2 })]);
    assert.deepEqual(
      titles.map(({ title }) => title),
      ['Letter 1: Decision of issue 1', 'Letter 2: Decision of issue 1'],
    );
  });

  test('what is decided is passed over; what was edited since waits again', () => {
    assert.equal(isOpen(info('/a', { state: 'confirmed' })), false);
    assert.equal(isOpen(info('/a', { state: 'confirmed', edited: true })), true);
    assert.equal(isOpen(info('/a', { state: 'rejected', edited: true })), false);
    const steps = stepsOf([
      info('/caseNumber', { state: 'confirmed' }),
      info('/priority'),
      info('/issues/0/item', { state: 'flagged' }),
      info('/issues/0/decision'),
    ]);
    assert.equal(nextOpen(steps, 0)?.key, '1 /priority');
    assert.equal(nextOpen(steps, 2)?.key, '1 /issues/0/decision');
    assert.equal(nextOpen(steps, 4), null);
    assert.equal(nextOpen(steps, -1)?.key, '1 /priority');
  });

  test('the rest of a part is what waits in it from the step on', () => {
    const steps = stepsOf([
      info('/caseNumber', { section: 'Header' }),
      info('/priority', { section: 'Header' }),
      info('/dates/decision', { section: 'Header', state: 'confirmed' }),
      info('/dates/assigned', { section: 'Header' }),
      info('/summary'),
    ]);
    const [, second] = steps;
    assert.ok(second);
    assert.deepEqual(
      restOfSection(steps, second).map(({ rule }) => rule),
      ['/priority', '/dates/assigned'],
    );
  });

  test('accepting whatever waits, step after step, decides every value in at most as many keys as there are steps', () => {
    const rules = [
      '/caseNumber',
      '/priority',
      '/reviewer/specialties/0',
      '/issues/0/item',
      '/issues/1/expertReviewer/text',
    ];
    const arbitrary = fc.record({
      rule: fc.constantFrom(...rules),
      state: fc.constantFrom<AnnotationInfo['state']>('suggested', 'confirmed', 'rejected', 'flagged', 'corrected'),
      edited: fc.boolean(),
      letter: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 30 }), (all) => {
        let infos = all.map(({ rule, ...more }, i) => info(rule, { ...more, id: String(i) }));
        const most = stepsOf(infos).length;
        let keys = 0;
        for (let step = nextOpen(stepsOf(infos), 0); step; ) {
          const decided = new Set(openIn(step).map(({ id }) => id));
          infos = infos.map((each) => (decided.has(each.id) ? { ...each, state: 'confirmed', edited: false } : each));
          keys++;
          const steps = stepsOf(infos);
          step = nextOpen(steps, indexOf(steps, step.key));
        }
        assert.ok(keys <= most);
        assert.ok(!infos.some(isOpen));
      }),
    );
  });
});

describe('what a review says', () => {
  const steps = stepsOf([
    info('/caseNumber', { title: 'Case number', value: 'CM15-1', words: 'CM15-1' }),
    info('/reviewer/licensedStates/0', { value: 'CA', words: 'California' }),
    info('/reviewer/specialties/0', { value: 'Pain Medicine', words: 'Pain Medicine' }),
    info('/issues/0/decision'),
    info('/issues/0/rationale', { title: 'Rationale', value: null, words: 'word '.repeat(60) }),
  ]);
  const [number, reviewer, decision, rationale] = steps;

  test('where it is, and the value that would be accepted', () => {
    assert.ok(number && reviewer && decision && rationale);
    assert.equal(progressText(steps, decision), 'Review 3 of 4 · Decision of issue 1: upheld');
    assert.equal(stepValue(reviewer), 'CA · Pain Medicine');
    assert.match(stepValue(rationale), /^(?:word ){11}word…$/);
    assert.equal(
      stepValue({
        ...reviewer,
        members: Array.from({ length: 9 }, (_, i) => info('/x', { value: `long value ${i}` })),
      }),
      '9 values',
    );
  });

  test('the name of the field, with its value where the words are another', () => {
    assert.ok(number && reviewer && decision);
    assert.equal(nameText(number), 'Case number');
    assert.equal(nameText(decision), 'Decision of issue 1 = upheld');
    assert.equal(nameText(reviewer), 'Reviewer');
  });

  test('its end in a sentence: what became of the values, what was left, how to go on', () => {
    assert.equal(
      endText(steps),
      'The walk is at its end. 5 values you skipped wait still; P goes back. N opens the next letter; Escape ends the review.',
    );
    const decided = stepsOf([
      info('/caseNumber', { state: 'confirmed' }),
      info('/priority', { state: 'corrected' }),
      info('/issues/0/item', { state: 'flagged' }),
    ]);
    assert.equal(
      endText(decided),
      'All 3 values of this letter are decided: 1 confirmed, 1 corrected, 1 flagged. N marks the letter as done and opens the next; Escape ends the review.',
    );
    assert.equal(endText([]), 'The parser read nothing in this letter that could be reviewed.');
    assert.equal(endStatus(decided), 'Review done · N next letter');
    assert.equal(endStatus(steps), 'Review: 5 values skipped · N next letter');
  });
});

describe('the keys of a review', () => {
  test('are single ones, each another, that the manifest binds only while a review goes on', () => {
    const { contributes } = manifest as {
      contributes: { keybindings: readonly { command: string; key: string; when: string }[] };
    };
    const single = contributes.keybindings.filter(({ key }) => !key.includes('+'));
    for (const { when } of single) assert.match(when, /^imr\.reviewing && editorTextFocus\b/);
    assert.deepEqual(
      single.map(({ command, key }) => [command, key]),
      REVIEW_ACTIONS.map((action) => [REVIEW_COMMANDS[action], REVIEW_KEYS[action].key]),
    );
    assert.equal(new Set(single.map(({ key }) => key)).size, single.length);
  });
});

describe('the next letter', () => {
  const letter = (uri: string, status: LetterInfo['status']): LetterInfo => ({ uri, path: uri, status, authors: [] });
  const letters = [letter('a', 'new'), letter('b', 'done'), letter('c', 'problem'), letter('d', 'in-progress')];

  test('is the next that waits, from the beginning again, and never the same', () => {
    assert.equal(nextWaiting(letters, 'a')?.uri, 'd');
    assert.equal(nextWaiting(letters, 'd')?.uri, 'a');
    assert.equal(nextWaiting(letters, 'nowhere')?.uri, 'a');
    assert.equal(nextWaiting([letter('a', 'new')], 'a'), null);
    assert.equal(nextWaiting([], 'a'), null);
  });
});
