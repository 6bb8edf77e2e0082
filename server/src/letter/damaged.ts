import { MARK_ROWS, type MarkRow } from '../facts/formats/index.ts';
import { isBlankLine, type Lines, lineAt } from '../text/lines.ts';
import { trimEndOf } from '../text/trim.ts';
import { formatOf } from './format.ts';
import { type Alignment, alignPrefix, distanceWithin } from './fuzzy.ts';
import { type Head, headOf, likelyPatterns, type Pattern, patternsOf } from './likely.ts';
import { type FoundMark, found, nextLine, SHORTEST_HEAD, wrappedAt } from './marks.ts';
import type { Damage, FormatId } from './model.ts';

/** Where a damaged mark ends, and how damaged it is. */
interface Hit {
  readonly distance: number;
  readonly lastLine: number;
  readonly end: number;
}

const isCapitals = (text: string): boolean => text.toUpperCase() === text;
const GLUEABLE = MARK_ROWS.filter(
  ({ kind, text }) =>
    text.length >= 13 &&
    (kind === 'label' || kind === 'run-in' || (kind === 'heading' && (text.endsWith(':') || isCapitals(text)))),
);
/** Headings that are told from the text glued behind them, each with the blank before that. */
const OPENING = GLUEABLE.filter(
  ({ kind, section, text }) => kind === 'heading' && section !== 'cover' && isCapitals(text),
).map((row) => ({ row, opening: `${row.text} ` }));
/**
 * The headings and labels that are damaged: up to two wrong characters, another case, a lost colon, divided over two
 * lines, glued to the text before them. Only looked for where the exact ones leave a letter incomplete, so clean letters
 * do not pay for it; with `ids` only those marks are. Returns them with the exact ones, in document order.
 */
export const damagedMarks = (
  lines: Lines,
  exact: readonly FoundMark[],
  ids: readonly string[] | null = null,
): FoundMark[] => {
  const patterns = patternsOf(ids);
  const isSought = ({ id }: MarkRow): boolean => ids === null || ids.includes(id);
  const glued = GLUEABLE.filter(isSought);
  const opening = OPENING.filter(({ row }) => isSought(row));
  const respaced = RESPACED.filter(isSought);
  const form = formatOf(exact, null);
  const taken = new Set<number>();
  for (const mark of exact) for (let line = mark.line; line <= mark.lastLine; line++) taken.add(line);
  const all = [...exact, ...gluedMarks(lines, glued)];
  for (let line = 0; line < lines.count; line++) {
    if (isBlankLine(lines, line) || taken.has(line)) continue;
    const mark =
      damagedAt(lines, line, taken, { patterns, form }) ??
      openedBy(lines, line, opening) ??
      respacedAt(lines, line, respaced);
    if (!mark) continue;
    all.push(mark);
    line = mark.lastLine;
  }
  return all
    .sort((a, b) => a.mark.span.start - b.mark.span.start)
    .filter((mark, i, sorted) => !overlapsEarlier(mark, sorted[i - 1]));
};

const overlapsEarlier = (mark: FoundMark, earlier: FoundMark | undefined): boolean =>
  earlier !== undefined && mark.mark.span.start < earlier.mark.span.end;

const damagedAt = (
  lines: Lines,
  line: number,
  taken: ReadonlySet<number>,
  { patterns, form }: { readonly patterns: readonly Pattern[]; readonly form: FormatId },
): FoundMark | null => {
  const likely = likelyPatterns(patterns, lines, line);
  if (likely.length === 0) return null;
  const head = headOf(lines, line);
  const start = lines.contentStarts[line] ?? 0;
  let best: (Hit & { pattern: Pattern }) | null = null;
  for (const pattern of likely) {
    const own = align(head, pattern);
    const hit = own
      ? { distance: own.distance, lastLine: line, end: start + unfoldedLength(head.printed, own.length) }
      : alignSplit(lines, line, head, pattern, taken);
    if (hit && (!best || isBetter(hit, pattern, best, { printed: head.printed, form }))) best = { pattern, ...hit };
  }
  if (!best) return null;
  const damage: Damage[] = best.distance > 0 ? ['spelling'] : [];
  return finish(
    lines,
    best.pattern,
    line,
    best,
    best.lastLine > line && !best.pattern.row.wraps ? [...damage, 'split'] : damage,
  );
};

/**
 * The less damaged; of equal ones the longer; of two that differ in case alone the one of the letter's form, or else the one
 * that is nearer to what is printed.
 */
const isBetter = (
  hit: Hit,
  pattern: Pattern,
  best: Hit & { readonly pattern: Pattern },
  { printed, form }: { readonly printed: string; readonly form: FormatId },
): boolean => {
  if (hit.distance !== best.distance) return hit.distance < best.distance;
  const longer = pattern.text.length - best.pattern.text.length;
  if (longer !== 0) return longer > 0;
  const [own, other] = [pattern, best.pattern].map(({ row }) => row.formats.includes(form));
  return own === other ? distanceInCase(pattern, printed) < distanceInCase(best.pattern, printed) : own === true;
};

