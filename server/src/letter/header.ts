import { type HeaderRow, wholeRows } from '../facts/formats/index.ts';
import { lazyBy } from '../facts/lazy.ts';
import { isBlankLine, type Lines } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';
import { readDate } from './dates.ts';
import { type LabelInLine, labelsIn } from './header-labels.ts';
import { type SplitLabel, splitLabelIn } from './header-split.ts';
import { nextLine } from './marks.ts';
import type { Field, FormatId, Header, HeaderFieldId, Mark } from './model.ts';

/** A label or a value of the case table, in the order of the text. */
type Token =
  | { readonly kind: 'label'; readonly row: HeaderRow; readonly mark: Mark; readonly line: number }
  | { readonly kind: 'value'; readonly span: Span; readonly text: string; readonly line: number };
type LabelToken = Extract<Token, { kind: 'label' }>;
type ValueToken = Extract<Token, { kind: 'value' }>;

/** What a full case table has in letters of a form: where one is missing, its label may be damaged. */
const fieldsOf = lazyBy((format: FormatId): readonly HeaderFieldId[] => {
  const known = format === 'unknown' ? USUAL : format;
  return wholeRows().find((row) => row.format === known)?.fields ?? [];
});
const USUAL: FormatId = 'credentials-2015';
const usually = (): FormatId => USUAL;

const hasAll = (tokens: readonly Token[], format: FormatId): boolean =>
  fieldsOf(format).every((field) =>
    tokens.some((token) => token.kind === 'label' && token.row.field === field && token.mark.canonical !== SECOND_HALF),
  );
/** Of `Application` / `Received:`, which alone is no whole label. */
const SECOND_HALF = 'Received:';
const CASE_NUMBER = /^(?:CM\d{2}-\d{6,8}|IMR ?\d{2}-\d{6,8})$/i;
const VALUE = /\S+(?: \S+)*/g;
const SALUTATION = /^Dear\b[^,:]{0,80}[,:] *$/i;
/** Labels a case table must show before text above the first heading is taken for one. */
const FEWEST_LABELS = 2;
/** The farthest line a table may reach, in lines that are not blank. */
const LONGEST_TABLE = 60;

/**
 * The case table, in each of its shapes: values beside their labels, all labels of a column and then all its values,
 * padded columns, and `Application` / `Received:` divided over two lines. The text from line `first` up to the offset `end` is searched.
 * A table that has all that its form prints, each value to be read, is not searched for damaged labels.
 */
export const readHeader = (lines: Lines, first: number, end: number, formatOf = usually): Header | null => {
  const exact = tokenise(lines, first, end, false);
  if (hasAll(exact, USUAL) || hasAll(exact, formatOf())) {
    const header = headerOf(exact);
    // What stands behind a value that cannot be read may be the next label.
    if (header && !Object.values(header.fields).some(({ printed, value }) => printed && value === null)) return header;
  }
  return headerOf(tokenise(lines, first, end, true));
};

const headerOf = (tokens: readonly Token[]): Header | null => {
  if (tokens.filter(({ kind }) => kind === 'label').length < FEWEST_LABELS) return null;
  const fields: Partial<Record<HeaderFieldId, Field>> = {};
  let [start, stop] = [Infinity, 0];
  const put = (label: LabelToken, value: ValueToken | null): void => {
    const known = fields[label.row.field];
    if (known?.value || (known?.printed && value === null)) return;
    fields[label.row.field] = fieldOf(label, value);
  };
  for (const { labels, values } of runs(merged(tokens))) pair(labels, values, put);
  for (const { span } of Object.values(fields)) {
    start = Math.min(start, span.start);
    stop = Math.max(stop, span.end);
  }
  return { span: spanOf(start, stop), fields };
};

