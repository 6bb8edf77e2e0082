import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { familyTable } from './tables.ts';

/** Topics that belong together, in every guideline that has them. */
export interface TopicFamily extends Fact {
  /** The class of drug that they are about, as `is about` goes on; null where letters cite them with each other's pages. */
  readonly name: string | null;
  /** The last parts of their identifiers. */
  readonly topics: readonly string[];
}

/** All families. General topics (weaning, drug testing, medications for chronic pain) are of no class: they fit every drug. */
export const topicFamilies = lazy((): readonly TopicFamily[] => {
  const table = familyTable();
  return table.rows.map((row) => ({ name: row.name ?? null, topics: row.topics, ...factOf(row, table) }));
});
