import type { CaseRow } from './rows.ts';

/** What stands for values that a letter does not say. */
export const NOT_STATED = 'Not stated';

/** Filters of which each takes one of the values that the letters have. */
export const FACETS = {
  outcome: { title: 'Outcome', of: ({ outcome }: CaseRow) => (outcome === null ? [] : [outcome]) },
  specialty: { title: 'Specialty', of: ({ specialties }: CaseRow) => specialties },
  guideline: { title: 'Guideline', of: ({ guidelines }: CaseRow) => guidelines },
  drug: { title: 'Treatment class', of: ({ items }: CaseRow) => items.flatMap(({ drugs }) => drugs) },
  year: { title: 'Year', of: ({ decided }: CaseRow) => (decided === null ? [] : [decided.slice(0, 4)]) },
  problems: { title: 'Problems', of: ({ problems }: CaseRow) => [problems > 0 ? 'some' : 'none'] },
} as const satisfies Readonly<Record<string, { title: string; of: (row: CaseRow) => readonly string[] }>>;

export type Facet = keyof typeof FACETS;

/** An empty text filters nothing. */
export type Filter = Readonly<Record<Facet | 'words', string>>;

export const NO_FILTER: Filter = {
  words: '',
  outcome: '',
  specialty: '',
  guideline: '',
  drug: '',
  year: '',
  problems: '',
};

export const FACET_NAMES = Object.keys(FACETS) as readonly Facet[];

/** The values of a row, or the one that says that it has none. */
const valuesOf = (row: CaseRow, facet: Facet): readonly string[] => {
  const values = FACETS[facet].of(row);
  return values.length > 0 ? values : [NOT_STATED];
};

/** The rows that have all the words, and all the values. */
export const filtered = (rows: readonly CaseRow[], filter: Filter): readonly CaseRow[] => {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const facets = FACET_NAMES.filter((facet) => filter[facet] !== '');
  return rows.filter(
    (row) =>
      words.every((word) => row.words.includes(word)) &&
      facets.every((facet) => valuesOf(row, facet).includes(filter[facet])),
  );
};

/** The values that rows have, each with the number of rows, the most frequent first. */
export const choicesOf = (rows: readonly CaseRow[], facet: Facet): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of new Set(valuesOf(row, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
};
