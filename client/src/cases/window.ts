/** Rows from `first` up to `end`, which is none of them. */
export interface Window {
  readonly first: number;
  readonly end: number;
}

export interface Viewport {
  /** In pixels, as everything here but `count`. */
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly count: number;
}

/** Rows beyond both edges, so that a wheel's step shows no gap. */
const BEYOND = 8;

/** Which rows of many, all of one height, are to be drawn. */
export const windowOf = ({ top, height, rowHeight, count }: Viewport): Window => {
  const first = Math.floor(Math.max(0, top) / rowHeight) - BEYOND;
  const end = Math.ceil((Math.max(0, top) + height) / rowHeight) + BEYOND;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
};

/** Where a row is reached by a key from the one that has the focus; null for any other key. `page`: rows in view. */
export const rowReached = (key: string, row: number, page: number, count: number): number | null => {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  };
  const target = moves[key];
  return target === undefined || count === 0 ? null : Math.max(0, Math.min(target, count - 1));
};
