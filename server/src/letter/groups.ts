import { flatMap } from '../text/flat-map.ts';
import type { Source } from '../text/flow.ts';
import { afterBlanks, trimmedEnd, WHITE_SPACE } from '../text/trim.ts';
import { endsInDecision, findDecision } from './decision.ts';
import type { FoundMark } from './marks.ts';
import { endsSentence, type Layout, textLineAfter, textLineBefore } from './paragraphs.ts';
import { mayGoOn, titleStart, titleWithin } from './titles.ts';

export type IssuePart = 'claimsAdministrator' | 'expertReviewer' | 'rationale';

const PARTS: Readonly<Record<string, { readonly part: IssuePart; readonly rank: number }>> = {
  'claims-administrator-guideline': { part: 'claimsAdministrator', rank: 0 },
  'maximus-guideline': { part: 'expertReviewer', rank: 1 },
  'decision-rationale': { part: 'rationale', rank: 2 },
};

/** The paragraph that opens an issue: [start, end) of its text. */
interface Title {
  readonly start: number;
  readonly end: number;
}

/** The title and labels that make one issue. */
export interface IssueGroup {
  /** Null where no title stands before the first label. */
  readonly title: Title | null;
  readonly parts: Partial<Record<IssuePart, FoundMark>>;
}

/** The region of a letter's issues: lines [first, last), with the labels found in it. */
export interface IssueRegion {
  readonly source: Source;
  readonly layout: Layout;
  readonly marks: readonly FoundMark[];
  readonly first: number;
  readonly last: number;
  /** Offsets of its text, behind the heading. */
  readonly start: number;
  readonly end: number;
}

/** A place that ends an issue's title: the line, and the offset behind its last character. */
interface TitleEnd {
  readonly line: number;
  readonly end: number;
}

/** Where the text that no issue has taken yet begins. */
interface Free {
  readonly line: number;
  readonly offset: number;
}

/** Puts titles and labels in order and opens an issue at each title, and at each label that cannot belong to the last. */
export const groupParts = (region: IssueRegion): readonly IssueGroup[] => {
  const labels = region.marks.filter(({ row }) => PARTS[row.id]);
  const titles = titleEnds(region, labels);
  const groups: IssueGroup[] = [];
  let free: Free = { line: region.first, offset: region.start };
  let nextTitle = 0;
  const takeTitles = (before: number): void => {
    for (let title = titles[nextTitle]; title && title.end <= before; title = titles[++nextTitle]) {
      groups.push({ title: titleOf(region, title, free), parts: {} });
      free = { line: title.line + 1, offset: title.end };
    }
  };
  let previous: FoundMark | null = null;
  for (const label of labels) {
    takeTitles(label.mark.span.start);
    const known = PARTS[label.row.id];
    if (known) groupFor(region, groups, label, previous, free).parts[known.part] = label;
    free = { line: label.lastLine + 1, offset: label.valueStart };
    previous = label;
  }
  takeTitles(Infinity);
  return groups;
};

/** The open issue, or a new one where it has this part already or is past its rationale. */
const groupFor = (
  region: IssueRegion,
  groups: IssueGroup[],
  label: FoundMark,
  previous: FoundMark | null,
  free: Free,
): IssueGroup => {
  const known = PARTS[label.row.id];
  const open = groups.at(-1);
  if (open && known && !open.parts[known.part] && !(open.parts.rationale && known.rank < 2)) return open;
  const end = untitledEnd(region, label, previous, groups.length);
  const group: IssueGroup = { title: end && titleOf(region, end, free), parts: {} };
  groups.push(group);
  return group;
};

/** The end of a title without a decision: the text right above an issue's first label. */
const untitledEnd = (
  { layout, first }: IssueRegion,
  label: FoundMark,
  previous: FoundMark | null,
  issues: number,
): TitleEnd | null => {
  const line = textLineBefore(layout, label.line, previous ? previous.lastLine + 1 : first);
  if (line === null) return null;
  const end = layout.lines.contentEnds[line] ?? 0;
  return issues > 0 && layout.lines.text.charCodeAt(end - 1) === FULL_STOP ? null : { line, end };
};

