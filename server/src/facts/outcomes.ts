import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { outcomeTable } from './tables.ts';

/** What share of denials was overturned in a year, as it was published. */
export interface YearOutcome extends Fact {
  readonly year: number;
  /** Per cent. */
  readonly overturned: number;
}

const all = lazy((): readonly YearOutcome[] => {
  const table = outcomeTable();
  return table.rows.map((row) => ({ year: row.year, overturned: row.overturned, ...factOf(row, table) }));
});

/** The years for which a share was published, in their order. */
export const yearOutcomes = (): readonly YearOutcome[] => all();
