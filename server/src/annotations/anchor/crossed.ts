import { type Doubtful, LITTLE, LONGEST, type Side } from './doubles.ts';
import type { Run } from './match.ts';
import { ROW, rowAt } from './rows.ts';
import { sizeOf, type Words } from './words.ts';

/**
 * What stands beside a gap in one text, and elsewhere in the other together with the words of the gap: there it went with
 * them, or came with them, and its likeness was taken for it. `runs` says which words of the base are thought to be which of
 * the current text. Linear, but for rows that come again and again, of which only the last is looked at.
 */
export const crossedBeside = (base: Words, current: Words, runs: readonly Run[]): readonly Doubtful[] => {
  const arrived = openRows(
    current,
    runs.map(({ b, length }) => [b, b + length]),
  );
  const left = openRows(
    base,
    runs.map(({ a, length }) => [a, a + length]),
  );
  const found: Doubtful[] = [];
  let [aFrom, bFrom] = [0, 0];
  for (const { a, b, length } of [...runs, { a: base.ids.length, b: current.ids.length, length: 0 }]) {
    const gone = sharedBeside({ words: base, from: aFrom, to: a }, current, arrived);
    const came = sharedBeside({ words: current, from: bFrom, to: b }, base, left);
    const [before, behind] = [Math.max(gone.before, came.before), Math.max(gone.behind, came.behind)];
    if (before > 0) found.push({ from: Math.max(0, aFrom - before), to: aFrom });
    if (behind > 0) found.push({ from: a, to: Math.min(base.ids.length, a + behind) });
    [aFrom, bFrom] = [a + length, b + length];
  }
  return found;
};

type Rows = ReadonlyMap<number, number>;

/** Where the rows of words stand that do not lie whole in one of the runs. */
const openRows = (words: Words, runs: readonly (readonly [from: number, to: number])[]): Rows => {
  const rows = new Map<number, number>();
  let next = 0;
  for (const [from, to] of [...runs, [words.ids.length, words.ids.length] as const]) {
    for (let word = Math.max(0, next - ROW + 1); word < from && word + ROW <= words.ids.length; word++)
      rows.set(rowAt(words, word), word);
    next = to;
  }
  return rows;
};

/** How many words before and behind a gap stand in the other text together with most of the gap; none where that is little. */
const sharedBeside = (
  { words, from, to }: Side,
  other: Words,
  rows: Rows,
): Readonly<Record<'before' | 'behind', number>> => {
  const size = sizeOf(words, from, to);
  const shared = (word: number, place: number, way: 1 | -1): number => {
    let length = 0;
    while (length < LONGEST && isSame(words, word + way * length, other, place + way * length)) length++;
    return length;
  };
  /** `inner` is the word of the gap at the edge, `row` the row that crosses the edge, `way` leads out of the gap. */
  const beside = (inner: number, row: number, way: 1 | -1): number => {
    const place = row < 0 ? undefined : rows.get(rowAt(words, row));
    if (place === undefined) return 0;
    const at = place + inner - row;
    const end = inner - way * Math.min(to - from, shared(inner, at, way === 1 ? -1 : 1));
    const most = way < 0 ? sizeOf(words, inner, end) : sizeOf(words, end + 1, inner + 1);
    return 2 * most > size ? shared(inner + way, at + way, way) : 0;
  };
  if (size <= LITTLE) return { before: 0, behind: 0 };
  return { before: beside(from, from - ROW + 1, -1), behind: beside(to - 1, to - 1, 1) };
};

const isSame = (one: Words, word: number, other: Words, place: number): boolean =>
  one.ids[word] !== undefined && one.ids[word] === other.ids[place];
