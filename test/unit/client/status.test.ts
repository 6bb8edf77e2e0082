import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letterText, serverText } from '../../../client/src/status/text.ts';
import { FORMAT_IDS } from '../../../server/src/letter/model.ts';
import type { StatusParams } from '../../../server/src/protocol.ts';

const status: StatusParams = {
  uri: 'file:///a.imr',
  version: 3,
  format: 'credentials-2015',
  letters: 1,
  issues: 3,
  problems: 2,
  silenced: 0,
  stale: 0,
  notes: 'folder',
};

describe('the status of a letter', () => {
  test('names the form, the issues and the problems', () => {
    assert.deepEqual(letterText(status, 3, 'running'), {
      text: 'IMR 2015 letter · 3 issues',
      detail: '2 problems',
      busy: false,
    });
  });

  test('counts one as one and none as none', () => {
    assert.deepEqual(letterText({ ...status, issues: 1, problems: 1 }, 3, 'running'), {
      text: 'IMR 2015 letter · 1 issue',
      detail: '1 problem',
      busy: false,
    });
    const none = letterText({ ...status, issues: 0, problems: 0 }, 3, 'running');
    assert.deepEqual([none.text, none.detail], ['IMR 2015 letter · 0 issues', 'no problems']);
  });

  test('says what notes silence, which are stale, and where they are kept apart', () => {
    const detail = (parts: Partial<StatusParams>) => letterText({ ...status, ...parts }, 3, 'running').detail;
    assert.equal(detail({ problems: 3, silenced: 2 }), '3 problems · 2 silenced');
    assert.equal(detail({ problems: 0, silenced: 1, stale: 1 }), 'no problems · 1 silenced · 1 stale note');
    assert.equal(
      detail({ silenced: 1, notes: 'storage' }),
      '2 problems · 1 silenced · notes are not kept in the folder',
    );
    assert.equal(detail({ notes: 'storage' }), '2 problems', 'where there are none');
  });

  test('every form has words of its own', () => {
    const texts = FORMAT_IDS.map((format) => letterText({ ...status, format }, 3, 'running').text);
    assert.equal(new Set(texts).size, FORMAT_IDS.length);
    for (const text of texts) assert.match(text, /^IMR .+ · 3 issues$/);
  });

  test('several letters are counted, none is said', () => {
    assert.equal(letterText({ ...status, letters: 2 }, 3, 'running').text, '2 IMR letters · 3 issues');
    assert.equal(letterText({ ...status, letters: 0 }, 3, 'running').text, 'No IMR letter found');
  });

  test('is busy while the server has not seen the text of now', () => {
    assert.ok(letterText(status, 4, 'running').busy);
    assert.ok(letterText(null, 1, 'starting').busy);
    assert.ok(!letterText(status, 4, 'failed').busy, 'nobody works on it');
    assert.ok(!letterText(null, 1, 'idle').busy);
  });
});

describe('the status of the server', () => {
  test('each state has its text; a failed one is an error', () => {
    const all = (['idle', 'starting', 'running', 'failed'] as const).map(serverText);
    assert.equal(new Set(all.map(({ text }) => text)).size, 4);
    assert.deepEqual(
      all.map(({ severity }) => severity),
      ['information', 'information', 'information', 'error'],
    );
    assert.deepEqual(
      all.map(({ busy }) => busy),
      [false, true, false, false],
    );
  });
});
