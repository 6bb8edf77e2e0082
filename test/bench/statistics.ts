/** The value below which the share `p` (0 to 1) of the values lies; 0 of none. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One line of the report. `budget` null where the design sets none. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget: { readonly text: string; readonly kept: boolean } | null;
}

export const row = (what: string, measured: string, text?: string, kept?: boolean): Row => ({
  what,
  measured,
  budget: text === undefined ? null : { text, kept: kept ?? false },
});

/** The rows under one another in columns, each budget with `ok` or `OVER`. */
export const report = (title: string, rows: readonly Row[]): string => {
  const width = (pick: (row: Row) => string): number => Math.max(...rows.map((r) => pick(r).length));
  const [whats, measures] = [width((r) => r.what), width((r) => r.measured)];
  const lines = rows.map(({ what, measured, budget }) => {
    const verdict = budget === null ? '' : `  ${budget.kept ? 'ok  ' : 'OVER'}  budget ${budget.text}`;
    return `  ${what.padEnd(whats)}  ${measured.padStart(measures)}${verdict}`.trimEnd();
  });
  return [title, ...lines].join('\n');
};
