import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { FileError, type Files, NO_FILES } from '../../../server/src/host/files.ts';
import { ANSWERS, type Asking, GitFiles } from '../../../server/src/host/git-files.ts';
import type { GitAttributes } from '../../../server/src/host/settings.ts';
import { ATTRIBUTES, ATTRIBUTES_FILE } from '../../../server/src/notes/index.ts';

const FOLDER = 'file:///home/ma/letters/2015';
const FILE = `${FOLDER}/${ATTRIBUTES_FILE}`;
const REPOSITORY = 'file:///home/ma/letters/.git/HEAD';

interface Situation {
  readonly setting?: GitAttributes;
  /** What the person answers. */
  readonly answer?: string | null;
  /** Files that are there. */
  readonly there?: readonly string[];
  readonly append?: Files['append'];
}

/** What becomes of offering the file in a situation. */
const offered = async ({ setting = 'ask', answer = null, there = [REPOSITORY], append }: Situation, times = 1) => {
  const texts = new Map(there.map((uri) => [uri, 'as it was\n']));
  const seen = { asked: 0, forgone: 0, told: [] as string[] };
  const files: Files = {
    ...NO_FILES,
    read: async (uri) => {
      if (uri.endsWith('/.git') && !texts.has(uri)) throw new FileError('it is a folder');
      return texts.get(uri) ?? null;
    },
    append: append ?? (async (uri, text) => void texts.set(uri, text)),
  };
  const asking: Asking = {
    files: () => files,
    settingsOf: async () => ({ gitAttributes: setting }),
    ask: async () => {
      seen.asked++;
      return answer;
    },
    forgo: () => void seen.forgone++,
    tell: (sentence) => void seen.told.push(sentence),
  };
  const git = new GitFiles(asking);
  for (let i = 0; i < times; i++) await git.offer(FOLDER);
  return { ...seen, written: texts.get(FILE) ?? null };
};

describe('the file that tells Git how to join what several people wrote', () => {
  test('is written when the person says so, and is asked for once a folder', async () => {
    const answers = [ANSWERS.yes, ANSWERS.no, ANSWERS.never, null];
    const results = await Promise.all(answers.map((answer) => offered({ answer }, 3)));
    assert.deepEqual(
      results.map(({ asked, forgone, written }) => [asked, forgone, written]),
      [
        [1, 0, ATTRIBUTES],
        [1, 0, null],
        [1, 1, null],
        [1, 0, null],
      ],
    );
  });

  test('is offered in a repository or a work tree of one, and nowhere else', async () => {
    assert.equal((await offered({ there: [] })).asked, 0);
    assert.equal((await offered({ there: ['file:///home/ma/letters/.git'] })).asked, 1);
  });

  test('one that is there stays as it is', async () => {
    for (const setting of ['ask', 'write'] as const) {
      const { asked, written } = await offered({ setting, answer: ANSWERS.yes, there: [REPOSITORY, FILE] });
      assert.deepEqual([asked, written], [0, 'as it was\n']);
    }
  });

  test('is written unasked, or never, where the setting says so', async () => {
    const unasked = await offered({ setting: 'write', there: [] });
    assert.deepEqual([unasked.asked, unasked.written], [0, ATTRIBUTES]);
    const never = await offered({ setting: 'never', answer: ANSWERS.yes });
    assert.deepEqual([never.asked, never.written], [0, null]);
  });

  test('where it cannot be written the person is told', async () => {
    const append = async (): Promise<void> => {
      throw new FileError('you have no permission');
    };
    const { told } = await offered({ answer: ANSWERS.yes, append });
    assert.deepEqual(told, ['.imr/.gitattributes could not be written: you have no permission.']);
  });

  test('says to Git what it is to say', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'imr-git-'));
    try {
      const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
      git('init', '--quiet');
      mkdirSync(path.join(folder, '.imr'));
      writeFileSync(path.join(folder, ATTRIBUTES_FILE), ATTRIBUTES);
      const files = ['.imr/notes.jsonl', '.imr/annotations/a.imr.txt/ma.jsonl', '.imr/base/ab/abc.txt', 'a.imr.txt'];
      const lines = git('check-attr', 'merge', 'text', 'eol', '--', ...files)
        .trimEnd()
        .split('\n');
      assert.deepEqual(
        files.map((_, i) => lines.slice(3 * i, 3 * i + 3).map((line) => line.split(': ').at(-1))),
        [
          ['union', 'set', 'lf'],
          ['union', 'set', 'lf'],
          ['unspecified', 'unset', 'unspecified'],
          ['unspecified', 'unspecified', 'unspecified'],
        ],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
