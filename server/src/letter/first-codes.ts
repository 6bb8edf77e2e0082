/** Rows by the first two characters of their text, the longest first, so that no row hides behind its own beginning. */
export interface FirstCodes<T> {
  /** 1 for each first character. One look dismisses most lines. */
  readonly firsts: Uint8Array;
  readonly rows: ReadonlyMap<number, readonly T[]>;
}

const CODES = 128;

/** Texts are ASCII and of two characters at least. */
export const firstCodesOf = <T extends { readonly text: string }>(all: readonly T[]): FirstCodes<T> => {
  const firsts = new Uint8Array(CODES);
  const rows = new Map<number, T[]>();
  for (const row of all) {
    const key = keyOf(row.text, 0);
    firsts[row.text.charCodeAt(0)] = 1;
    rows.set(
      key,
      [...(rows.get(key) ?? []), row].sort((a, b) => b.text.length - a.text.length),
    );
  }
  return { firsts, rows };
};

const keyOf = (text: string, at: number): number => text.charCodeAt(at) * CODES + text.charCodeAt(at + 1);

/** The rows whose text may begin at an offset. */
export const rowsAt = <T>({ firsts, rows }: FirstCodes<T>, text: string, at: number): readonly T[] | undefined =>
  firsts[text.charCodeAt(at)] === 1 ? rows.get(keyOf(text, at)) : undefined;
