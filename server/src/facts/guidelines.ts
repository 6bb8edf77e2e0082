import { linkOfSection } from './addresses.ts';
import { type Fact, factOf, type Pages, pagesOf, type Table } from './fact.ts';
import { lazy } from './lazy.ts';
import { type GuidelineRow, guidelineTable, type OdgRow, odgTable } from './tables.ts';

/** One edition of a guideline: a chapter of the schedule (MTUS), of the ACOEM works outside it, or of the ODG. */
export interface Guideline extends Fact {
  /** `mtus/low-back-2004`, `acoem/practice-guidelines-2011`, `odg/low-back`. */
  readonly id: string;
  readonly scheme: 'MTUS' | 'ACOEM' | 'ODG';
  /** As letters print it, without the year. */
  readonly title: string;
  /** The book or series it belongs to. */
  readonly work: string | null;
  /** The years that letters print after the title; the first is the edition's own. */
  readonly years: readonly number[];
  /** Other titles in print. */
  readonly labels: readonly string[];
  /** As letters cite it in the form that prints no year; null where they did not. */
  readonly undated: string | null;
  /** Editions of one chapter share their series. */
  readonly series: string;
  readonly chapter: number | null;
  /** The section of the regulations that adopts it, `9792.23.5`. */
  readonly section: string | null;
  /** When the schedule held it; ISO dates, inclusive, null for not known or open. */
  readonly from: string | null;
  readonly to: string | null;
  /** When it was published: ISO date, month or year. */
  readonly published: string | null;
  /** The pages of the whole. */
  readonly pages: Pages | null;
  /** The official page of the adopting section. */
  readonly link: string | null;
}

const fromRow = (row: GuidelineRow, table: Table): Guideline => ({
  id: row.id,
  scheme: row.scheme,
  title: row.title,
  work: row.work ?? null,
  years: row.years ?? [],
  labels: row.labels ?? [],
  undated: row.undated ?? null,
  series: row.series,
  chapter: row.chapter ?? null,
  section: row.section ?? null,
  from: row.from ?? null,
  to: row.to ?? null,
  published: row.published ?? null,
  pages: pagesOf(row.pages),
  link: row.section ? linkOfSection(row.section) : null,
  ...factOf(row, table),
});

const fromOdg = (row: OdgRow, table: Table): Guideline => ({
  id: `odg/${row.id}`,
  scheme: 'ODG',
  title: row.title,
  work: 'Official Disability Guidelines (ODG)',
  years: [],
  labels: row.labels ?? [],
  undated: null,
  series: `odg-${row.id}`,
  chapter: null,
  section: null,
  from: null,
  to: null,
  published: null,
  pages: null,
  link: null,
  ...factOf(row, table),
});

const byId = lazy((): ReadonlyMap<string, Guideline> => {
  const table = guidelineTable();
  const odg = odgTable();
  const all = [...table.rows.map((row) => fromRow(row, table)), ...odg.rows.map((row) => fromOdg(row, odg))];
  return new Map(all.map((guideline) => [guideline.id, guideline]));
});

/** The guideline of an identifier, or null. */
export const guideline = (id: string): Guideline | null => byId().get(id) ?? null;

/** Every guideline, chapters of the schedule first. */
export const allGuidelines = (): readonly Guideline[] => [...byId().values()];

/** The editions of a series, in the order of the tables, which is that of time. */
export const editionsOf = (series: string): readonly Guideline[] => bySeries().get(series) ?? [];

const bySeries = lazy((): ReadonlyMap<string, readonly Guideline[]> => {
  const grouped = new Map<string, Guideline[]>();
  for (const guideline of byId().values()) {
    const group = grouped.get(guideline.series);
    if (group) group.push(guideline);
    else grouped.set(guideline.series, [guideline]);
  }
  return grouped;
});
