import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Letters } from './letters.ts';
import { type Row, row } from './statistics.ts';

/** How many letters are exported; IMR_BENCH_LETTERS asks for another number. */
const LETTERS = Number(process.env['IMR_BENCH_LETTERS'] ?? 100_000);
/** As many as a person keeps in a folder. */
const IN_FOLDER = 1000;
const PEAK = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));

const fileOf = (folder: string, i: number): string =>
  path.join(folder, `${Math.floor(i / IN_FOLDER)}`.padStart(4, '0'), `${`${i}`.padStart(7, '0')}.imr.txt`);

/** Letters made of those at hand, each with a case number of its own. Gives their bytes. */
const generate = (folder: string, texts: readonly string[]): number => {
  let bytes = 0;
  for (let i = 0; i < LETTERS; i++) {
    const file = fileOf(folder, i);
    if (i % IN_FOLDER === 0) mkdirSync(path.dirname(file), { recursive: true });
    const number = `${i}`.padStart(7, '0');
    const text = (texts[i % texts.length] ?? '').replace(/\bCM(\d\d)-\d{7}\b/g, (_, year) => `CM${year}-${number}`);
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
};

/** Milliseconds to do nothing with the files but read them. */
const timeToRead = (folder: string): number => {
  const start = performance.now();
  for (let i = 0; i < LETTERS; i++) readFileSync(fileOf(folder, i), 'utf8');
  return performance.now() - start;
};

interface Run {
  readonly time: number;
  /** Bytes of memory at the most. */
  readonly peak: number;
}

const exported = async (cli: string, letters: string, format: string, jobs: number, out: string): Promise<Run> => {
  const args = ['--require', PEAK, cli, 'export', '--format', format, '--jobs', `${jobs}`, '--out', out, letters];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  const pipe = child.stdio[3] as NodeJS.ReadableStream;
  let peak = '';
  pipe.setEncoding('utf8').on('data', (text: string) => {
    peak += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The export ended with ${code}.`);
  return { time: performance.now() - start, peak: Number(peak) };
};

const linesIn = async (file: string): Promise<number> => {
  let lines = 0;
  for await (const chunk of createReadStream(file)) for (const byte of chunk as Buffer) if (byte === 0x0a) lines++;
  return lines;
};

const whole = (number: number): string => Math.round(number).toLocaleString('en');

/** A hundred thousand letters, by one thread and by two, beside the time to merely read them. */
export const exportRows = async ({ texts }: Letters, cli: string): Promise<Row[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
  try {
    const letters = path.join(folder, 'letters');
    const megabytes = generate(letters, texts) / 1e6;
    // Else the system writes the letters to the disk while they are exported. Where there is no such program, it does.
    spawnSync('sync');
    const reading = timeToRead(letters);
    const rows = [
      row(`reading ${whole(LETTERS)} files (${whole(megabytes)} MB)`, `${whole((LETTERS / reading) * 1000)} files/s`),
    ];
    const measure = async (format: string, jobs: number, speedBudget?: number): Promise<void> => {
      const out = path.join(folder, `${jobs}.${format}`, '/');
      const { time, peak } = await exported(cli, letters, format, jobs, out);
      const speed = (LETTERS / time) * 1000;
      const what = `export to ${format}, ${jobs} ${jobs === 1 ? 'thread' : 'threads'}, start included`;
      const measured = `${whole(speed)} letters/s, ${((megabytes / time) * 1000).toFixed(1)} MB/s, ${(time / reading).toFixed(1)} times reading`;
      rows.push(
        speedBudget === undefined
          ? row(what, measured)
          : row(what, measured, `≥ ${whole(speedBudget)} letters/s`, speed >= speedBudget),
        row('memory at the most', `${whole(peak / 1e6)} MB`, '≤ 300 MB', peak <= 300e6),
      );
      if (format === 'jsonl') {
        const file = path.join(out, 'cases.jsonl');
        rows.push(row('records, size', `${whole(await linesIn(file))}, ${whole(statSync(file).size / 1e6)} MB`));
      }
      rmSync(out, { recursive: true });
    };
    await measure('jsonl', 1);
    await measure('jsonl', 2, 10_000);
    await measure('csv', 2);
    await measure('parquet', 2);
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
