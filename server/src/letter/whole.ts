import { type IssueCount, MARK_ROWS, type WholeRow, wholeRows } from '../facts/formats/index.ts';
import type { Lines } from '../text/lines.ts';
import { endsInDecision } from './decision.ts';
import type { FoundMark } from './marks.ts';

/** How a cover page speaks to its reader. */
const ADDRESSES = ['DEAR ', 'Dear '];

/**
 * The marks that may be damaged in a letter, by their ids; null where any may. None where the exact ones account for
 * everything that a letter of one of the forms holds: each heading stands once, and the labels of the issues stand in order,
 * as often as the letter counts issues without them.
 */
export const missingMarks = (lines: Lines, marks: readonly FoundMark[]): readonly string[] | null => {
  const ids = marks.map(({ row }) => row.id);
  const whole = wholeRows().find((row) => hasHeadings(lines.text, ids, row) && hasIssues(lines, marks, row));
  if (!whole) return null;
  const { addressed = NONE, optional = NONE } = whole;
  const missing = optional.filter((id) => !ids.includes(id) && lines.text.includes(OPENINGS.get(id) ?? id));
  if (addressed.every((id) => ids.includes(id)) || !ADDRESSES.some((words) => lines.text.includes(words)))
    return missing;
  return [...missing, ...addressed.filter((id) => !ids.includes(id))];
};

const NONE: readonly string[] = [];
/** The first word of each mark, without which it does not stand in a text. */
const OPENINGS = new Map(MARK_ROWS.map(({ id, text }) => [id, text.split(' ', 1).join('')]));

const hasHeadings = (
  text: string,
  ids: readonly string[],
  { once, never = NONE, says, addressed = NONE }: WholeRow,
): boolean => {
  if (!once.every((some) => standsOnce(ids, some)) || never.some((id) => ids.includes(id))) return false;
  // What stands twice may belong to two letters.
  if (addressed.some((id) => ids.indexOf(id) !== ids.lastIndexOf(id))) return false;
  return !says || says.some((words) => text.includes(words));
};

const standsOnce = (ids: readonly string[], some: readonly string[]): boolean => {
  let times = 0;
  for (const id of ids) if (some.includes(id)) times++;
  return times === 1;
};

const hasIssues = (lines: Lines, marks: readonly FoundMark[], { issue, count }: WholeRow): boolean => {
  if (!issue || !count) return true;
  let labels = 0;
  for (const { row } of marks) {
    if (issue[labels % issue.length]?.includes(row.id)) labels++;
    else if (issue.some((ids) => ids.includes(row.id))) return false;
  }
  return labels > 0 && labels / issue.length === countIssues(lines, marks, count);
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
