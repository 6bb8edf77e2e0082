import type { Letter, Mark } from '../letter/model.ts';
import { endsSentence, gapParts, type Layout, layoutOf } from '../letter/paragraphs.ts';
import { isBlankLine, lineAt, startsPage } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** What belongs between two neighbouring lines of text: nothing but a wrap, a line's end, or a blank line. */
export type Break = 'wrap' | 'line' | 'block';

/** What is known of the lines of a letter before their breaks are decided. */
export interface Page {
  readonly letter: Letter;
  readonly layout: Layout;
  /** Lines that hold text, in order: no blank ones, no page furniture. */
  readonly texts: readonly number[];
  /** How wide the letter is set, in UTF-16 units; null where its lines are whole paragraphs. */
  readonly measure: number | null;
  /** Every line is followed by an empty one, also within a paragraph. */
  readonly doubleSpaced: boolean;
  /** Lines that begin or end a heading; lines that begin an issue or one of its labels; lines that begin another part. */
  readonly headings: ReadonlySet<number>;
  readonly headingEnds: ReadonlySet<number>;
  readonly blocks: ReadonlySet<number>;
  readonly parts: ReadonlySet<number>;
  /** Tables and cover pages, whose lines stay as they are. */
  readonly tables: readonly Span[];
}

/** Wider than any page: a line that long is a paragraph. */
const WIDEST = 160;
const LOWER = /^[a-z(]/;
/** A line does not end a paragraph with such a word. */
const GOES_ON = /\s(?:an?|at|by|for|from|in|of|on|the|to|with)$/;

const lineText = ({ letter: { text, lines } }: Pick<Page, 'letter'>, line: number): string =>
  text.slice(lines.contentStarts[line], lines.contentEnds[line]);

/** Looks at the lines of a letter. Linear. */
export const pageOf = (letter: Letter): Page => {
  const { lines, furniture, sections, issues, reviewer, documents, header, cover } = letter;
  const layout = layoutOf(lines, furniture);
  const texts = Array.from({ length: lines.count }, (_, line) => line).filter((line) => !layout.empty[line]);
  const lineOf = (offset: number): number => lineAt(lines, offset);
  const starts = (places: readonly (Pick<Mark, 'span'> | null | undefined)[]): ReadonlySet<number> =>
    new Set(places.flatMap((place) => (place ? [lineOf(place.span.start)] : [])));
  const headings = sections.map(({ heading }) => heading);
  const unfinished = (line: number, i: number): boolean =>
    !endsSentence(layout, line) && LOWER.test(lineText({ letter }, texts[i + 1] ?? line));
  const tables = [header?.span, cover?.span, ...sections.filter(({ id }) => id === 'cover').map(({ span }) => span)];
  return {
    letter,
    layout,
    texts,
    measure: measureOf(texts.map((line) => lineText({ letter }, line).length)),
    // Blocks of one line each look double-spaced too; but then no line breaks off in a sentence.
    doubleSpaced: layout.doubleSpaced && texts.filter(unfinished).length > 1,
    headings: starts(headings),
    headingEnds: new Set(headings.flatMap((heading) => (heading ? [lineOf(heading.span.end)] : []))),
    blocks: starts([
      ...issues,
      ...issues.flatMap(({ claimsAdministrator, expertReviewer, rationale }) => [
        claimsAdministrator?.label,
        expertReviewer?.label,
        rationale?.label,
      ]),
    ]),
    parts: starts([
      reviewer?.licensedStates?.label,
      reviewer?.specialties?.label,
      reviewer?.subspecialties?.label,
      ...(documents?.items ?? []),
    ]),
    tables: tables.filter((span) => span !== undefined),
  };
};

/** The length that lines run to: that of the longest, but for a few that stick out. */
const measureOf = (lengths: readonly number[]): number | null => {
  const sorted = [...lengths].sort((a, b) => a - b);
  if ((sorted.at(-1) ?? 0) > WIDEST) return null;
  return sorted[Math.floor((sorted.length - 1) * 0.97)] ?? 0;
};

export const isInTable = ({ letter, tables }: Page, line: number): boolean => {
  const start = letter.lines.contentStarts[line] ?? 0;
  return tables.some((span) => span.start <= start && start < span.end);
};

/** Does the next line only go on with what this one says? Sure behind an article, and where its first word would not have had room. */
const goesOn = (page: Page, line: number, next: number): boolean => {
  const { measure, layout } = page;
  const text = lineText(page, line);
  if (GOES_ON.test(text)) return true;
  if (measure === null) return false;
  const { length } = text;
  const following = lineText(page, next);
  const word = following.search(/\s/);
  if (length + 1 + (word < 0 ? following.length : word) > measure) return true;
  return !endsSentence(layout, line) && (LOWER.test(following) || length >= 0.7 * measure);
};

/** What belongs between a line of text and the next one. */
export const breakBetween = (page: Page, line: number, next: number): Break => {
  const { layout, letter, doubleSpaced } = page;
  if (page.headings.has(next) || (page.headingEnds.has(line) && !page.headings.has(line + 1))) return 'block';
  if (page.blocks.has(next)) return 'block';
  const between = Array.from({ length: next - line - 1 }, (_, i) => line + 1 + i);
  const newPage = startsPage(letter.lines, next) || between.some((each) => !isBlankLine(letter.lines, each));
  const parted = doubleSpaced ? gapParts(layout, line, next) : between.length > 0;
  if (isInTable(page, line) || isInTable(page, next)) return parted && !newPage ? 'block' : 'line';
  if (page.parts.has(next)) return parted && !newPage ? 'block' : 'line';
  if (parted && !newPage) return 'block';
  if (goesOn(page, line, next)) return 'wrap';
  return newPage || doubleSpaced ? 'block' : 'line';
};
