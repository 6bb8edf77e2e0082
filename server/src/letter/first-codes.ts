/** Rows by the first two characters of their text, the longest first, so that no row hides behind its own beginning. */
export interface FirstCodes<T> {
  /** For each pair of ASCII characters the place of its rows in `rows`; 0 where there are none, as for most lines. */
  readonly places: Uint8Array;
  readonly rows: readonly (readonly T[])[];
}

const CODES = 128;

/** Texts begin with two ASCII characters; there are fewer than 256 beginnings. */
export const firstCodesOf = <T extends { readonly text: string }>(all: readonly T[]): FirstCodes<T> => {
  const places = new Uint8Array(CODES * CODES);
  const rows: T[][] = [[]];
  for (const row of all) {
    const key = keyOf(row.text, 0);
    const place = (places[key] ||= rows.length);
    rows[place] = [...(rows[place] ?? []), row].sort((a, b) => b.text.length - a.text.length);
  }
  return { places, rows };
};

/** Beyond the table where a character is none of ASCII, or the text ends. */
const keyOf = (text: string, at: number): number => {
  const second = text.charCodeAt(at + 1);
  return second < CODES ? text.charCodeAt(at) * CODES + second : -1;
};

const NONE: readonly never[] = [];

/** The rows whose text may begin at an offset; one look dismisses most lines. */
export const rowsAt = <T>({ places, rows }: FirstCodes<T>, text: string, at: number): readonly T[] =>
  rows[places[keyOf(text, at)] ?? 0] ?? NONE;
