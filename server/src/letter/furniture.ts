import { isBlankLine, type Lines } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';

const FORM_FEED = 12;
const FOOTER =
  /^(?:Final Determination Letter for IMR Case Number\b.{0,40}|IMR Case Number:? ?CM\d\d-\d{6,8} {1,8}(?:Page )?\d{1,3}|Page \d{1,3} of \d{1,3})$/i;
const BARE_NUMBER = /^(?:- ?)?\d{1,3}(?: ?-)?$/;
const LONGEST = 90;

/**
 * Page headers and footers: whole lines that no reader of the letter's text wants to see. A bare number counts only where
 * a page ends: next to a form feed, between blank lines, or last in the letter; elsewhere it is a wrapped quantity.
 */
export const findFurniture = (lines: Lines): readonly Span[] => {
  const spans: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    const start = lines.contentStarts[line] ?? 0;
    const end = lines.contentEnds[line] ?? 0;
    if (end === start || end - start > LONGEST) continue;
    const code = lines.text.charCodeAt(start);
    const digit = (code >= 48 && code <= 57) || code === 45;
    if (!digit && code !== 70 && code !== 73 && code !== 80) continue;
    const content = lines.text.slice(start, end);
    if (digit ? BARE_NUMBER.test(content) && atPageEdge(lines, line) : FOOTER.test(content))
      spans.push(spanOf(start, end));
  }
  return spans;
};

const startsPage = (lines: Lines, line: number): boolean =>
  lines.text.charCodeAt(lines.starts[line] ?? 0) === FORM_FEED;

const atPageEdge = (lines: Lines, line: number): boolean => {
  if (startsPage(lines, line)) return true;
  let after = line + 1;
  while (after < lines.count && isBlankLine(lines, after) && !startsPage(lines, after)) after++;
  if (after >= lines.count || startsPage(lines, after)) return true;
  let before = line - 1;
  while (before >= 0 && isBlankLine(lines, before)) before--;
  // Blank lines on both sides, more than double spacing has.
  return before >= 0 && after - line > 2 && line - before > 2;
};
