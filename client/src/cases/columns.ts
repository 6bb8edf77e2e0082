import type { CaseRow, Item } from './rows.ts';

/** A column of the table. */
export interface Column {
  readonly id: string;
  readonly title: string;
  /** As a track of a CSS grid. */
  readonly width: string;
  readonly text: (row: CaseRow) => string;
  /** What it is sorted by; null, at the end either way, where the letter does not say. */
  readonly key: (row: CaseRow) => string | number | null;
}

export const DECISIONS = ['overturned', 'modified', 'upheld'] as const;

const itemText = ({ request }: Item, i: number): string => `${i + 1} ${request ?? 'treatment not stated'}`;

/** `1 overturned, 2 upheld`; one that cannot be read is undecided. */
const decisionText = ({ items }: CaseRow): string => {
  const counts = [...DECISIONS, null].map((word) => {
    const count = items.filter(({ decision }) => decision === word).length;
    return count > 0 ? `${count} ${word ?? 'undecided'}` : '';
  });
  return counts.filter(Boolean).join(', ');
};

const share = ({ items }: CaseRow): number | null =>
  items.length > 0 ? items.filter(({ decision }) => decision === 'overturned').length / items.length : null;

const column = (id: string, title: string, width: string, text: Column['text'], key?: Column['key']): Column => ({
  id,
  title,
  width,
  text,
  key: key ?? ((row) => text(row).toLowerCase() || null),
});

/** The columns in their order. */
export const COLUMNS: readonly Column[] = [
  column('case', 'Case', '9.5em', ({ caseNumber }) => caseNumber ?? ''),
  column('decided', 'Decided', '7.2em', ({ decided }) => decided ?? ''),
  column('injured', 'Injured', '7.2em', ({ injured }) => injured ?? ''),
  column('specialty', 'Specialty', 'minmax(8em, 1.2fr)', ({ specialties }) => specialties.join('; ')),
  column('items', 'Items', 'minmax(10em, 2fr)', ({ items }) => items.map(itemText).join('; ')),
  column('decisions', 'Decisions', 'minmax(13em, 1fr)', decisionText, share),
  column('guidelines', 'Guidelines', 'minmax(8em, 1.6fr)', ({ guidelines }) => guidelines.join('; ')),
  column(
    'problems',
    'Problems',
    '6.5em',
    ({ problems }) => (problems > 0 ? String(problems) : ''),
    ({ problems }) => problems,
  ),
  column('file', 'File', 'minmax(6em, 1fr)', ({ path, letter }) => (letter > 1 ? `${path} (${letter})` : path)),
];

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** The rows in the order of a column; those that are equal in it, and those without a value, as they came. */
export const sorted = (rows: readonly CaseRow[], { column: id, descending }: Sort): readonly CaseRow[] => {
  const by = COLUMNS.find((each) => each.id === id);
  if (by === undefined) return rows;
  const [before, after] = descending ? [1, -1] : [-1, 1];
  const keyed = rows.map((row, i) => ({ row, i, key: by.key(row) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return a.i - b.i;
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
    return a.key < b.key ? before : after;
  });
  return keyed.map(({ row }) => row);
};
