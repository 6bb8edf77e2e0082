import { type RunningServer, startServer } from '../support/server.ts';
import { type Letters, letterOfSize, longDocument } from './letters.ts';
import { percentile, type Row, row } from './statistics.ts';

const WARM_UP = 60;
const EDITS = 300;

interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** Opens a text and types into it: the time from each change to the answer with its diagnostics, in milliseconds. */
const typeInto = async ({ connection }: RunningServer, text: string): Promise<Latency> => {
  const uri = 'file:///bench/letter.imr.txt';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'imr-letter', version: 1, text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const line = text.slice(0, text.length / 2).split('\n').length;
  const times: number[] = [];
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    // A character more, then the same character less.
    const end = { line, character: edit % 2 };
    const change = { range: { start: { line, character: 0 }, end }, text: edit % 2 === 0 ? 'x' : '' };
    const start = performance.now();
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: edit + 2 },
      contentChanges: [change],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    if (edit >= WARM_UP) times.push(performance.now() - start);
  }
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
};

const measure = async (args: readonly string[], text: string): Promise<Latency> => {
  const server = await startServer(args);
  const latency = await typeInto(server, text);
  await server.stop();
  return latency;
};

interface Budget {
  readonly times: number;
  readonly p95: number;
}

const rowsFor = async (what: string, text: string, ours: string, empty: string, budget: Budget): Promise<Row[]> => {
  const base = await measure([empty], text);
  const own = await measure([ours, '--stdio'], text);
  const times = own.p50 / base.p50;
  const ms = ({ p50, p95 }: Latency): string => `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`;
  return [
    row(`edit → diagnostics, ${what}: an empty server`, ms(base)),
    row(`edit → diagnostics, ${what}: ours`, ms(own), `p95 ≤ ${budget.p95} ms`, own.p95 <= budget.p95),
    row('p50, against the empty server', `${times.toFixed(2)} times`, `≤ ${budget.times} times`, times <= budget.times),
  ];
};

/** `ours` and `empty` are the bundled servers' files. */
export const editingRows = async ({ texts }: Letters, ours: string, empty: string): Promise<Row[]> => {
  const small = letterOfSize(texts, 10_000);
  const large = longDocument(texts, 1_000_000);
  return [
    ...(await rowsFor(`${(small.length / 1000).toFixed(0)} KB letter`, small, ours, empty, { times: 2, p95: 5 })),
    ...(await rowsFor('1 MB of letters', large, ours, empty, { times: 3, p95: 16 })),
  ];
};
