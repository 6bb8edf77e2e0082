import { NOT_STATED } from './filter.ts';
import type { CaseRow, Item } from './rows.ts';

/** What was decided about some issues. */
export interface Tally {
  readonly name: string;
  readonly overturned: number;
  readonly modified: number;
  readonly upheld: number;
  /** Without a decision that can be read. */
  readonly undecided: number;
}

/** By what decisions are counted. An issue with several values counts under each of them. */
export const GROUPINGS = {
  specialty: ({ specialties }: CaseRow) => specialties,
  guideline: (_row: CaseRow, { guidelines }: Item) => guidelines,
  drug: (_row: CaseRow, { drugs }: Item) => drugs,
  month: ({ decided }: CaseRow) => (decided === null ? [] : [decided.slice(0, 7)]),
  all: () => ['all'],
} as const satisfies Readonly<Record<string, (row: CaseRow, item: Item) => readonly string[]>>;

export type Grouping = keyof typeof GROUPINGS;

const EMPTY = { overturned: 0, modified: 0, upheld: 0, undecided: 0 };

type Word = keyof typeof EMPTY;

const wordOf = ({ decision }: Item): Word =>
  decision === 'overturned' || decision === 'modified' || decision === 'upheld' ? decision : 'undecided';

/** How many issues of the tally have a decision. */
export const decidedIn = ({ overturned, modified, upheld }: Tally): number => overturned + modified + upheld;

/** The share that was overturned of what was decided, in per cent; null where nothing was. */
export const shareOf = (tally: Tally): number | null =>
  decidedIn(tally) > 0 ? (100 * tally.overturned) / decidedIn(tally) : null;

/** The decisions on all issues by group, the largest first. */
export const decisionsBy = (rows: readonly CaseRow[], grouping: Grouping): readonly Tally[] => {
  const groups = new Map<string, Record<Word, number>>();
  for (const row of rows) {
    for (const item of row.items) {
      const names = GROUPINGS[grouping](row, item);
      for (const name of new Set(names.length > 0 ? names : [NOT_STATED])) {
        const counts = groups.get(name) ?? { ...EMPTY };
        counts[wordOf(item)]++;
        groups.set(name, counts);
      }
    }
  }
  return [...groups]
    .map(([name, counts]) => ({ name, ...counts }))
    .sort((a, b) => decidedIn(b) - decidedIn(a) || (a.name < b.name ? -1 : 1));
};

/** The decisions on all issues together. */
export const decisionsIn = (rows: readonly CaseRow[]): Tally =>
  decisionsBy(rows, 'all')[0] ?? { name: 'all', ...EMPTY };