const distanceInCase = ({ bare, max }: Pattern, printed: string): number =>
  alignPrefix(printed.replace(/\s+/g, ' '), bare, max)?.distance ?? Infinity;

/** A heading in capitals whose line goes on with the text below it. */
const openedBy = (lines: Lines, line: number, opening: typeof OPENING): FoundMark | null => {
  const start = lines.contentStarts[line] ?? 0;
  const row = opening.find((each) => lines.text.startsWith(each.opening, start))?.row;
  return row ? found(row, lines, line, line, start + row.text.length, ['glued']) : null;
};

/** Words that open a line, perhaps behind a number, of which only the blanks may be damaged: prose may begin much like them. */
const RESPACED = MARK_ROWS.filter(({ kind }) => kind === 'numbered' || kind === 'run-in');
const NUMBER_AHEAD = /^(?:\d{1,2}[).] ?)?/;

const respacedAt = (lines: Lines, line: number, rows: readonly MarkRow[]): FoundMark | null => {
  const start = lines.contentStarts[line] ?? 0;
  const printed = lines.text.slice(start, Math.min(start + LONGEST_RESPACED, lines.contentEnds[line] ?? 0));
  if (rows.length === 0 || (lines.plain && !printed.includes('  '))) return null;
  const spaced = printed.replace(/\s+/g, ' ');
  const number = NUMBER_AHEAD.exec(spaced)?.[0].length ?? 0;
  const row = rows.find(({ kind, text }) => spaced.startsWith(text, kind === 'numbered' ? number : 0));
  if (!row) return null;
  const length = row.text.length + (row.kind === 'numbered' ? number : 0);
  return found(row, lines, line, line, start + unfoldedLength(printed, length), ['spacing']);
};

/** How much of a line is looked at, in characters: such words with their blanks doubled. */
const LONGEST_RESPACED = 80;

/** Names what else is wrong (case, spacing, colon) and builds the mark. */
const finish = (
  lines: Lines,
  { row, bare }: Pattern,
  line: number,
  { lastLine, end }: Hit,
  damage: Damage[],
): FoundMark => {
  const printed = lines.text.slice(lines.contentStarts[line], end);
  if (damage.length === 0 && printed !== bare) {
    const spaced = printed.replace(/\s+/g, ' ');
    if (spaced !== printed) damage.push('spacing');
    if (spaced !== bare) damage.push('case');
  }
  const colon = colonAt(lines, lastLine, end);
  if (row.text.endsWith(':')) {
    if (colon !== null && colon > end && !damage.includes('spacing')) damage.push('spacing');
    if (lines.text.charAt(colon ?? end) !== ':') damage.push('colon');
  }
  return found(row, lines, line, lastLine, colon === null ? end : colon + 1, damage);
};

/** The colon, or the semicolon in its place, that closes a mark ending at `end`; blanks may have slipped in before it. */
const colonAt = (lines: Lines, line: number, end: number): number | null => {
  const after = /^ {0,2}[:;]/.exec(lines.text.slice(end, Math.min(end + 3, lines.contentEnds[line] ?? end)));
  return after ? end + after[0].length - 1 : null;
};

