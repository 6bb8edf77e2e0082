import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, longestAt, scanWords } from './phrases.ts';
import { type OtherSourceRow, sourceTable } from './tables.ts';

/** A work outside schedule, ACOEM and ODG that letters cite: guideline, journal, label, statute, regulation. */
export interface OtherSource extends Fact {
  readonly id: string;
  readonly name: string;
  readonly kind: OtherSourceRow['kind'];
  /** The number of a statute or regulation: `4610.6`. */
  readonly number: string | null;
  readonly about: string;
  /** Other forms in print. */
  readonly forms: readonly string[];
  /** Its public site, as a host name. */
  readonly site: string | null;
}

const all = lazy((): readonly OtherSource[] => {
  const table = sourceTable();
  return table.rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    number: row.number ?? null,
    about: row.about,
    forms: row.forms ?? [],
    site: row.site ?? null,
    ...factOf(row, table),
  }));
});

const byId = lazy(() => new Map(all().map((source) => [source.id, source])));

/** The source of an identifier, or null. */
export const otherSource = (id: string): OtherSource | null => byId().get(id) ?? null;

export const allSources = (): readonly OtherSource[] => all();

const STATUTE = ['Labor Code section ', 'Labor Code § ', 'Labor Code ', 'Lab. Code § ', 'Lab. Code ', 'LC '];
const REGULATION = [
  '8 CCR section ',
  '8 CCR § ',
  '8 CCR ',
  '8 C.C.R. § ',
  '8 C.C.R. ',
  'Title 8 California Code of Regulations section ',
  'Cal. Code Regs. tit. 8 § ',
];

const namesOf = ({ kind, name, number, forms }: OtherSource): readonly string[] => {
  if (kind === 'statute') return STATUTE.map((prefix) => prefix + (number ?? ''));
  if (kind === 'regulation') return REGULATION.map((prefix) => prefix + (number ?? ''));
  return [...new Set([name, ...forms])];
};

const names = lazy(() => buildPhrases(all().flatMap((of) => namesOf(of).map((name) => [name, { name, of }] as const))));

const isAbbreviation = (name: string): boolean => name.length <= 5 && name === name.toUpperCase();

export interface SourceMatch {
  readonly source: OtherSource;
  /** How much of the text its name takes, in UTF-16 code units. */
  readonly length: number;
}

/** The source whose longest name starts at `offset` of `text`, or null. Short abbreviations count only in capitals. */
export const matchSourceAt = (text: string, offset: number): SourceMatch | null => {
  const match = longestAt(names(), text, offset, endsNumber);
  if (!match) return null;
  const printed = text.slice(offset, match.end);
  const named = match.values.find(({ name }) => !isAbbreviation(name) || printed === printed.toUpperCase());
  return named ? { source: named.of, length: match.end - offset } : null;
};

/** The sources that a text names, in order, each once. */
export const sourcesIn = (text: string): readonly OtherSource[] => {
  const found = new Set<OtherSource>();
  scanWords(text, 0, (at) => {
    const match = matchSourceAt(text, at);
    if (match) found.add(match.source);
    return at + (match?.length ?? 0);
  });
  return [...found];
};

/** No word goes on, and no number: section 4610 is not named by 4610.6. */
const endsNumber = (text: string, end: number): boolean =>
  endsWord(text, end) &&
  !(text.charCodeAt(end) === 46 && /\d/.test(text.charAt(end - 1)) && /\d/.test(text.charAt(end + 1)));
