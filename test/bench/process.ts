import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type RunningServer, startServer } from '../support/server.ts';
import type { Letters } from './letters.ts';
import { median, type Row, row } from './statistics.ts';

const STARTS = 9;

const timeToStart = async (args: readonly string[]): Promise<number> => {
  const start = performance.now();
  const server = await startServer(args);
  const time = performance.now() - start;
  await server.stop();
  return time;
};

/** From starting the process to the answered `initialize`; both servers bundled the same way. */
export const startRows = async (ours: string, empty: string): Promise<Row[]> => {
  const [own, base]: [number[], number[]] = [[], []];
  for (let i = 0; i < STARTS; i++) {
    base.push(await timeToStart([empty]));
    own.push(await timeToStart([ours, '--stdio']));
  }
  const times = median(own) / median(base);
  return [
    row('start → initialize answered: an empty server', `${median(base).toFixed(0)} ms`),
    row('start → initialize answered: ours', `${median(own).toFixed(0)} ms`),
    row('against the empty server', `${times.toFixed(2)} times`, '≤ 1.5 times', times <= 1.5),
  ];
};

const heapOf = async ({ process: server }: RunningServer): Promise<number> => {
  const pipe = server.stdio[3] as Readable;
  server.kill('SIGUSR2');
  const [answer] = await once(pipe, 'data');
  return Number(`${answer}`) / 1e6;
};

/** Opens, asks about and closes letters `from` to `to`. */
const openAndClose = async ({ connection }: RunningServer, texts: readonly string[], from: number, to: number) => {
  for (let i = from; i < to; i++) {
    const textDocument = { uri: `file:///bench/${i}.imr.txt` };
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'imr-letter', version: 1, text: `${texts[i % texts.length]}\n${i}` },
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    await connection.sendRequest('textDocument/documentSymbol', { textDocument });
    await connection.sendNotification('textDocument/didClose', { textDocument });
  }
};

export const memoryRows = async ({ texts }: Letters, ours: string, probe: string): Promise<Row[]> => {
  const server = await startServer(['--expose-gc', '--require', probe, ours, '--stdio'], undefined, ['pipe']);
  await openAndClose(server, texts, 0, 100);
  const first = await heapOf(server);
  await openAndClose(server, texts, 100, 1000);
  const last = await heapOf(server);
  await server.stop();
  const measured = `${first.toFixed(2)} MB, ${last.toFixed(2)} MB`;
  // Code that became hot keeps a few hundred kilobytes of its own; letters would be tens of megabytes.
  return [row('heap after 100 and 1,000 letters opened and closed', measured, 'no growth (± 1 MB)', last - first < 1)];
};

const FILES = 5000;

export const exportRows = ({ texts }: Letters, cli: string): Row[] => {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
  try {
    const letters = path.join(folder, 'letters');
    mkdirSync(letters);
    for (let i = 0; i < FILES; i++) {
      writeFileSync(path.join(letters, `${`${i}`.padStart(5, '0')}.imr.txt`), texts[i % texts.length] ?? '');
    }
    const start = performance.now();
    for (const name of readdirSync(letters)) readFileSync(path.join(letters, name), 'utf8');
    const reading = performance.now() - start;
    const out = path.join(folder, 'cases.jsonl');
    const begin = performance.now();
    execFileSync(process.execPath, [cli, 'export', '--format', 'jsonl', '--out', out, letters], { stdio: 'inherit' });
    const time = performance.now() - begin;
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n').length;
    const speed = (FILES / time) * 1000;
    return [
      row(
        `reading ${FILES} files one after the other`,
        `${Math.round((FILES / reading) * 1000).toLocaleString('en')} files/s`,
      ),
      row(
        `export of ${FILES} files to jsonl (${lines} records), start included`,
        `${Math.round(speed).toLocaleString('en')} letters/s`,
        '≥ 10,000 letters/s',
        speed >= 10_000,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const BUDGETS: Readonly<Record<string, number>> = {
  server: 600,
  client: 500,
  cli: 700,
  'browser/server': 600,
  'browser/client': 500,
};

export const sizeRows = (dist: string): Row[] =>
  Object.entries(BUDGETS)
    .map(([name, budget]) => ({ name, budget, file: path.join(dist, `${name}.js`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, budget, file }) => {
      const kilobytes = statSync(file).size / 1024;
      return row(`dist/${name}.js`, `${kilobytes.toFixed(0)} KB`, `≤ ${budget} KB`, kilobytes <= budget);
    });
