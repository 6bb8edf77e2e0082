import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Letters } from './letters.ts';
import type { Product } from './product.ts';
import { median, percentile, type Row, row } from './statistics.ts';

/** As many annotations as a letter has when all its values are judged, and many more. */
const USUAL = 60;
const MANY = 2000;
const FOLDER = 10_000;
const TIMES = 200;

const inMs = (time: number): string => `${time.toFixed(2)} ms`;

const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** Passages of three words, as many as are wanted, evenly over the text. */
const passagesIn = (text: string, count: number): readonly (readonly [number, number])[] => {
  const words = [...text.matchAll(/\S+/g)];
  return Array.from({ length: count }, (_, i) => {
    const first = Math.floor((i * Math.max(1, words.length - 2)) / count);
    const last = words[first + 2] ?? words.at(-1);
    return [words[first]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 1)] as const;
  });
};

/** A word put in and a line taken out, at places that differ from one time to the next. */
const edited = (text: string, seed: number): string => {
  const at = (seed * 7919) % text.length;
  const line = text.indexOf('\n', (seed * 104_729) % text.length) + 1;
  const without = text.slice(0, line) + text.slice(Math.max(line, text.indexOf('\n', line) + 1));
  return `${without.slice(0, at)} newly${without.slice(at)}`;
};

/** How long annotations take to be found again in an edited letter, and how long the view of a folder's letters takes. */
export const annotationRows = async ({ texts }: Letters, product: Product): Promise<Row[]> => {
  const { anchorer, unitTextOf } = product;
  const again = (text: string, count: number, seed: number): number => {
    const passages = passagesIn(text, count);
    const now = edited(text, seed);
    return timed(() => {
      const find = anchorer(unitTextOf(text), now);
      for (const passage of passages) find([passage]);
    });
  };
  const letter = (i: number): string => (texts[i % texts.length] ?? '').replace(/\r\n?/g, '\n');
  const times = Array.from({ length: 2 * TIMES }, (_, i) => again(letter(i), USUAL, i + 1)).slice(TIMES);
  const largest = texts.reduce((best, text) => (text.length > best.length ? text : best), '').replace(/\r\n?/g, '\n');
  const many = Array.from({ length: TIMES }, (_, i) => again(largest, MANY, i + 1));
  return [
    row(
      `re-anchoring a letter with ${USUAL} annotations after an edit, p50`,
      inMs(median(times)),
      '≤ 1 ms',
      median(times) <= 1,
    ),
    row('the same, p95', inMs(percentile(times, 0.95))),
    row(`${MANY} annotations in the largest letter, p50`, inMs(median(many)), '≤ 16 ms', median(many) <= 16),
    ...(await folderRows(product)),
  ];
};

/** Two dozen annotations and a last word, as the store file of a letter that somebody is done with. */
const STORE = Array.from({ length: 25 }, (_, i) =>
  JSON.stringify({
    at: '2026-01-01T00:00:00.000Z',
    by: 'ma',
    n: i + 1,
    v: 1,
    ...(i < 24
      ? {
          op: 'add',
          id: `letter-${i}`,
          label: 'drug',
          before: 'x'.repeat(32),
          quote: 'y'.repeat(24),
          after: 'z'.repeat(32),
        }
      : { op: 'progress', progress: 'done' }),
  }),
)
  .join('\n')
  .concat('\n');

/** A folder of many letters, half of them annotated by two people: all is read, then nothing has changed. */
const folderRows = async ({ LetterStatuses, nodeFiles, filesOfMachine, storePath }: Product): Promise<Row[]> => {
  const root = mkdtempSync(path.join(tmpdir(), 'imr-status-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  try {
    for (let i = 0; i < FOLDER; i++) {
      const letter = `${i % 100}/${i}.imr.txt`;
      write(letter, '');
      write(storePath(letter, 'ma'), STORE);
      if (i % 2 === 0) write(storePath(letter, 'jo'), STORE);
    }
    const uri = pathToFileURL(root).href;
    const statuses = new LetterStatuses(() => filesOfMachine(nodeFiles, () => [uri]));
    const opened = async (): Promise<number> => {
      const before = process.cpuUsage();
      await statuses.of({ uri, author: 'ma' }, false);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const rows: Row[] = [];
    for (const what of ['opened first', 'opened again']) {
      const time = await opened();
      rows.push(
        row(
          `the view of ${FOLDER.toLocaleString('en')} letters, ${what} (processor time)`,
          inMs(time),
          '≤ 1000 ms',
          time <= 1000,
        ),
      );
    }
    return rows;
  } finally {
    rmSync(root, { recursive: true });
  }
};
