import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
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

const BUDGETS: Readonly<Record<string, number>> = {
  server: 600,
  client: 500,
  cli: 700,
  // With the tables, which the programs in Node load from a file beside them.
  'browser/server': 830,
  'browser/client': 600,
};

export const sizeRows = (dist: string): Row[] =>
  Object.entries(BUDGETS)
    .map(([name, budget]) => ({ name, budget, file: path.join(dist, `${name}.js`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, budget, file }) => {
      const kilobytes = statSync(file).size / 1024;
      return row(`dist/${name}.js`, `${kilobytes.toFixed(0)} KB`, `≤ ${budget} KB`, kilobytes <= budget);
    });