/** A heading must fill its line; a label must be followed by its colon or by the beginning of a value. */
const align = (head: Head, pattern: Pattern): Alignment | null => {
  const { row, max } = pattern;
  const line = head.folded;
  if (!row.text.endsWith(':'))
    return row.kind === 'heading' ? alignWhole(head, pattern) : alignWord(line, pattern, max);
  const closed = alignClosed(line, pattern) ?? (row.kind === 'heading' ? alignWhole(head, pattern) : null);
  if (closed || row.kind === 'heading') return closed;
  const whole = alignWhole(head, pattern) ?? alignReplaced(head, pattern);
  if (whole) return whole;
  // Without its colon a label is told from prose only where it is whole, or of a kind that stands in no prose, and a
  // sentence begins behind it.
  const open = alignWord(line, pattern, isDistinct(row.text) ? max : 0);
  const after = open ? unfoldedLength(head.printed, open.length) : 0;
  return open && /^\s+["“(]?[A-Z0-9]/.test(head.printed.slice(after, after + 8)) ? open : null;
};

/** The pattern before a colon, or what stands in a colon's place. */
const alignClosed = (line: string, { text, withColon, max }: Pattern): Alignment | null => {
  if (line.startsWith(text) && /^ ?[:;]/.test(line.slice(text.length, text.length + 2)))
    return { distance: 0, length: text.length };
  const hit = alignPrefix(line, withColon, max);
  if (hit && line.charAt(hit.length - 1) === ':') return { ...hit, length: hit.length - 1 };
  // The colon has changed places with the last letter.
  if (hit && line.charAt(hit.length - 2) === ':' && line.charAt(hit.length) === ' ') return hit;
  const open = alignPrefix(line, text, max);
  if (open && /^ ?[:;]/.test(line.slice(open.length, open.length + 2))) return open;
  // The last letters are damaged: the nearest colon tells where they end.
  for (let at = Math.max(0, text.length - max); at <= text.length + max; at++) {
    if (!/[:;]/.test(line.charAt(at))) continue;
    const distance = distanceWithin(line.slice(0, at), text, max);
    return distance === null ? null : { distance, length: at };
  }
  return null;
};

/** A pattern with another character in its colon's place, right behind which a sentence begins. */
const alignReplaced = ({ folded: line, printed }: Head, { text, max }: Pattern): Alignment | null => {
  const open = max > 0 ? alignPrefix(line, text, max - 1) : null;
  if (!open) return null;
  const behind = unfoldedLength(printed, open.length);
  return /^[a-z.,!|\]1]\s+["“(]?[A-Z0-9]/.test(printed.slice(behind, behind + 9))
    ? { distance: open.distance + 1, length: open.length + 1 }
    : null;
};

/** The pattern as all of the line, colons behind it aside. */
const alignWhole = ({ folded: line, whole }: Head, { text, max }: Pattern): Alignment | null => {
  if (!whole) return null;
  const own = trimEndOf(line, ': ');
  const distance = distanceWithin(own, text, max);
  return distance === null ? null : { distance, length: own.length };
};

/** A pattern without a colon of its own: a blank, a colon or the line's end closes it. */
const alignWord = (line: string, { withBlank }: Pattern, max: number): Alignment | null => {
  const hit = alignPrefix(`${line} `, withBlank, max);
  return hit && /[ :]/.test(`${line} `.charAt(hit.length - 1)) ? { ...hit, length: hit.length - 1 } : null;
};

/** A mark whose words go on in the next line; a label's value may follow them there. */
const alignSplit = (
  lines: Lines,
  line: number,
  head: Head,
  pattern: Pattern,
  taken: ReadonlySet<number>,
): Hit | null => {
  const { length } = head.folded;
  if (length >= pattern.text.length || length < 3 || head.folded.charAt(0) !== pattern.text.charAt(0)) return null;
  const next = nextLine(lines, line);
  if (next === null || taken.has(next)) return null;
  const rest = headOf(lines, next);
  const both: Head = { printed: '', folded: `${head.folded} ${rest.folded}`, whole: rest.whole };
  const hit = align(both, pattern);
  if (!hit || hit.length <= length) return null;
  const end = (lines.contentStarts[next] ?? 0) + unfoldedLength(rest.printed, hit.length - length - 1);
  return { distance: hit.distance, lastLine: next, end };
};

/** How much of the printed text makes up `length` characters of its folded form. */
const unfoldedLength = (printed: string, length: number): number => {
  let foldedLength = 0;
  let i = 0;
  while (i < printed.length && foldedLength < length) {
    const blank = /\s/.test(printed.charAt(i));
    i++;
    if (blank) while (i < printed.length && /\s/.test(printed.charAt(i))) i++;
    foldedLength++;
  }
  return i;
};

/** Capitals, or a bracketed plural, stand in no prose; other labels must follow the end of a sentence. */
const isDistinct = (text: string): boolean => text.includes('(s)') || isCapitals(text);

/** Labels and headings that follow other text on their line, after the end of a sentence or a decision. */
const gluedMarks = (lines: Lines, rows: readonly MarkRow[]): FoundMark[] => {
  const marks: FoundMark[] = [];
  for (const row of rows) {
    const head = row.wraps ? row.text.slice(0, SHORTEST_HEAD) : row.text;
    for (let at = lines.text.indexOf(head); at >= 0; at = lines.text.indexOf(head, at + head.length)) {
      const line = lineAt(lines, at);
      if (at === lines.contentStarts[line] || !(isDistinct(row.text) || endsSentence(lines.text, at))) continue;
      const mark = gluedAt(lines, line, row, at);
      if (mark) marks.push(mark);
    }
  }
  return marks;
};

/** All of it on the line, or what the form's own line end leaves of it there. */
const gluedAt = (lines: Lines, line: number, row: MarkRow, at: number): FoundMark | null =>
  lines.text.startsWith(row.text, at)
    ? found(row, lines, line, line, at + row.text.length, ['glued'], at)
    : row.wraps
      ? wrappedAt(lines, line, row, at, ['glued'])
      : null;

const SENTENCE_END = /(?:[.:;)"”]|Upheld|Overturned)\s*$/;

const endsSentence = (text: string, at: number): boolean => SENTENCE_END.test(text.slice(Math.max(0, at - 24), at));