const FULL_STOP = 46;

const titleOf = ({ layout, start: regionStart }: IssueRegion, { line, end }: TitleEnd, free: Free): Title => {
  const lowest = layout.empty[free.line]
    ? (textLineAfter(layout, free.line, line + 1) ?? line)
    : Math.min(free.line, line);
  const start = layout.lines.contentStarts[titleStart(layout, line, lowest)] ?? 0;
  if (start >= free.offset) return { start, end };
  const { text } = layout.lines;
  return {
    start: free.offset === regionStart ? afterBlanks(text, regionStart) : titleWithin(text, free.offset, end),
    end,
  };
};

/**
 * The lines that end in a decision and stand where a title stands: before a label, which may be glued to them, before
 * another title, or last.
 */
const titleEnds = (region: IssueRegion, labels: readonly FoundMark[]): readonly TitleEnd[] => {
  const { layout, marks, first, last } = region;
  const { lines } = layout;
  const marked = new Uint8Array(lines.count);
  for (const { line } of marks) marked[line] = 1;
  const ends = flatMap(labels, (label) => gluedTitle(region, label));
  /** The text line below, and how many lines of a title stand from there on; 0 where none does. */
  let below: number | null = null;
  let titled = 0;
  let titleEnd = 0;
  /** The line below is a scrap of text between a title and its first label. */
  let stray = false;
  for (let line = last - 1; line >= first; line--) {
    if (layout.empty[line]) continue;
    const start = lines.contentStarts[line] ?? 0;
    const end = lines.contentEnds[line] ?? 0;
    const placed = below === null || marked[below] === 1 || opensStatement(layout, below);
    const isEnd =
      marked[line] === 0 &&
      (placed ? endsTitle(lines.text, start, end) : (titled > 0 || stray) && endsInDecision(lines.text, start, end));
    if (isEnd) ends.push({ line, end });
    if (isEnd) [titled, titleEnd] = [1, end];
    else if (titled > 0)
      titled = marked[line] === 1 || !mayGoOn(titled, titleEnd - end) || endsSentence(layout, line) ? 0 : titled + 1;
    stray = below !== null && marked[below] === 1 && end - start <= LONGEST_STRAY;
    below = line;
  }
  return ends.sort((a, b) => a.end - b.end);
};

/** The longest scrap, in characters. */
const LONGEST_STRAY = 40;

/** A side's statement that lost its label. */
const STATEMENT = /^(?:Decision based on |The (?:Claims Administrator|Expert Reviewer) (?:based|did not cite) )/;

const opensStatement = ({ lines }: Layout, line: number): boolean => {
  const start = lines.contentStarts[line] ?? 0;
  const code = lines.text.charCodeAt(start);
  if (code !== 68 && code !== 84) return false; // D and T
  return STATEMENT.test(lines.text.slice(start, lines.contentEnds[line]));
};

const gluedTitle = ({ layout: { lines } }: IssueRegion, { line, mark }: FoundMark): TitleEnd[] => {
  const start = lines.contentStarts[line] ?? 0;
  if (mark.span.start <= start) return [];
  const end = trimmedEnd(lines.text, WHITE_SPACE, start, mark.span.start);
  return endsTitle(lines.text, start, end) ? [{ line, end }] : [];
};

/** Exact decisions first; the tolerant look is only for short last words behind a colon. */
const endsTitle = (text: string, start: number, end: number): boolean => {
  if (endsInDecision(text, start, end)) return true;
  const tail = text.slice(Math.max(start, end - 26), end);
  if (!tail.includes(':') && !tail.includes(';') && end - start > 13) return false;
  return (
    /(?::|^|[a-z0-9)"] ?;) ?[A-Za-z0-9]{4,12}\.?$/.test(tail) &&
    (findDecision(tail.replace(/;/g, ':'))?.decision.value ?? null) !== null
  );
};
