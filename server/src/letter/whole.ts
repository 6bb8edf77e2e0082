import { type IssueCount, type WholeRow, wholeRows } from '../facts/formats/index.ts';
import type { Lines } from '../text/lines.ts';
import { endsInDecision } from './decision.ts';
import type { FoundMark } from './marks.ts';

/** How a cover page speaks to its reader. */
const ADDRESSES = ['DEAR ', 'Dear '];

/**
 * Do the exact marks account for everything a letter of one of the forms holds? Then nothing in it can be a damaged mark:
 * each heading stands once, and the labels of the issues stand in order, as often as the letter counts issues without them.
 */
export const isWhole = (lines: Lines, marks: readonly FoundMark[]): boolean => {
  const counts = new Map<string, number>();
  for (const { row } of marks) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
  return wholeRows().some((whole) => hasHeadings(lines.text, counts, whole) && hasIssues(lines, marks, whole));
};

const hasHeadings = (
  text: string,
  counts: ReadonlyMap<string, number>,
  { once, never = [], says, addressed }: WholeRow,
): boolean => {
  const times = (id: string): number => counts.get(id) ?? 0;
  if (!once.every((ids) => ids.reduce((sum, id) => sum + times(id), 0) === 1)) return false;
  if (never.some((id) => times(id) > 0)) return false;
  if (says && !says.some((words) => text.includes(words))) return false;
  return !addressed || addressed.every((id) => times(id) === 1) || !ADDRESSES.some((words) => text.includes(words));
};

const hasIssues = (lines: Lines, marks: readonly FoundMark[], { issue, count }: WholeRow): boolean => {
  if (!issue || !count) return true;
  const all = issue.flat();
  const labels = marks.filter(({ row }) => all.includes(row.id));
  const issues = labels.length / issue.length;
  if (issues === 0 || !labels.every(({ row }, i) => issue[i % issue.length]?.includes(row.id))) return false;
  return issues === countIssues(lines, marks, count);
};

const countIssues = (lines: Lines, marks: readonly FoundMark[], count: IssueCount): number => {
  switch (count.by) {
    case 'decision':
      return countLines(lines, 0, lines.count, (start, end) => endsInDecision(lines.text, start, end));
    case 'number': {
      const at = marks.findIndex(({ row }) => row.id === count.below);
      const next = marks.slice(at + 1).find(({ row }) => row.kind === 'heading');
      let number = 0;
      return countLines(lines, marks[at]?.lastLine ?? lines.count, next?.line ?? lines.count, (start) => {
        const isNext = opensWith(lines.text, start, number + 1);
        if (isNext) number++;
        return isNext;
      });
    }
  }
};

const countLines = (
  lines: Lines,
  first: number,
  stop: number,
  test: (start: number, end: number) => boolean,
): number => {
  let count = 0;
  for (let line = first; line < stop; line++)
    if (test(lines.contentStarts[line] ?? 0, lines.contentEnds[line] ?? 0)) count++;
  return count;
};

/** `2)` or `2.`, and no `2.5`. */
const opensWith = (text: string, start: number, number: number): boolean => {
  const code = text.charCodeAt(start);
  if (code < 48 || code > 57) return false;
  const end = start + (number < 10 ? 1 : 2);
  if (Number(text.slice(start, end)) !== number) return false;
  const after = text.charCodeAt(end + 1);
  return (text.charAt(end) === ')' || text.charAt(end) === '.') && !(after >= 48 && after <= 57);
};