const tokenise = (lines: Lines, first: number, end: number, tolerant: boolean): Token[] => {
  const tokens: Token[] = [];
  /** How much of the line belongs to a label of the line before. */
  let taken = 0;
  /** A salutation ends the table: what is printed from there on is no value, until another label comes. */
  let isProse = false;
  for (let line = first, seen = 0; line < lines.count && seen < LONGEST_TABLE; line++) {
    const start = lines.contentStarts[line] ?? end;
    if (start >= end) break;
    if (isBlankLine(lines, line)) continue;
    seen++;
    const content = contentOf(lines, line, end);
    const next = tolerant ? nextLine(lines, line) : null;
    const split = next === null ? null : splitLabelIn(content, contentOf(lines, next, end));
    const labels = labelsIn(content, tolerant);
    if (isProse && labels.length === 0 && !split && taken === 0) continue;
    const printed = lineTokens(content, { start, line, taken, split }, labels);
    const label = printed.findIndex(({ kind }) => kind === 'label');
    const from = isProse ? label : 0;
    isProse = label < 0 && (isProse || SALUTATION.test(content));
    if (!isProse) for (let i = from; i < printed.length; i++) tokens.push(printed[i] as Token);
    // Its span goes on over the line's end where no value stands between.
    const last = tokens.at(-1);
    if (split && next !== null && last?.kind === 'label' && last.mark.span.end === start + split.to)
      tokens[tokens.length - 1] = extended(last, next, (lines.contentStarts[next] ?? 0) + split.tail);
    taken = split?.tail ?? 0;
  }
  return tokens;
};

const contentOf = (lines: Lines, line: number, end: number): string => {
  const start = lines.contentStarts[line] ?? 0;
  const stop = Math.min(lines.contentEnds[line] ?? 0, start + 400, end);
  const content = lines.text.slice(start, stop);
  return lines.plain ? content : content.replaceAll('\u00a0', ' ');
};

const extended = (token: LabelToken, line: number, end: number): LabelToken => ({
  ...token,
  line,
  mark: { ...token.mark, span: spanOf(token.mark.span.start, end) },
});

/** A line of the table: its first offset, how much of it is the line before's, the label it shares with the next. */
interface TableLine {
  readonly start: number;
  readonly line: number;
  readonly taken: number;
  readonly split: SplitLabel | null;
}

const lineTokens = (
  content: string,
  { start, line, taken, split }: TableLine,
  found: readonly LabelInLine[],
): Token[] => {
  const tokens: Token[] = [];
  let at = taken;
  for (const { known, from, to, damage } of split || taken > 0 ? withShared(found, split, taken) : found) {
    addValues(tokens, content, at, from, start, line);
    const mark = {
      id: `header.${known.row.field}`,
      canonical: known.text,
      span: spanOf(start + from, start + to),
      damage,
    };
    tokens.push({ kind: 'label', row: known.row, mark, line });
    at = to;
  }
  addValues(tokens, content, at, content.length, start, line);
  return tokens;
};

/** The labels of a line with the one that it shares with the next, without what the line before has taken. */
const withShared = (found: readonly LabelInLine[], split: SplitLabel | null, taken: number): readonly LabelInLine[] => {
  const shared: LabelInLine[] = split ? [{ ...split, damage: ['split'] }] : [];
  const own = found.filter(
    ({ from, to }) => from >= taken && !shared.some((other) => other.from < to && from < other.to),
  );
  return [...own, ...shared].sort((a, b) => a.from - b.from);
};

/** Adds the texts of [from, to) that wide gaps part. */
const addValues = (tokens: Token[], content: string, from: number, to: number, offset: number, line: number): void => {
  const part = content.slice(from, to);
  const text = part.trim();
  if (!text) return;
  if (!text.includes('  ')) tokens.push(valueAt(text, offset + from + part.indexOf(text), line));
  else for (const match of part.matchAll(VALUE)) tokens.push(valueAt(match[0], offset + from + match.index, line));
};

const valueAt = (text: string, start: number, line: number): ValueToken => ({
  kind: 'value',
  span: spanOf(start, start + text.length),
  text,
  line,
});

