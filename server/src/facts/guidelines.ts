import { type Fact, factOf, type Pages, pagesOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { candidatesOf, nearest } from './near.ts';
import { buildPhrases, endsWord, filedUnder, isWordCode, longestAt } from './phrases.ts';
import { sectionOfRegulation } from './regulations.ts';
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

const fromRow = (row: GuidelineRow, sources: readonly string[]): Guideline => ({
  id: row.id,
  scheme: row.scheme,
  title: row.title,
  work: row.work ?? null,
  years: row.years ?? [],
  labels: row.labels ?? [],
  series: row.series,
  chapter: row.chapter ?? null,
  section: row.section ?? null,
  from: row.from ?? null,
  to: row.to ?? null,
  published: row.published ?? null,
  pages: pagesOf(row.pages),
  link: row.section ? (sectionOfRegulation(row.section)?.link ?? null) : null,
  ...factOf(row, sources),
});

const fromOdg = (row: OdgRow, sources: readonly string[]): Guideline => ({
  id: `odg/${row.id}`,
  scheme: 'ODG',
  title: row.title,
  work: 'Official Disability Guidelines (ODG)',
  years: [],
  labels: row.labels ?? [],
  series: `odg-${row.id}`,
  chapter: null,
  section: null,
  from: null,
  to: null,
  published: null,
  pages: null,
  link: null,
  ...factOf(row, sources),
});

const byId = lazy((): ReadonlyMap<string, Guideline> => {
  const table = guidelineTable();
  const odg = odgTable();
  const all = [
    ...table.rows.map((row) => fromRow(row, table.sources)),
    ...odg.rows.map((row) => fromOdg(row, odg.sources)),
  ];
  return new Map(all.map((guideline) => [guideline.id, guideline]));
});

/** The guideline of an identifier, or null. */
export const guideline = (id: string): Guideline | null => byId().get(id) ?? null;

/** Every guideline, chapters of the schedule first. */
export const allGuidelines = (): readonly Guideline[] => [...byId().values()];

/** A title in print and the edition that bears it. */
export interface Label {
  readonly title: string;
  readonly guideline: Guideline;
}

/** Every title of a chapter: its own, the other ones in print, and those with number or section in front. */
const labelsOf = (guideline: Guideline, forms: readonly string[]): readonly string[] => {
  const fill = (form: string, title: string): string =>
    form
      .replace('{n}', String(guideline.chapter))
      .replace('{section}', guideline.section ?? '')
      .replace('{title}', title);
  const usable = forms.filter(
    (form) => (!form.includes('{n}') || guideline.chapter) && (!form.includes('{section}') || guideline.section),
  );
  const titles = [guideline.title, ...guideline.labels];
  // A chapter that the schedule did not adopt is cited with its number or its book, never by its bare title.
  const bare = guideline.scheme === 'ACOEM' && guideline.chapter ? guideline.labels : titles;
  return [...bare, ...usable.map((form) => fill(form, guideline.title))];
};

const chapters = lazy(() => {
  const { chapterForms } = guidelineTable();
  const entries: (readonly [string, Label])[] = [];
  for (const guideline of byId().values()) {
    if (guideline.scheme === 'ODG') continue;
    const titles = new Map(labelsOf(guideline, chapterForms).map((title) => [title, guideline]));
    for (const title of titles.keys()) entries.push([title, { title, guideline }]);
  }
  return buildPhrases(entries);
});

/** The editions that bear exactly this title (folded), in order of their years; empty where none does. */
export const guidelinesTitled = (title: string): readonly Label[] => filedUnder(chapters(), title);

const nearTitles = lazy(() => {
  const entries: (readonly [string, string])[] = [];
  for (const { scheme, title, labels, series } of byId().values()) {
    if (scheme === 'MTUS') for (const name of [title, ...labels]) entries.push([name, series]);
  }
  return candidatesOf(entries);
});

/** The chapter of the schedule whose title comes near to `title`: its editions, and the known title. Null where none does. */
export const guidelinesNear = (title: string): { readonly labels: readonly Label[]; readonly title: string } | null => {
  const near = nearest(title, nearTitles());
  return (
    near && { title: near.title, labels: editionsOf(near.of).map((guideline) => ({ title: near.title, guideline })) }
  );
};

/** The editions of a series, in the order of the tables, which is that of time. */
export const editionsOf = (series: string): readonly Guideline[] =>
  [...byId().values()].filter((guideline) => guideline.series === series);

/** The four digits of a year that follow `offset` after blanks, a comma or a bracket, or null. */
const yearAfter = (text: string, offset: number): number | null => {
  let at = offset;
  while (at < text.length && at < offset + 4 && ' ,(\n\r\t'.includes(text.charAt(at))) at++;
  if (at === offset || isWordCode(text.charCodeAt(at + 4))) return null;
  const year = text.slice(at, at + 4);
  return /^(?:19|20)\d\d$/.test(year) ? Number(year) : null;
};

/** The label whose edition bears `year`, else the first: the edition that letters of the undated form meant. */
export const editionOfYear = (labels: readonly Label[], year: number | null): Label | null =>
  labels.find(({ guideline }) => year !== null && guideline.years.includes(year)) ?? labels[0] ?? null;

export interface ChapterMatch {
  /** The title as the tables spell it, without the year. */
  readonly title: string;
  /** How much of the text it takes, in UTF-16 code units, without the year. */
  readonly length: number;
  /** The edition of the year that follows; where none does, the one that undated letters meant. */
  readonly guidelineId: string;
}

/**
 * The longest title of a chapter or guideline of the schedule (or of the ACOEM book) that starts at `offset` of `text`,
 * as letters print it, without its year; null where none does. White space, case, hyphens, commas and `&` may differ.
 */
export const matchChapterAt = (text: string, offset: number): ChapterMatch | null => {
  const match = longestAt(chapters(), text, offset, endsWord);
  if (!match) return null;
  const label = editionOfYear(match.values, yearAfter(text, match.end));
  return label && { title: label.title, length: match.end - offset, guidelineId: label.guideline.id };
};
