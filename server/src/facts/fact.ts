/**
 * How far a fact may be trusted. high: read in a document, or beyond doubt; medium: two recollections agree, or a firm
 * one; low: doubtful. A low fact is shown as doubtful and never becomes a warning (docs/facts.md).
 */
export type Confidence = 'high' | 'medium' | 'low';

/** What every fact carries. */
export interface Fact {
  readonly confidence: Confidence;
  /** Where it comes from: `seen: <address>` or `recalled`; for the page numbers where the fact has pages. */
  readonly source: readonly string[];
  readonly note: string | null;
}

/** Pages as printed in the work, from 1. */
export interface Pages {
  readonly first: number;
  readonly last: number;
}

/** The part of every table row that becomes a `Fact`; what is absent is the file's `default`. */
export interface FactRow {
  readonly confidence?: Confidence;
  /** Indices into the file's `sources`. */
  readonly source?: readonly number[];
  readonly note?: string;
}

/** What every table file has besides its rows. */
export interface Table {
  readonly sources: readonly string[];
  readonly default: { readonly confidence: Confidence; readonly source: readonly number[] };
}

export type PagesRow = readonly [number, number];

/** The fact of a row, its sources spelled out. */
export const factOf = (row: FactRow, table: Table): Fact => ({
  confidence: row.confidence ?? table.default.confidence,
  source: (row.source ?? table.default.source).map((index) => table.sources[index] ?? ''),
  note: row.note ?? null,
});

export const pagesOf = (row: PagesRow | undefined): Pages | null => (row ? { first: row[0], last: row[1] } : null);
