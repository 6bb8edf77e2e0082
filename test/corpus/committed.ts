import { readFileSync, writeFileSync } from 'node:fs';
import { ratio, type Scores } from './score.ts';

/** field → mode → share of right answers. */
export type Shares = Readonly<Record<string, Readonly<Record<string, number>>>>;
/** By corpus. */
type Committed = Readonly<Record<string, Shares>>;

/** The scores of the parser. */
export const FIELD_SCORES = new URL('scores.json', import.meta.url);

export const readCommitted = (file: URL): Committed => JSON.parse(readFileSync(file, 'utf8'));

export const sharesOf = (scores: Scores): Shares => {
  const shares: Record<string, Record<string, number>> = {};
  for (const [field, byMode] of scores) {
    for (const [mode, tally] of byMode) {
      const share = ratio(tally);
      if (share !== null) (shares[field] ??= {})[mode] = share;
    }
  }
  return shares;
};

/** A sentence for each committed share that is not reached any more. */
export const falls = (committed: Shares, now: Shares): string[] =>
  Object.entries(committed).flatMap(([field, byMode]) =>
    Object.entries(byMode).flatMap(([mode, share]) => {
      const reached = now[field]?.[mode];
      if (reached === undefined) return [`${field}, ${mode}: was ${share}, is not scored any more`];
      return reached < share ? [`${field}, ${mode}: was ${share}, is ${reached}`] : [];
    }),
  );

/** Both, the better of each. */
export const best = (committed: Shares, now: Shares): Shares =>
  Object.fromEntries(
    Object.entries(now).map(([field, byMode]) => [
      field,
      Object.fromEntries(
        Object.entries(byMode).map(([mode, share]) => [mode, Math.max(share, committed[field]?.[mode] ?? 0)]),
      ),
    ]),
  );

/** Rewrites one corpus's shares; they only rise. */
export const updateCommitted = (file: URL, corpus: string, now: Shares): void => {
  const all = readCommitted(file);
  const next = { ...all, [corpus]: best(all[corpus] ?? {}, now) };
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
};
