import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { notePicks } from '../../../client/src/commands/note-picks.ts';
import { issuePicks, letterPicks } from '../../../client/src/commands/picks.ts';
import { folderFor, nameOf, temporaryName } from '../../../client/src/commands/place.ts';
import { reasonOf } from '../../../client/src/commands/reason.ts';
import { SAMPLES, sampleFile } from '../../../client/src/commands/samples.ts';
import { readTarget } from '../../../client/src/commands/target.ts';
import { traceOf } from '../../../client/src/trace.ts';

describe('what a command acts on', () => {
  const active = 'file:///front.imr';
  const whole = { letter: null, issue: null };

  test('a lens says letter and issue', () => {
    assert.deepEqual(readTarget({ uri: 'file:///a.imr', letter: 2, issue: 3 }, active), {
      uri: 'file:///a.imr',
      letter: 2,
      issue: 3,
    });
    assert.deepEqual(readTarget({ uri: 'file:///a.imr', letter: 1 }, active), {
      uri: 'file:///a.imr',
      letter: 1,
      issue: null,
    });
  });

  test('a menu gives an address', () => {
    const uri = { scheme: 'file', path: '/a.imr', toString: () => 'file:///a.imr' };
    assert.deepEqual(readTarget(uri, active), { uri: 'file:///a.imr', ...whole });
    assert.deepEqual(readTarget('file:///a.imr', active), { uri: 'file:///a.imr', ...whole });
  });

  test('the palette gives nothing: the document in front', () => {
    for (const argument of [undefined, null, 7, '', {}, []]) {
      assert.deepEqual(readTarget(argument, active), { uri: active, ...whole });
    }
    assert.equal(readTarget(undefined, null), null);
  });

  test('numbers that count nothing are not taken', () => {
    for (const letter of [0, -1, 1.5, Number.NaN, '1', null]) {
      assert.equal(readTarget({ uri: 'file:///a.imr', letter }, active)?.letter, null);
    }
  });
});

describe('lists to choose from', () => {
  test('of notes: those that are about nothing any more stand first and are taken, and say why', () => {
    const note = (id: string, of: { stale?: boolean; lost?: boolean } = {}) => ({
      id,
      title: `Ignored: “${id}”`,
      code: 'word.scanno',
      path: id === 'folder' ? null : 'a.imr',
      stale: false,
      lost: false,
      ...of,
    });
    const picks = notePicks([
      note('folder'),
      note('stale', { stale: true }),
      note('used'),
      note('lost', { lost: true }),
    ]);
    assert.deepEqual(
      picks.map(({ id, description, picked, detail }) => [id, description, picked, detail]),
      [
        ['stale', 'about nothing in this letter any more', true, 'word.scanno · a.imr'],
        ['lost', 'its letter is gone', true, 'word.scanno · a.imr'],
        ['folder', '', false, 'word.scanno'],
        ['used', '', false, 'word.scanno · a.imr'],
      ],
    );
  });

  const issue = (number: number, item: string | null, decision: string | null) => ({ number, item, decision });
  const first = { caseNumber: 'CM15-0000001', issues: [issue(1, 'Cane', 'upheld'), issue(2, 'Brace', 'overturned')] };
  const second = { caseNumber: null, issues: [issue(1, null, null)] };
  const two = JSON.stringify([first, second]);

  test('of letters: all of them first', () => {
    assert.deepEqual(letterPicks(two), [
      { label: 'All 2 letters', description: 'in one file', letter: null, issue: null },
      { label: 'CM15-0000001', description: 'letter 1 · 2 issues', letter: 1, issue: null },
      { label: 'Letter 2', description: '1 issue', letter: 2, issue: null },
    ]);
  });

  test('of the issues of one letter', () => {
    assert.deepEqual(issuePicks(JSON.stringify(first), null), [
      { label: '1 Cane', description: 'Upheld', letter: 1, issue: 1 },
      { label: '2 Brace', description: 'Overturned', letter: 1, issue: 2 },
    ]);
  });

  test('of the issues of several letters: each says its letter', () => {
    assert.deepEqual(
      issuePicks(two, null).map(({ label, description }) => [label, description]),
      [
        ['1 Cane', 'Upheld · CM15-0000001'],
        ['2 Brace', 'Overturned · CM15-0000001'],
        ['1 no item', 'no decision · letter 2'],
      ],
    );
    assert.deepEqual(
      issuePicks(two, 2).map((pick) => [pick.letter, pick.issue]),
      [[2, 1]],
    );
  });

  test('an endless item is shortened', () => {
    const [pick] = issuePicks(JSON.stringify({ ...first, issues: [issue(1, 'x'.repeat(500), null)] }), null);
    assert.ok(pick && pick.label.length <= 82 && pick.label.endsWith('…'));
  });
});