/** `Application` and `Received:` are one label, whatever stands between them; its second half repeats no field. */
const merged = (tokens: readonly Token[]): readonly Token[] => {
  if (!tokens.some((token) => token.kind === 'label' && token.mark.canonical === SECOND_HALF)) return tokens;
  const seen = new Map<HeaderFieldId, LabelToken>();
  return tokens.filter((token) => {
    if (token.kind === 'value') return true;
    const earlier = seen.get(token.row.field);
    seen.set(token.row.field, token);
    return !(earlier && token.mark.canonical === SECOND_HALF && earlier.mark.canonical === 'Application');
  });
};

/** Labels that follow one another, with the values that follow them. */
const runs = (tokens: readonly Token[]): { labels: LabelToken[]; values: ValueToken[] }[] => {
  const all: { labels: LabelToken[]; values: ValueToken[] }[] = [];
  for (const token of tokens) {
    let run = all.at(-1);
    if (token.kind === 'label') {
      if (!run || run.values.length > 0) all.push((run = { labels: [], values: [] }));
      run.labels.push(token);
    } else run?.values.push(token);
  }
  return all;
};

const pair = (
  labels: LabelToken[],
  found: ValueToken[],
  put: (label: LabelToken, value: ValueToken | null) => void,
): void => {
  const last = labels.at(-1);
  const [first] = found;
  if (!last) return;
  if (first && first.line === last.line) {
    const row = inRow(labels, first);
    if (row) return labels.forEach((label, i) => put(label, row[i] ?? null));
    for (const label of labels.slice(0, -1)) put(label, null);
    put(last, first);
    return;
  }
  const fitting = found.filter((value) => labels.some(({ row }) => reads(row, value.text) !== null));
  if (labels.length === 1) {
    put(last, first && reads(last.row, first.text) !== null ? first : null);
  } else if (labels.length <= found.length && fitting.length < labels.length) {
    // A column with a damaged value: by order.
    labels.forEach((label, i) => put(label, found[i] ?? null));
  } else {
    pairByKind(labels, fitting, put);
  }
};

/** The values of labels that stand side by side before them, where each word is one; else null. */
const inRow = (labels: readonly LabelToken[], value: ValueToken): readonly ValueToken[] | null => {
  const words = labels.length > 1 ? value.text.split(' ') : [];
  if (words.length !== labels.length || labels.some(({ line }) => line !== value.line)) return null;
  let at = 0;
  const values = words.map((text) => {
    const start = value.text.indexOf(text, at);
    at = start + text.length;
    return valueAt(text, value.span.start + start, value.line);
  });
  return labels.every(({ row }, i) => reads(row, values[i]?.text ?? '') !== null) ? values : null;
};

/** A column whose values are not as many as its labels is paired only where a kind of value leaves no choice. */
const pairByKind = (
  labels: LabelToken[],
  found: ValueToken[],
  put: (label: LabelToken, value: ValueToken | null) => void,
): void => {
  const kinds = new Set(labels.map(({ row }) => row.value));
  for (const kind of kinds) {
    const ofKind = labels.filter(({ row }) => row.value === kind);
    const fitting = found.filter((value) => ofKind[0] && kind !== 'text' && reads(ofKind[0].row, value.text) !== null);
    const certain = fitting.length === ofKind.length;
    ofKind.forEach((label, i) => put(label, certain ? (fitting[i] ?? null) : null));
  }
};

/** The value of a printed text for a row's kind, or null where it is none. */
const reads = (row: HeaderRow, text: string): string | null => {
  switch (row.value) {
    case 'date':
      return readDate(text);
    case 'case-number':
      return CASE_NUMBER.test(text) ? text.toUpperCase() : null;
    case 'priority':
      return ['standard', 'expedited'].find((word) => text.toLowerCase() === word) ?? null;
    case 'text':
      return text;
  }
};

const fieldOf = (label: LabelToken, value: ValueToken | null): Field => ({
  label: label.mark,
  span:
    value && value.span.start >= label.mark.span.start
      ? spanOf(label.mark.span.start, value.span.end)
      : label.mark.span,
  printed: value ? { value: value.text, span: value.span } : null,
  value: value ? reads(label.row, value.text) : null,
});
