import { MARK_ROWS, type MarkRow } from '../facts/formats/index.ts';
import { isBlankLine, type Lines, lineAt } from '../text/lines.ts';
import { trimEndOf } from '../text/trim.ts';
import { type Alignment, alignPrefix, folded } from './fuzzy.ts';
import { type FoundMark, found, nextLine } from './marks.ts';
import type { Damage } from './model.ts';

/** The most characters that may be damaged in a heading or label that still opens its part. */
const MOST_DAMAGE = 2;

interface Pattern {
  readonly row: MarkRow;
  /** Folded, without its colon. */
  readonly text: string;
  readonly max: number;
}

/** Where a damaged mark ends, and how damaged it is. */
interface Hit {
  readonly distance: number;
  readonly lastLine: number;
  readonly end: number;
}

const PATTERNS: readonly Pattern[] = MARK_ROWS.filter((row) => row.kind === 'heading' || row.kind === 'label').map(
  (row) => {
    const text = folded(row.text.replace(/:$/, ''));
    return { row, text, max: Math.min(MOST_DAMAGE, Math.floor(text.length / 7)) };
  },
);
const GLUEABLE = MARK_ROWS.filter(
  (row) => row.text.length >= 18 && (row.kind === 'label' || row.text.toUpperCase() === row.text),
);
const LONGEST = Math.max(...PATTERNS.map(({ text }) => text.length));

/**
 * The headings and labels that are damaged: up to two wrong characters, another case, a lost colon, divided over two
 * lines, glued to the text before them. Only looked for where the exact ones leave a letter incomplete, so clean letters
 * do not pay for it. Returns them with the exact ones, in document order.
 */
export const damagedMarks = (lines: Lines, exact: readonly FoundMark[]): FoundMark[] => {
  const taken = new Set<number>();
  for (const mark of exact) for (let line = mark.line; line <= mark.lastLine; line++) taken.add(line);
  const all = [...exact, ...gluedMarks(lines)];
  for (let line = 0; line < lines.count; line++) {
    if (isBlankLine(lines, line) || taken.has(line)) continue;
    const mark = damagedAt(lines, line, taken);
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

const damagedAt = (lines: Lines, line: number, taken: ReadonlySet<number>): FoundMark | null => {
  const start = lines.contentStarts[line] ?? 0;
  const end = lines.contentEnds[line] ?? 0;
  const content = lines.text.slice(start, Math.min(end, start + LONGEST + 2 * MOST_DAMAGE));
  const line1 = folded(content);
  let best: (Hit & { pattern: Pattern }) | null = null;
  for (const pattern of PATTERNS) {
    const own = alignLine(line1, pattern, end - start);
    const hit = own
      ? { distance: own.distance, lastLine: line, end: start + unfoldedLength(content, own.length) }
      : alignSplit(lines, line, line1, end - start, pattern, taken);
    if (!hit) continue;
    const better = !best || hit.distance < best.distance;
    if (better || (hit.distance === best?.distance && pattern.text.length > best.pattern.text.length))
      best = { pattern, ...hit };
  }
  if (!best) return null;
  const damage: Damage[] = best.distance > 0 ? ['spelling'] : [];
  return finish(
    lines,
    best.pattern,
    line,
    best.lastLine,
    best.end,
    best.lastLine > line ? [...damage, 'split'] : damage,
  );
};

/** Names what else is wrong (case, spacing, colon) and builds the mark. */
const finish = (
  lines: Lines,
  pattern: Pattern,
  line: number,
  lastLine: number,
  end: number,
  damage: Damage[],
): FoundMark => {
  const start = lines.contentStarts[line] ?? 0;
  const printed = trimEndOf(lines.text.slice(start, end), ':');
  const canonical = pattern.row.text.replace(/:$/, '');
  if (damage.length === 0 && printed !== canonical) {
    const spaced = printed.replace(/\s+/g, ' ');
    if (spaced !== printed) damage.push('spacing');
    if (spaced !== canonical) damage.push('case');
  }
  const hasColon = lines.text.charCodeAt(end) === 58 || lines.text.charCodeAt(end - 1) === 58;
  if (pattern.row.text.endsWith(':') && !hasColon) damage.push('colon');
  return found(
    pattern.row,
    lines,
    line,
    lastLine,
    hasColon && lines.text.charCodeAt(end) === 58 ? end + 1 : end,
    damage,
  );
};

/** A heading must fill its line; a label must be followed by its colon or by the beginning of a value. */
const alignLine = (line: string, pattern: Pattern, printedLength: number): Alignment | null => {
  if (pattern.row.kind === 'heading') {
    const hit = alignPrefix(line, pattern.text, pattern.max);
    return hit && printedLength <= line.length && /^:*$/.test(line.slice(hit.length)) ? hit : null;
  }
  const withColon = alignPrefix(line, `${pattern.text}:`, pattern.max);
  if (withColon && line.charAt(withColon.length - 1) === ':') return { ...withColon, length: withColon.length - 1 };
  const hit = alignPrefix(line, pattern.text, pattern.max);
  if (!hit) return null;
  const rest = line.slice(hit.length);
  if (/^ ?[:;]/.test(rest) || rest === '') return hit;
  // Without its colon a label is told from prose only where it is otherwise whole.
  return hit.distance === 0 && /^ [a-z0-9"(]/.test(rest) ? hit : null;
};

/** A mark whose words go on in the next line; a label's value may follow them there. */
const alignSplit = (
  lines: Lines,
  line: number,
  line1: string,
  printedLength: number,
  pattern: Pattern,
  taken: ReadonlySet<number>,
): Hit | null => {
  if (printedLength >= pattern.text.length || printedLength < 3 || line1.charAt(0) !== pattern.text.charAt(0))
    return null;
  const next = nextLine(lines, line);
  if (next === null || taken.has(next)) return null;
  const start = lines.contentStarts[next] ?? 0;
  const printed = lines.text.slice(start, Math.min(lines.contentEnds[next] ?? 0, start + LONGEST + 2 * MOST_DAMAGE));
  const hit = alignPrefix(`${line1} ${folded(printed)}`, pattern.text, pattern.max);
  if (!hit || hit.length <= line1.length) return null;
  const rest = `${line1} ${folded(printed)}`.slice(hit.length);
  const ends = pattern.row.kind === 'heading' ? /^:*$/.test(rest) : /^ ?:/.test(rest);
  return ends
    ? { distance: hit.distance, lastLine: next, end: start + unfoldedLength(printed, hit.length - line1.length - 1) }
    : null;
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
const isDistinct = (text: string): boolean => text.includes('(s)') || text.toUpperCase() === text;

/** Labels and headings that follow other text on their line, after the end of a sentence or a decision. */
const gluedMarks = (lines: Lines): FoundMark[] => {
  const marks: FoundMark[] = [];
  for (const row of GLUEABLE) {
    for (let at = lines.text.indexOf(row.text); at >= 0; at = lines.text.indexOf(row.text, at + row.text.length)) {
      const line = lineAt(lines, at);
      if (at === lines.contentStarts[line] || !(isDistinct(row.text) || endsSentence(lines.text, at))) continue;
      marks.push(found(row, lines, line, line, at + row.text.length, ['glued'], at));
    }
  }
  return marks;
};

const SENTENCE_END = /(?:[.:;)"”]|Upheld|Overturned) *$/;

const endsSentence = (text: string, at: number): boolean => SENTENCE_END.test(text.slice(Math.max(0, at - 24), at));