describe('where an export goes', () => {
  const place = (scheme: string, path: string) => ({ scheme, authority: '', path });
  const workspaceFolder = place('file', '/work');

  test('next to the letter where files can be written there', () => {
    assert.deepEqual(folderFor(place('file', '/letters/a.imr'), true, workspaceFolder), place('file', '/letters'));
    assert.deepEqual(folderFor(place('memfs', '/a.imr'), true, null), place('memfs', '/'));
  });

  test('else the workspace folder, else nowhere in particular', () => {
    assert.equal(folderFor(place('git', '/letters/a.imr'), false, workspaceFolder), workspaceFolder);
    assert.equal(folderFor(place('untitled', 'Untitled-1'), true, workspaceFolder), workspaceFolder);
    assert.equal(folderFor(place('untitled', 'Untitled-1'), true, null), null);
  });

  test('the temporary name is hidden and holds the target’s', () => {
    assert.equal(temporaryName({ path: '/a/case.json' }, 0), '.case.json.000000.tmp');
    assert.match(temporaryName({ path: '/a/case.json' }, 0.999_999), /^\.case\.json\.[0-9a-z]{6}\.tmp$/);
  });

  test('a name is the last part of a path', () => {
    assert.equal(nameOf({ path: '/a/b.json' }), 'b.json');
    assert.equal(nameOf({ path: 'Untitled-1' }), 'Untitled-1');
  });
});

describe('why a file could not be written', () => {
  const coded = (code: string, message = '') => Object.assign(new Error(message), { code });

  test('by the code', () => {
    assert.equal(reasonOf(coded('NoPermissions')), 'you have no permission');
    assert.equal(reasonOf(coded('FileExists')), 'it exists already');
    assert.equal(reasonOf(coded('ENOENT')), 'there is no such file or folder');
  });

  test('by the system’s code in the message', () => {
    assert.equal(reasonOf(coded('Unknown', 'Error: ENOSPC: no space left on device, write')), 'the disk is full');
  });

  test('else by the message itself', () => {
    assert.equal(reasonOf(new Error('The cable is out.')), 'The cable is out');
    for (const value of [undefined, null, 'x', new Error('')]) assert.equal(reasonOf(value), 'of an unknown error');
  });
});

describe('an error in the log', () => {
  test('is its name and its frames, never its message', () => {
    const error = new TypeError('the patient is\n    at home');
    error.stack = `TypeError: the patient is\n    resting\n    at run (index.ts:1:2)\n    at async go (index.ts:3:4)`;
    assert.equal(traceOf(error), 'TypeError\n    at run (index.ts:1:2)\n    at async go (index.ts:3:4)');
    assert.equal(traceOf('a secret'), 'string');
  });
});

describe('samples to open', () => {
  test('are there', () => {
    for (const name of Object.values(SAMPLES)) {
      assert.ok(existsSync(join(import.meta.dirname, '../../../samples', name)), name);
    }
  });

  test('a sound one, unless a damaged one is asked for', () => {
    assert.equal(sampleFile('damaged'), SAMPLES.damaged);
    for (const argument of [undefined, 'sound', '../../etc/passwd', 7])
      assert.equal(sampleFile(argument), SAMPLES.sound);
  });
});
