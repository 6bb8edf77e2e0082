import { isBlankLine, type Lines } from '../text/lines.ts';
import { spanOf } from '../text/span.ts';
import { trimmedEnd, WHITE_SPACE } from '../text/trim.ts';
import type { FoundMark } from './marks.ts';
import type { Header, Section, SectionId } from './model.ts';

/** A section with the marks that stand in it, its heading first. */
export interface Part {
  readonly section: Section;
  readonly marks: readonly FoundMark[];
  /** Where its text begins, behind the heading. */
  readonly bodyStart: number;
  /** Where the next heading stands. Text between the section's end and this is the case table's, or a cover page's below it. */
  readonly stop: number;
}

/** What may stand above the case table. */
const ABOVE_TABLE: ReadonlySet<SectionId> = new Set(['cover', 'documents']);

/** Parts a letter at its headings; the case table above the first of them is a section too. */
export const partsOf = (lines: Lines, marks: readonly FoundMark[], header: Header | null): readonly Part[] => {
  const end = trimmedEnd(lines.text, WHITE_SPACE);
  const openers = marks.filter((mark, i) => opensSection(mark, marks[i - 1]));
  const parts: Part[] = [];
  let next = 0;
  openers.forEach((opener, i) => {
    const start = i === 0 ? firstStart(lines, opener, header) : opener.mark.span.start;
    const stop = openers[i + 1]?.mark.span.start ?? end;
    const sectionStop =
      header && ABOVE_TABLE.has(opener.row.section) && header.span.start > start && header.span.start < stop
        ? header.span.start
        : stop;
    const span = spanOf(start, Math.max(trimmedEnd(lines.text, WHITE_SPACE, start, sectionStop), opener.mark.span.end));
    const heading = opener.row.kind === 'heading' || opener.row.kind === 'title' ? opener.mark : null;
    const inside: FoundMark[] = [];
    for (let mark = marks[next]; mark && mark.mark.span.start < stop; mark = marks[++next])
      if (mark.mark.span.start >= start) inside.push(mark);
    parts.push({
      section: { id: opener.row.section, heading, span },
      marks: inside,
      bodyStart: heading ? opener.valueStart : start,
      stop,
    });
  });
  return header &&
    !parts.some(({ section }) => section.span.start <= header.span.start && header.span.start < section.span.end)
    ? [...parts, headerPart(header)].sort((a, b) => a.section.span.start - b.section.span.start)
    : parts;
};

/** A letter that begins at an issue has no heading above it: what stands there is the title. */
const firstStart = (lines: Lines, { row, mark }: FoundMark, header: Header | null): number => {
  if (row.id !== 'claims-administrator-guideline' || header) return mark.span.start;
  let line = 0;
  while (isBlankLine(lines, line) && line < lines.count - 1) line++;
  return Math.min(lines.contentStarts[line] ?? 0, mark.span.start);
};

const headerPart = (header: Header): Part => ({
  section: { id: 'header', heading: null, span: header.span },
  marks: [],
  bodyStart: header.span.start,
  stop: header.span.end,
});

/** A heading opens a section; so does a label whose section is not the open one (a body without its heading). */
const opensSection = (mark: FoundMark, previous: FoundMark | undefined): boolean =>
  mark.row.kind === 'heading' || mark.row.kind === 'title' || mark.row.section !== previous?.row.section;

export const partOf = (parts: readonly Part[], id: SectionId): Part | undefined =>
  parts.find(({ section }) => section.id === id);
