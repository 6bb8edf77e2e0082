import { isBlankLine, type Lines, startsPage } from '../text/lines.ts';
import { type Span, spanOf } from '../text/span.ts';

const FOOTER =
  /^(?:Final Determination Letter for IMR Case Number\b.{0,40}|(?:IMR |MAXIMUS )?Case Number:? ?CM\d\d-\d{6,8} {1,8}(?:Page )?\d{1,3}|Page \d{1,3} of \d{1,3})$/i;
const CASE_LINE = /^(?:IMR |MAXIMUS )?Case Number:? {0,40}CM\d\d-\d{6,8}$/i;
const BARE_NUMBER = /^(?:- ?|Page )?\d{1,3}(?: ?-| of \d{1,3})?$/i;
/** The characters that furniture can begin with. */
const FIRST = '0123456789-FICMPficmp';
/** And those that it ends with, but for what begins with one of these. */
const LAST = '0123456789-';
const OPEN_ENDED = 'Ff';
const LONGEST = 90;

/**
 * Page headers and footers: whole lines that no reader of the letter's text wants to see. A bare number (`4`, `2 of 4`)
 * counts only where a page ends: next to a form feed or a footer, between blank lines, or last in the letter; elsewhere it is
 * a wrapped quantity. So does a line of the case number alone, which in the case table is no furniture.
 */
export const findFurniture = (lines: Lines): readonly Span[] => {
  const spans: Span[] = [];
  let caseNamed = false;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.contentStarts[line] ?? 0;
    const end = lines.contentEnds[line] ?? 0;
    if (end === start || end - start > LONGEST || !mayFrame(lines.text, start, end)) continue;
    const content = contentOf(lines, line);
    const named = CASE_LINE.test(content);
    const edge = (named && caseNamed) || BARE_NUMBER.test(content);
    if (FOOTER.test(content) || (edge && atPageEdge(lines, line))) spans.push(spanOf(start, end));
    caseNamed ||= named;
  }
  return spans;
};

/** Can a line be furniture, by its first and its last character? Dismisses most lines at a look. */
const mayFrame = (text: string, start: number, end: number): boolean =>
  LAST.includes(text.charAt(end - 1)) ? FIRST.includes(text.charAt(start)) : OPEN_ENDED.includes(text.charAt(start));

const contentOf = (lines: Lines, line: number): string => {
  const printed = lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]);
  return lines.plain && !printed.includes('  ') ? printed : printed.replace(/\s+/g, ' ');
};

const atPageEdge = (lines: Lines, line: number): boolean => {
  if (startsPage(lines, line)) return true;
  let after = line + 1;
  while (after < lines.count && isBlankLine(lines, after) && !startsPage(lines, after)) after++;
  if (after >= lines.count || startsPage(lines, after) || isFooter(lines, after)) return true;
  let before = line - 1;
  while (before >= 0 && isBlankLine(lines, before)) before--;
  if (before < 0) return false;
  // Blank lines on both sides, more than double spacing has.
  return isFooter(lines, before) || (after - line > 2 && line - before > 2);
};

const isShort = (lines: Lines, line: number): boolean =>
  (lines.contentEnds[line] ?? 0) - (lines.contentStarts[line] ?? 0) <= LONGEST;

const isFooter = (lines: Lines, line: number): boolean => isShort(lines, line) && FOOTER.test(contentOf(lines, line));

/** Does a line look like furniture, wherever it stands? */
export const mayBeFurniture = (lines: Lines, line: number): boolean => {
  if (!isShort(lines, line)) return false;
  const content = contentOf(lines, line);
  return FOOTER.test(content) || CASE_LINE.test(content) || BARE_NUMBER.test(content);
};
