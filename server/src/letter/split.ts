import { type StartRow, startRows } from '../facts/formats/index.ts';
import { lazy } from '../facts/lazy.ts';
import { flatMap } from '../text/flat-map.ts';
import { type Lines, splitLines } from '../text/lines.ts';
import { firstCodesOf, rowsAt } from './first-codes.ts';
import type { FoundMark } from './marks.ts';
import { openingAbove } from './opening.ts';

/** A place that tells which part of a letter has been reached. */
export interface Landmark {
  /** Offset of its line's first character. */
  readonly at: number;
  readonly part: StartRow['part'];
}

/** How far behind an opening line the labels that confirm it may stand, in characters. */
const NEAR = 600;

/**
 * Where letters begin within [start, end), apart from the one at `start`: at an opening that follows a summary or issues,
 * and at a second summary after issues (a body without its opening). A letter begins at `start`, and at `end` unless the
 * text ends there; null where, with the text as it is now, none begins at `end`. `lines` are those of the text from `start`
 * on as far as `linesBetween` says. One look at a line's first characters dismisses most, so a document of many letters is
 * parted in a small share of the time its letters take.
 */
export const letterStartsBetween = (
  text: string,
  lines: Lines,
  start: number,
  end: number,
): readonly number[] | null => {
  const found = landmarksIn(lines, start);
  const inside = found.filter(({ at }) => at < end);
  const above: OpeningAbove = (from, to, near) => openingAbove(text, from, to, near);
  if (end === text.length) return startsAmong(inside, above);
  const next = found[inside.length];
  const starts = startsAmong(next ? [...inside, next] : inside, above);
  return starts.at(-1) === end ? starts.slice(0, -1) : null;
};

/** The lines that say where letters begin within [start, end): a little more, since what follows an opening confirms it. */
export const linesBetween = (text: string, start: number, end: number): Lines =>
  splitLines(text.slice(start, Math.min(end + 2 * NEAR, text.length)));

const rows = lazy(() => firstCodesOf(startRows()));

/** Where the text's parts begin; the text of `lines` stands at `offset`. */
const landmarksIn = (lines: Lines, offset: number): readonly Landmark[] => {
  const found: Landmark[] = [];
  const known = rows();
  for (let line = 0; line < lines.count; line++) {
    const at = lines.contentStarts[line] ?? 0;
    for (const row of rowsAt(known, lines.text, at)) {
      if (!opens(lines, line, at, row)) continue;
      found.push({ at: offset + (lines.starts[line] ?? 0), part: row.part });
      break;
    }
  }
  return found;
};

const opens = (
  { text, contentEnds }: Lines,
  line: number,
  at: number,
  { text: words, alone, near }: StartRow,
): boolean => {
  if (!text.startsWith(words, at)) return false;
  const end = at + words.length;
  if (alone && end !== contentEnds[line]) return false;
  if (!near) return true;
  const following = text.slice(end, end + NEAR);
  return near.some((label) => following.includes(label));
};

/** The same rule over the headings and labels found in a text, damaged ones included. */
export const startsAmongMarks = (lines: Lines, marks: readonly FoundMark[]): readonly number[] =>
  startsAmong(
    flatMap(marks, (mark) => {
      const part = partOf(mark);
      return part ? [{ at: lines.starts[mark.line] ?? 0, part }] : [];
    }),
    (from, to, near) => openingAbove(lines.text, from, to, near),
  );

/** What opens a letter's issues; other marks of theirs stand among them. */
const ISSUE_HEADINGS: readonly string[] = ['issues', 'decisions', 'decision-and-rationale', 'issue-at-dispute'];

const partOf = ({ row }: FoundMark): Landmark['part'] | null => {
  switch (row.section) {
    case 'cover':
    case 'method':
      return 'opening';
    case 'summary':
      return 'summary';
    case 'issues':
      return ISSUE_HEADINGS.includes(row.id) ? 'issues' : 'rationale';
    default:
      return null;
  }
};

/** Where a letter begins above `to`, behind what surely belongs to the one before it at `from`; null where nothing tells. */
type OpeningAbove = (from: number, to: number, near: boolean) => number | null;

/** How far the open letter has been read. */
interface Progress {
  summary: boolean;
  /** The last place that is surely its own, where its issues have been reached. */
  issues: number | null;
  rationale: boolean;
  /** A heading of issues behind a rationale: of the next letter, if that has lost its opening. */
  next: number | null;
}

const startsAmong = (found: readonly Landmark[], openingAbove: OpeningAbove): readonly number[] => {
  const starts: number[] = [];
  let read: Progress = { summary: false, issues: null, rationale: false, next: null };
  const begin = (at: number, issues: number | null = null): void => {
    starts.push(at);
    read = { summary: false, issues, rationale: false, next: null };
  };
  /** A heading of issues that no summary followed opens a letter only where something else tells so. */
  const settle = (): void => {
    const { issues, next } = read;
    if (next === null || issues === null) return;
    const opening = openingAbove(issues, next, false);
    if (opening !== null) return begin(opening, next);
    read.issues = next;
    read.next = null;
  };
  for (const { at, part } of found) {
    if (part !== 'summary' && part !== 'issues') settle();
    const { issues, next } = read;
    if (part === 'opening' && (read.summary || issues !== null))
      begin(issues === null ? at : (openingAbove(issues, at, true) ?? at));
    else if (part === 'summary' && read.summary && issues !== null)
      begin(openingAbove(issues, next ?? at, false) ?? next ?? at, next);
    if (part === 'summary') read.summary = true;
    if (part === 'rationale') read.rationale = true;
    if (part === 'issues' && read.issues !== null && read.rationale) read.next ??= at;
    else if (part === 'rationale' || part === 'issues') read.issues = at;
  }
  settle();
  return starts;
};
