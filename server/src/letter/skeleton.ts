import type { Lines } from '../text/lines.ts';
import { damagedMarks } from './damaged.ts';
import { endsInDecision } from './decision.ts';
import { exactMarks, type FoundMark } from './marks.ts';

const ISSUE_LABELS = ['claims-administrator-guideline', 'maximus-guideline', 'decision-rationale'];
const ONCE = ['method', 'summary', 'issues'];
const CREDENTIALS = ['credentials', 'licensed-states', 'specialties'];
/** How a cover page speaks to its reader. */
const ADDRESSES = ['DEAR ', 'Dear '];
/** Words of the reviewer's sentence, which stands where the credentials do not. */
const SENTENCE = ['Board Certified', 'icensed to practice', 'Licensed in'];

/** The headings and labels of a text, in order; damaged ones are looked for only where the exact ones leave a gap. */
export const findMarks = (lines: Lines): readonly FoundMark[] => {
  const exact = exactMarks(lines);
  return withoutProse(isComplete(lines, exact) ? exact : damagedMarks(lines, exact));
};

/**
 * `Regarding the request for` also opens sentences of a rationale. It is a label where the notice's own marks stand, or no
 * other form's; and where some are numbered, those without a number are prose.
 */
const withoutProse = (marks: readonly FoundMark[]): readonly FoundMark[] => {
  const numbered = marks.filter(({ row }) => row.kind === 'numbered');
  if (numbered.length === 0) return marks;
  const others = marks.filter(({ row }) => row.kind !== 'numbered' && row.formats.length > 0);
  const isNotice = others.some(({ row }) => row.formats.every((format) => format === 'notice-2013'));
  const isOther = others.some(({ row }) => !row.formats.includes('notice-2013'));
  if (isOther && !isNotice) return marks.filter(({ row }) => row.kind !== 'numbered');
  const hasNumber = ({ row, mark }: FoundMark): boolean => mark.span.end - mark.span.start > row.text.length;
  if (!numbered.some(hasNumber)) return marks;
  return marks.filter((mark) => mark.row.kind !== 'numbered' || hasNumber(mark));
};

/**
 * Do the exact marks account for everything a letter of 2014 or 2015 holds? Then nothing in it can be a damaged mark: each
 * heading stands once, the reviewer is told in one of the two ways, and every issue has its three labels in order below
 * one line that ends in a decision.
 */
const isComplete = (lines: Lines, marks: readonly FoundMark[]): boolean => {
  const counts = new Map<string, number>();
  for (const { row } of marks) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
  const times = (id: string): number => counts.get(id) ?? 0;
  if (!ONCE.every((id) => times(id) === 1)) return false;
  if (CREDENTIALS.some((id) => times(id) !== times('credentials'))) return false;
  if (times('credentials') === 0 && !SENTENCE.some((words) => lines.text.includes(words))) return false;
  // A cover page has its heading, and the list of documents with it.
  if (ADDRESSES.some((words) => lines.text.includes(words)) && (times('cover') !== 1 || times('documents') !== 1))
    return false;
  const labels = marks.map(({ row }) => row.id).filter((id) => ISSUE_LABELS.includes(id));
  if (labels.length === 0 || labels.length % 3 !== 0 || labels.some((id, i) => id !== ISSUE_LABELS[i % 3]))
    return false;
  let decisions = 0;
  for (let line = 0; line < lines.count; line++) {
    if (endsInDecision(lines.text, lines.contentStarts[line] ?? 0, lines.contentEnds[line] ?? 0)) decisions++;
  }
  return decisions === labels.length / 3;
};
