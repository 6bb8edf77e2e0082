import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { startServer } from '../support/server.ts';
import { type Letters, letterOfSize, longDocument } from './letters.ts';
import { median, percentile, type Row, row } from './statistics.ts';

/** Until what an edit runs is compiled, in both servers. */
const WARM_UP = 300;
const EDITS = 400;

/** Somebody who types in the middle of a document: each call of `edit` gives the milliseconds until its diagnostics. */
interface Typist {
  edit(number: number): Promise<number>;
  stop(): Promise<unknown>;
}

const typist = async (args: readonly string[], text: string): Promise<Typist> => {
  const { connection, stop } = await startServer(args);
  const uri = 'file:///bench/letter.imr.txt';
  const line = text.slice(0, text.length / 2).split('\n').length;
  // As editors ask: with the name of what they were told last.
  let previousResultId: string | undefined;
  const diagnostics = async (): Promise<void> => {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
    const { resultId } = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
    previousResultId = resultId;
  };
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'imr-letter', version: 1, text },
  });
  await diagnostics();
  return {
    stop,
    edit: async (number) => {
      // A character more, then the same character less.
      const range = { start: { line, character: 0 }, end: { line, character: number % 2 } };
      const start = performance.now();
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: number + 2 },
        contentChanges: [{ range, text: number % 2 === 0 ? 'x' : '' }],
      });
      await diagnostics();
      return performance.now() - start;
    },
  };
};

/** The times of both servers, edit by edit: they take turns, so that a busy machine slows both alike. */
interface Times {
  readonly base: readonly number[];
  readonly own: readonly number[];
}

const measure = async (text: string, ours: string, empty: string): Promise<Times> => {
  const typists = { base: await typist([empty], text), own: await typist([ours, '--stdio'], text) };
  const times: Record<keyof Times, number[]> = { base: [], own: [] };
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    for (const who of ['base', 'own'] as const) {
      const time = await typists[who].edit(edit);
      if (edit >= WARM_UP) times[who].push(time);
    }
  }
  await Promise.all(Object.values(typists).map(({ stop }) => stop()));
  return times;
};

interface Budget {
  readonly times: number;
  readonly p95: number;
}

const rowsFor = async (what: string, text: string, ours: string, empty: string, budget: Budget): Promise<Row[]> => {
  const { own, base } = await measure(text, ours, empty);
  const times = median(own) / median(base);
  const p95 = percentile(own, 0.95);
  const ms = (all: readonly number[]): string =>
    `p50 ${median(all).toFixed(2)} ms, p95 ${percentile(all, 0.95).toFixed(2)} ms`;
  return [
    row(`edit → diagnostics, ${what}: an empty server`, ms(base)),
    row(`edit → diagnostics, ${what}: ours`, ms(own), `p95 ≤ ${budget.p95} ms`, p95 <= budget.p95),
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
