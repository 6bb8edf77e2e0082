import type { Lines } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';
import { readDate } from './dates.ts';
import { type FoundMark, nextLine } from './marks.ts';
import type { Header } from './model.ts';

/**
 * The fields of a letter with the date that its cover page prints without a label, on the line below its heading: that of
 * the letter. The same header where a label tells the decision's date, or no such line stands there.
 */
export const withCoverDate = (header: Header | null, lines: Lines, marks: readonly FoundMark[]): Header | null => {
  if (!header || header.fields.decision) return header;
  const span = lineBelowHeading(lines, marks);
  const text = span && lines.text.slice(span.start, span.end);
  const value = text && readDate(text);
  if (!span || !text || !value || span.end > header.span.start) return header;
  const decision = { label: null, span, printed: { value: text, span }, value };
  return { span: spanOf(span.start, header.span.end), fields: { ...header.fields, decision } };
};

const lineBelowHeading = (lines: Lines, marks: readonly FoundMark[]): Span | null => {
  const heading = marks.find(({ row }) => row.id === 'cover');
  const line = heading ? nextLine(lines, heading.lastLine) : null;
  return line === null ? null : spanOf(lines.contentStarts[line] ?? 0, lines.contentEnds[line] ?? 0);
};
