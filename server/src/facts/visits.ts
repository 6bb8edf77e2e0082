import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { visitTable } from './tables.ts';

/** How many visits of therapy the postsurgical guideline lists for an operation. */
export interface PostsurgicalVisits extends Fact {
  /** The topic it stands under: `mtus/postsurgical-2009/knee`. */
  readonly topicId: string;
  readonly operation: string;
  /** A number or a range. */
  readonly visits: string;
  readonly weeks: string;
  /** The length of the postsurgical period. */
  readonly months: number;
  readonly page: number;
}

/** A figure or term that a guideline sets. */
export interface Term extends Fact {
  readonly guidelineId: string;
  readonly term: string;
  readonly meaning: string;
}

const GUIDELINE = 'mtus/postsurgical-2009';

/** Every operation listed, by body part. */
export const postsurgicalVisits = lazy((): readonly PostsurgicalVisits[] => {
  const table = visitTable();
  return table.rows.map((row) => ({
    topicId: `${GUIDELINE}/${row.topic}`,
    operation: row.operation,
    visits: row.visits,
    weeks: row.weeks,
    months: row.months,
    page: row.page,
    ...factOf(row, table),
  }));
});

/** The terms that a guideline sets; empty where none are known. */
export const termsOf = (guidelineId: string): readonly Term[] =>
  terms().filter((term) => term.guidelineId === guidelineId);

const terms = lazy((): readonly Term[] => {
  const table = visitTable();
  return table.terms.map((row) => ({
    guidelineId: row.guideline,
    term: row.term,
    meaning: row.meaning,
    ...factOf(row, table),
  }));
});
