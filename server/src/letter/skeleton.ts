import type { Lines } from '../text/lines.ts';
import { damagedMarks } from './damaged.ts';
import { exactMarks, type FoundMark } from './marks.ts';
import { missingMarks } from './whole.ts';

/** The headings and labels of a text, in order; damaged ones are looked for only where the exact ones leave a gap. */
export const findMarks = (lines: Lines): readonly FoundMark[] => {
  const exact = exactMarks(lines);
  const missing = missingMarks(lines, exact);
  return withoutProse(missing?.length === 0 ? exact : damagedMarks(lines, exact, missing));
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
