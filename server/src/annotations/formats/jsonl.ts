import { isMembers, isStretches, isText, type Members } from '../guards.ts';
import type { Annotation, Loaded, Stretch } from '../model.ts';
import type { Base } from '../passage.ts';
import { unitTextOf } from '../text-units.ts';
import { extraOf, readExtra } from './extra.ts';
import { annotationAt, type Format, inTextOrder, isWithin, problemsOf, type Reading, type Sheet } from './format.ts';

/** A labelled stretch, as these programs know it. */
interface Row {
  readonly stretch: Stretch;
  readonly label: string;
}

/** How a program writes the rows of a text into its line of JSON, and how it is read again. */
interface Dialect {
  readonly write: (rows: readonly Row[]) => Members;
  /** Null where the line has no rows; a row that cannot be read is null. */
  readonly read: (line: Members) => readonly (Row | null)[] | null;
  /** Why the whole line is passed over; null where it is not. */
  readonly refused: (line: Members) => string | null;
}

const rowOf = (start: unknown, end: unknown, label: unknown): Row | null =>
  Number.isSafeInteger(start) && Number.isSafeInteger(end) && isText(label) && label !== ''
    ? { stretch: [Number(start), Number(end)], label }
    : null;

/** `{"text": …, "label": [[0, 6, "decision"]]}`, or, with relations, `"entities": [{"start_offset": …}]`. */
const DOCCANO_DIALECT: Dialect = {
  write: (rows) => ({ label: rows.map(({ stretch: [start, end], label }) => [start, end, label]) }),
  read: ({ label, labels, entities }) => {
    const triples = [label, labels].find(Array.isArray);
    if (triples) return triples.map((one) => (Array.isArray(one) ? rowOf(one[0], one[1], one[2]) : null));
    if (!Array.isArray(entities)) return null;
    return entities.map((one) => (isMembers(one) ? rowOf(one['start_offset'], one['end_offset'], one['label']) : null));
  },
  refused: () => null,
};

/** `{"text": …, "spans": [{"start": 0, "end": 6, "label": "decision"}]}`. */
const PRODIGY_DIALECT: Dialect = {
  write: (rows) => ({ spans: rows.map(({ stretch: [start, end], label }) => ({ start, end, label })) }),
  read: ({ spans }) =>
    Array.isArray(spans)
      ? spans.map((one) => (isMembers(one) ? rowOf(one['start'], one['end'], one['label']) : null))
      : null,
  refused: ({ answer }) =>
    answer === 'reject' || answer === 'ignore' ? `whoever annotated it answered “${answer}”` : null,
};

const sameRow = ({ stretch: [start, end], label }: Row): string => `${start} ${end} ${label}`;

/** One line a letter. What rows cannot say stands in a member of its own, which both programs keep. */
const lineOf = ({ letter, base, annotations }: Sheet, dialect: Dialect): string => {
  const inOrder = inTextOrder(annotations);
  const rows = new Map<string, Row>();
  for (const { label, passage } of inOrder) {
    for (const stretch of passage.stretches) rows.set(sameRow({ stretch, label }), { stretch, label });
  }
  const said = inOrder.map((one) => ({ label: one.label, stretches: one.passage.stretches, ...extraOf(one) }));
  const line = { text: base.units.text, ...dialect.write([...rows.values()]), imr: { letter, annotations: said } };
  return `${JSON.stringify(line)}\n`;
};

const readLines = (content: string, reading: Reading, dialect: Dialect): Loaded<readonly Sheet[]> => {
  const { list, tell } = problemsOf(reading.file);
  const sheets = content.split('\n').flatMap((text, i): readonly Sheet[] => {
    if (text.trim() === '') return [];
    const read = readLine(text, reading, dialect, (message) => tell(i + 1, message));
    if (typeof read !== 'string') return [read];
    tell(i + 1, `This line was left out: ${read}.`);
    return [];
  });
  return { value: sheets, problems: list };
};

/** A sheet; a text where the line cannot be read, and why. */
const readLine = (
  text: string,
  reading: Reading,
  dialect: Dialect,
  tell: (message: string) => void,
): Sheet | string => {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  if (!isMembers(line) || !isText(line['text'])) return 'it has no text';
  const refused = dialect.refused(line);
  if (refused !== null) return refused;
  const rows = dialect.read(line);
  if (rows === null) return 'it has no labelled words';
  const ours = isMembers(line['imr']) ? line['imr'] : {};
  const units = unitTextOf(line['text']);
  const target = reading.find(isText(ours['letter']) ? ours['letter'] : null, units.text);
  if (!target) return 'no letter has its text';
  if (target.base.units.text !== units.text) return `its text is not that of ${target.letter}`;
  const right = rows.filter((row) => row !== null && isWithin(target.base, row.stretch)) as readonly Row[];
  if (right.length < rows.length)
    tell(`${rows.length - right.length} of its places do not fit the text and were left out.`);
  return { ...target, annotations: annotationsOf(target.base, right, ours, reading) };
};

/** What we said is taken up again where all its rows are still there; other rows are new. */
const annotationsOf = (base: Base, rows: readonly Row[], ours: Members, reading: Reading): readonly Annotation[] => {
  const left = new Map(rows.map((row) => [sameRow(row), row]));
  const known = new Set(left.keys());
  const said = Array.isArray(ours['annotations']) ? ours['annotations'].filter(isMembers) : [];
  const again = said.flatMap((one) => {
    const { label, stretches } = one;
    if (!isText(label) || !isStretches(stretches)) return [];
    const keys = stretches.map((stretch) => sameRow({ stretch, label }));
    if (!keys.every((key) => known.has(key))) return [];
    for (const key of keys) left.delete(key);
    return annotationAt(base, label, stretches, readExtra(one), reading) ?? [];
  });
  const fresh = [...left.values()].flatMap(
    ({ label, stretch }) => annotationAt(base, label, [stretch], {}, reading) ?? [],
  );
  return [...again, ...fresh];
};

const formatOf = (title: string, detail: string, dialect: Dialect): Format => ({
  title,
  detail,
  perLetter: false,
  write: (sheet) => ({ value: [{ extension: 'jsonl', content: lineOf(sheet, dialect) }], problems: [] }),
  read: (content, reading) => readLines(content, reading, dialect),
});

export const DOCCANO = formatOf('doccano', 'JSON Lines as doccano reads it, a line for each letter', DOCCANO_DIALECT);
export const PRODIGY = formatOf('Prodigy', 'JSON Lines as Prodigy reads it, a line for each letter', PRODIGY_DIALECT);
