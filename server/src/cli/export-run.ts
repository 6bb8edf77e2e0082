import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CASE_WRITERS } from '../case/writers.ts';
import type { BatchResult, DocResult } from './batch.ts';
import { Ledger, type Note } from './ledger.ts';
import { newTally, resultsOf, rootsOf, type Tally } from './run.ts';
import { onStop } from './stop.ts';
import { type Receiver, type Target, targetOf, type Wanted } from './target.ts';
import { EXIT, say } from './terminal.ts';
import type { Order } from './work.ts';

export interface ExportJob {
  readonly wanted: Wanted;
  readonly force: boolean;
  readonly paths: readonly string[];
  readonly jobs: number;
  readonly resume: boolean;
}

/** Exports all letters of the paths. Resolves to the exit code; throws a `WriteError` where the whole cannot be written. */
export const exportAll = async ({ wanted, force, resume, paths, jobs }: ExportJob): Promise<number> => {
  const target = targetOf(wanted);
  const order: Order = {
    command: 'export',
    format: wanted.format,
    files: target.files,
    byLetter: target.byLetter,
    roots: rootsOf(paths),
  };
  onStop(stopped(wanted.out, target.byLetter, resume));
  const kept = resume && wanted.out !== undefined ? ledgerFolder(wanted.out, target) : null;
  // An output that stands beside its ledger is the program's own.
  const receiver = target.open(force || (kept !== null && existsSync(kept)));
  const ledger = kept === null ? null : openLedger(kept, target, order);
  const known = ledger || target.byLetter ? (name: string) => ledger?.fingerprint(name) : undefined;
  const between = target.files.map((file) => CASE_WRITERS[wanted.format][file]?.between.length ?? 0);
  const tally = newTally();
  for await (const result of resultsOf({ paths, order, jobs, known }, tally)) {
    if (result.docs) await receiveDocs(result, between, receiver, ledger, tally);
    else await receiver.take(result.parts, result.letters, '');
  }
  const unwritten = await receiver.end();
  ledger?.close();
  if (tally.letters === 0) say('no letter was found.');
  return tally.failures + unwritten > 0 ? EXIT.failure : EXIT.clean;
};

const stopped = (out: string | undefined, byLetter: boolean, resume: boolean): string => {
  if (out === undefined) return 'stopped.';
  if (resume) return 'stopped; the same command goes on from here.';
  return byLetter ? `stopped; the files in ${out} are whole, others are missing.` : `stopped; ${out} was not written.`;
};

/** A hidden folder: in the one that is written to, or beside the file. */
const ledgerFolder = (out: string, { isFolder }: Target): string =>
  isFolder ? path.join(out, '.imr-letters') : path.join(path.dirname(out), `.${path.basename(out)}.resume`);

/** What records are made by: this file, and what stands beside it in the shipped program. */
const PROGRAM = ['facts.js', 'writers.js'].map((name) => path.join(__dirname, name)).concat(__filename);

const openLedger = (folder: string, { files }: Target, order: Order): Ledger => {
  const hash = createHash('sha256');
  for (const part of PROGRAM) if (existsSync(part)) hash.update(readFileSync(part));
  const program = hash.digest('hex');
  return new Ledger(folder, files.map(String), `${JSON.stringify(order)} ${program}`);
};

/** Notes what was done anew, and hands on the pieces of each document, new or known. */
const receiveDocs = async (
  { docs, parts }: BatchResult,
  between: readonly number[],
  receiver: Receiver,
  ledger: Ledger | null,
  tally: Tally,
): Promise<void> => {
  const cut = cutter(parts, between);
  const notes = (docs ?? []).map((doc) => ({ doc, note: noteOf(doc, cut) }));
  ledger?.append(notes.flatMap(({ note }) => note ?? []));
  for (const { doc, note } of notes) {
    const done = note ?? ledger?.recall(doc.name);
    if (!done) continue;
    if (!note) tally.letters += done.letters;
    await receiver.take(done.pieces, done.letters, doc.name);
  }
};

const noteOf = (
  { name, fingerprint, made }: DocResult,
  cut: (lengths: readonly number[]) => readonly Uint8Array[],
): Note | null => made && { name, fingerprint, letters: made.letters, pieces: cut(made.lengths) };

/** Cuts the next pieces off the joined ones, and what stands between them. */
const cutter = (parts: readonly Uint8Array[], between: readonly number[]) => {
  const at = parts.map(() => 0);
  return (lengths: readonly number[]): readonly Uint8Array[] =>
    lengths.map((length, i) => {
      const start = at[i] ?? 0;
      if (length > 0) at[i] = start + length + (between[i] ?? 0);
      return parts[i]?.subarray(start, start + length) ?? new Uint8Array();
    });
};
