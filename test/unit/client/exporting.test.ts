import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileNames } from '../../../client/src/commands/formats.ts';
import { BLIND, isWorthTelling, reportText, summary } from '../../../client/src/exporting/report.ts';
import { type Exporter, LostExport, type Output, runExport, type Wanted } from '../../../client/src/exporting/run.ts';
import { bytesOf } from '../../../client/src/files/content.ts';
import type { ExportDocument } from '../../../server/src/protocol.ts';

const CLEAN = { error: 0, warning: 0, information: 1, hint: 0 };

/** An exporter whose parts are the texts, and an output that remembers. */
const world = ({ lostAfter = Infinity, full = false } = {}) => {
  const done: string[] = [];
  const documents: ExportDocument[] = [];
  const exporter: Exporter = {
    begin: async (formats) => {
      done.push(`begin ${formats.join(' ')}`);
      return { id: 1 };
    },
    add: async (_id, added) => {
      documents.push(...added);
      if (documents.length > lostAfter) return null;
      return {
        parts: added.map(({ text }) => ({ file: 'cases.jsonl', content: { text }, whole: false })),
        reports: added.map(({ path }) => ({
          letters: 1,
          blind: path.startsWith('bad'),
          problems: path.startsWith('bad') ? { ...CLEAN, error: 1, warning: 2 } : CLEAN,
        })),
      };
    },
    end: async (_id, cancel) => {
      done.push(cancel ? 'cancel' : 'end');
      return [{ file: 'cases.jsonl', content: { text: '.' }, whole: false }];
    },
  };
  let text = '';
  const output: Output = {
    take: async ({ content }) => {
      if (full) throw new Error('the disk is full');
      text += Buffer.from(bytesOf(content)).toString();
    },
    publish: async () => void done.push(`publish ${text.length}`),
    discard: async () => void done.push('discard'),
  };
  return { done, documents, exporter, output };
};

const sources = (...names: readonly string[]): readonly Wanted<string>[] =>
  names.map((name) => ({ uri: name, path: name, certain: true }));

const run = (of: ReturnType<typeof world>, files: readonly Wanted<string>[], stops = () => false) => {
  const progress: number[] = [];
  const reader = {
    read: async (uri: string) => {
      if (uri.includes('closed')) throw new Error('no');
      return uri.includes('gone') ? null : 'x';
    },
    reasonOf: () => 'you have no permission',
  };
  const { exporter, output } = of;
  const onProgress = (done: number): void => void progress.push(done);
  const addressOf = (uri: string): string => `file:///${uri}`;
  return runExport({ sources: files, formats: ['jsonl'], reader, exporter, output, addressOf, onProgress, stops });
};

describe('an export of a folder', () => {
  const many = sources(...Array.from({ length: 40 }, (_, i) => `${i}.imr`), 'bad.imr', 'closed.imr', 'gone.imr');

  test('goes through all files and gives the files their names at the end', async () => {
    const of = world();
    const tally = await run(of, many);
    assert.deepEqual(of.done, ['begin jsonl', 'end', 'publish 42']);
    assert.deepEqual([tally.files, tally.letters, tally.others], [43, 41, 1]);
    assert.deepEqual(
      tally.failed.map(({ source, reason }) => `${source.path}: ${reason}`),
      ['closed.imr: you have no permission'],
    );
    assert.deepEqual(
      tally.reports.map(({ source }) => source.path),
      ['bad.imr'],
    );
    assert.equal(of.documents[0]?.uri, 'file:///0.imr');
  });

  test('hands on which letters are wanted', async () => {
    const of = world();
    await run(of, [{ uri: 'a', path: 'a', certain: true, letters: [2] }, ...sources('b')]);
    assert.deepEqual(
      of.documents.map(({ letters }) => letters),
      [[2], undefined],
    );
  });

  test('cancelled, leaves nothing and says so', async () => {
    const of = world();
    const tally = await run(of, many, () => of.documents.length > 0);
    assert.equal(tally.cancelled, true);
    assert.deepEqual(of.done, ['begin jsonl', 'cancel', 'discard']);
    assert.match(summary({ tally, target: 'out' }), /cancelled/);
  });

  test('a full disk or a lost server ends it, with nothing left behind', async () => {
    const full = world({ full: true });
    await assert.rejects(run(full, many), /full/);
    assert.deepEqual(full.done, ['begin jsonl', 'cancel', 'discard']);
    const lost = world({ lostAfter: 20 });
    await assert.rejects(run(lost, many), LostExport);
    assert.deepEqual(lost.done, ['begin jsonl', 'cancel', 'discard']);
  });
});

test('the report tells what could not be read or written and what has problems', async () => {
  const tally = await run(world(), sources('a.imr', 'bad`.imr', 'closed.imr', 'gone.imr'));
  const input = { tally, unreadable: [{ uri: 'x', path: 'x', reason: 'it is gone' }], unwritten: [], target: 'out' };
  assert.equal(summary(input), `Exported 2 letters from 2 files to out. ${BLIND}`);
  assert.equal(summary({ ...input, tally: { ...tally, blind: false } }), 'Exported 2 letters from 2 files to out.');
  assert.equal(isWorthTelling(input), true);
  assert.equal(
    reportText(input),
    `# Export of letters

Exported 2 letters from 2 files to out. ${BLIND}

Passed over, since they hold no letter: 1 file.

## Could not be read

- \`x\`: it is gone
- \`closed.imr\`: you have no permission

## Have problems

- \`\` bad\`.imr \`\`: 1 error, 2 warnings
`,
  );
  assert.equal(isWorthTelling({ ...input, unreadable: [], tally: await run(world(), sources('a.imr')) }), false);
});

test('further files of a format are named after the first', () => {
  assert.deepEqual(fileNames('my case.csv', ['cases', 'issues', 'citations'], 'csv'), [
    'my case.csv',
    'my case-issues.csv',
    'my case-citations.csv',
  ]);
  assert.deepEqual(fileNames('case', ['cases'], 'json'), ['case']);
});
