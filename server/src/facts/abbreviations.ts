import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { abbreviationTable } from './tables.ts';

/** An abbreviation that letters use without spelling it out. */
export interface Abbreviation extends Fact {
  readonly short: string;
  /** Other abbreviations for the same. */
  readonly forms: readonly string[];
  /** What it stands for. */
  readonly long: string;
  readonly about: string | null;
  /** What else it may stand for. */
  readonly also: readonly string[];
}

const abbreviations = lazy((): ReadonlyMap<string, Abbreviation> => {
  const table = abbreviationTable();
  return new Map(
    table.rows.flatMap((row) => {
      const of: Abbreviation = {
        short: row.short,
        forms: row.forms ?? [],
        long: row.long,
        about: row.about ?? null,
        also: row.also ?? [],
        ...factOf(row, table),
      };
      return [of.short, ...of.forms].map((form) => [form, of] as const);
    }),
  );
});

/** The abbreviation of a whole word in exactly this case, with or without the `s` of a plural; null where none is known. */
export const abbreviation = (word: string): Abbreviation | null =>
  abbreviations().get(word) ?? (word.endsWith('s') ? (abbreviations().get(word.slice(0, -1)) ?? null) : null);

/** Every abbreviation, each once. */
export const allAbbreviations = (): readonly Abbreviation[] => [...new Set(abbreviations().values())];
