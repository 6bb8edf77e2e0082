import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CheckTally, runCheck } from '../../../client/src/checking/run.ts';
import { summaryOf } from '../../../client/src/checking/summary.ts';
import type { Source } from '../../../client/src/files/walk.ts';
import type { CheckedDocument, CheckParams } from '../../../server/src/protocol.ts';

const NOTHING = { unlisted: 0, lost: 0 };
const CLEAN = { error: 0, warning: 0, information: 0, hint: 0 };
const FOUND: CheckedDocument = {
  diagnostics: [],
  problems: { ...CLEAN, error: 1, information: 2 },
  letters: 2,
  silenced: 3,
};

const sources = (...names: readonly string[]): readonly Source<string>[] =>
  names.map((name) => ({ uri: name, path: name, certain: true }));

/** Checks files by their names: `closed` cannot be read, `gone` is no more, a lot with `bad` fails. */
const check = async (files: readonly Source<string>[], stopAfter = Infinity) => {
  const asked: number[] = [];
  const checked: string[] = [];
  const progress: number[] = [];
  const tally = await runCheck(files, {
    reader: {
      read: async (uri) => {
        if (uri.includes('closed')) throw new Error('no');
        return uri.includes('gone') ? null : 'x';
      },
      reasonOf: () => 'you have no permission',
    },
    addressOf: (uri) => uri,
    ask: async ({ documents }: CheckParams) => {
      asked.push(documents.length);
      return documents.some(({ uri }) => uri.includes('bad')) ? null : { documents: documents.map(() => FOUND) };
    },
    onChecked: async ({ path }, found) => void checked.push(`${path}${found ? '' : ' -'}`),
    onProgress: (done) => void progress.push(done),
    stops: () => checked.length >= stopAfter,
  });
  return { tally, asked, checked, progress };
};

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${i}.imr`);

describe('a check of a folder', () => {
  test('goes through all files lot by lot, in their order, and counts', async () => {
    const { tally, asked, checked, progress } = await check(sources(...names(40)));
    assert.deepEqual(checked, names(40));
    assert.ok(asked.length > 1 && Math.max(...asked) <= 16, asked.join());
    assert.equal(progress.at(-1), 40);
    const problems = { ...CLEAN, error: 40, information: 80 };
    assert.deepEqual(tally, {
      files: 40,
      letters: 80,
      problems,
      silenced: 120,
      unreadable: new Map(),
      cancelled: false,
    });
  });

  test('what cannot be read or checked is told, and the others are checked', async () => {
    const { tally, checked } = await check(sources('a', 'bad', 'closed', 'gone', 'z'));
    assert.deepEqual(checked, ['a', 'bad -', 'closed -', 'gone -', 'z']);
    assert.deepEqual([tally.files, tally.letters], [2, 4]);
    assert.deepEqual(
      [...tally.unreadable],
      [
        ['bad', 'its check failed'],
        ['closed', 'you have no permission'],
      ],
    );
  });

  test('stops between two lots, and says so', async () => {
    const { tally, checked } = await check(sources(...names(100)), 1);
    assert.equal(tally.cancelled, true);
    assert.equal(checked.length, 16);
  });

  test('asks nothing where there is nothing', async () => {
    const { tally, asked } = await check(sources('gone'));
    assert.deepEqual([tally.files, asked], [0, []]);
  });
});

describe('what is told of it', () => {
  const tally: CheckTally = {
    files: 1199,
    letters: 1200,
    problems: { error: 3, warning: 1, information: 0, hint: 12 },
    silenced: 0,
    unreadable: new Map(),
    cancelled: false,
  };

  test('is a sentence with letters and problems', () => {
    assert.equal(summaryOf(tally, NOTHING), 'Checked 1,200 letters in 1,199 files: 3 errors, 1 warning, 12 hints.');
    assert.equal(
      summaryOf({ ...tally, files: 1, letters: 1, problems: CLEAN }, NOTHING),
      'Checked 1 letter in 1 file: no problems.',
    );
  });

  test('names notes whose letters are gone', () => {
    assert.match(summaryOf(tally, { unlisted: 0, lost: 1 }), /: 3 errors, .* 1 note is about a letter that is gone\.$/);
    assert.match(summaryOf(tally, { unlisted: 0, lost: 2 }), / 2 notes are about letters that are gone\.$/);
  });

  test('names what was silenced, left out, not read and not done', () => {
    const unreadable = new Map([['a.txt', 'it is gone']]);
    assert.equal(
      summaryOf({ ...tally, silenced: 2, unreadable, cancelled: true }, { unlisted: 7, lost: 0 }),
      'The check was cancelled after 1,200 letters in 1,199 files: 3 errors, 1 warning, 12 hints. Notes silence 2 more. ' +
        'The list shows the first of them: 7 problems did not fit. 1 file could not be read: a.txt (it is gone).',
    );
  });
});
