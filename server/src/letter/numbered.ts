import { flatMap } from '../text/flat-map.ts';
import { type Flow, flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { spanOf } from '../text/span.ts';
import { afterBlanks, trimEndOf } from '../text/trim.ts';
import { type Determined, readDetermined, subjectStart } from './determined.ts';
import type { IssueRegion } from './groups.ts';
import type { FoundMark } from './marks.ts';
import type { Issue } from './model.ts';
import { readSides } from './sides.ts';

const NUMBERED = /^(\d{1,2})[.)](?!\d)\s{0,4}\S/;
const ANEW = /^(\d{1,2})[.)]\s{0,4}[A-Z]/;
/** The form's own verdict; where a letter has it, a shorter one is a rationale's. */
const WHOLE_VERDICT = /medically\s+necessary\s+and\s+appropriate/i;
const SIDE = /\bThe (?:Claims Administrator|\w+ Reviewer) /;
/** How far behind its number a title's verdict may stand, in characters of flow. */
const LONGEST_TITLE = 1500;
const NO_PARTS = { title: null, item: null, decision: null, originalRequest: null, authorized: null } as const;

/** Of a title that lost its verdict the first side's sentence is left behind it. */
const FIRST_SIDE = / The Claims Administrator (?:based|did not) /;
/** How far behind its number that sentence may begin, in characters of flow. */
const LONGEST_UNDECIDED = 300;
const SENTENCES = /[a-z)]\. [A-Z]/;

/** What a title says, without a decision where it lost its verdict, and where it ends in its flow. */
type Titled = Pick<Determined, 'item' | 'end'> & { readonly decision: Determined['decision'] | null };

/** Where an issue opens, and whether its title has a verdict. */
interface Opening {
  readonly start: number;
  readonly decided: boolean;
}

/** The issues of the 2013 decision form: `1. X is not medically necessary and appropriate.`, then both sides in sentences. */
export const readNumberedIssues = (region: IssueRegion): readonly Issue[] => {
  const { source, end } = region;
  const openings = numberedOpenings(region);
  return flatMap(openings, ({ start, decided }, i) => {
    const flow = flowOf(source, start, openings[i + 1]?.start ?? end);
    const titled = decided ? readDetermined(flow, 0, LONGEST_TITLE) : readUndecided(flow);
    return titled ? [issueOf(flow, i + 1, titled, region.marks)] : [];
  });
};

/** The title that is left without its verdict: one sentence, right before that of the first side. */
const readUndecided = (flow: Flow): Titled | null => {
  const side = FIRST_SIDE.exec(flow.text.slice(0, LONGEST_UNDECIDED));
  const title = flow.text.slice(0, side?.index);
  const subject = subjectStart(title);
  const item = trimEndOf(title.slice(subject), ' .');
  if (!side || item === '' || SENTENCES.test(item)) return null;
  const span = sourceSpan(flow, subject, subject + item.length);
  return { item: { value: item, span }, decision: null, end: subject + item.length };
};

/** The lines that open issue 1, 2, ... in turn and hold a verdict, or should, before anything else is said. */
const numberedOpenings = ({
  source,
  layout,
  first,
  last,
  end,
  start: regionStart,
}: IssueRegion): readonly Opening[] => {
  const { lines } = source;
  const openings: Opening[] = [];
  const whole = WHOLE_VERDICT.test(lines.text.slice(lines.starts[first], end));
  for (let line = first; line < last; line++) {
    if (layout.empty[line]) continue;
    const start = Math.max(lines.contentStarts[line] ?? 0, line === first ? afterBlanks(lines.text, regionStart) : 0);
    const code = lines.text.charCodeAt(start);
    if (code < 48 || code > 57) continue;
    const number = NUMBERED.exec(lines.text.slice(start, start + 8))?.[1];
    if (Number(number) !== openings.length + 1) continue;
    const verdict = verdictEnd(source, start, end, whole);
    const stop = verdict ?? undecidedEnd(source, start, end);
    if (stop === null || opensAnew(source, line, [openings.length + 1, openings.length + 2], stop)) continue;
    // What has no verdict is no title where the same number stands again.
    if (verdict !== null || !opensAnew(source, line, [openings.length + 1], end))
      openings.push({ start, decided: verdict !== null });
  }
  return openings;
};

/** The offset behind a title that lost its verdict, or null where the number at `start` opens none. */
const undecidedEnd = (source: Source, start: number, end: number): number | null =>
  readUndecided(flowOf(source, start, Math.min(end, start + 2 * LONGEST_UNDECIDED)))?.item?.span.end ?? null;

/** The offset behind the verdict that the number at `start` opens, or null where something else is said before one. */
const verdictEnd = (source: Source, start: number, end: number, whole: boolean): number | null => {
  const flow = flowOf(source, start, Math.min(end, start + LONGEST_TITLE));
  const determined = readDetermined(flow, 0, flow.text.length);
  if (!determined || (whole && !determined.decision.printed.endsWith('appropriate'))) return null;
  const title = flow.text.slice(0, determined.end);
  return SIDE.test(title) ? null : determined.decision.span.end;
};

/** A rationale may number its reasons: is there a line before `end` that one of these numbers opens anew? */
const opensAnew = ({ lines }: Source, line: number, numbers: readonly number[], end: number): boolean => {
  for (let next = line + 1; next < lines.count && (lines.contentStarts[next] ?? end) < end; next++) {
    const start = lines.contentStarts[next] ?? 0;
    const opener = ANEW.exec(lines.text.slice(start, start + 8));
    if (opener && numbers.includes(Number(opener[1]))) return true;
  }
  return false;
};

const issueOf = (
  flow: Flow,
  number: number,
  { item, decision, end: titleEnd }: Titled,
  marks: readonly FoundMark[],
): Issue => {
  const sides = readSides(flow, titleEnd, marks);
  const full = flow.text.charAt(titleEnd) === '.' ? titleEnd + 1 : titleEnd;
  return {
    number,
    span: spanOf(sourceSpan(flow, 0, 0).start, flow.end),
    ...NO_PARTS,
    title: { value: flow.text.slice(0, full), span: sourceSpan(flow, 0, full) },
    item,
    decision,
    ...sides,
  };
};

const REGARDING = /^(?:(\d{1,2})[.)] ?)?Regarding the request for /i;

/**
 * The issues of the 2013 notice: `1) Regarding the request for X:` with what was relied upon and the rationale. The
 * decisions stand in the list at the letter's head; an issue that only the list names is kept with its item and decision.
 */
export const readNoticeIssues = (
  source: Source,
  marks: readonly FoundMark[],
  list: ReadonlyMap<number, Determined>,
  end: number,
): readonly Issue[] => {
  const openers = marks.filter(({ row }) => row.id === 'regarding-the-request');
  const taken = new Set<number>();
  const issues = openers.map((opener, i): Issue => {
    const start = opener.mark.span.start;
    const stop = openers[i + 1]?.mark.span.start ?? end;
    const flow = flowOf(source, start, stop);
    const cue = REGARDING.exec(flow.text);
    const number = Number(cue?.[1] ?? i + 1);
    taken.add(number);
    const titleStop = titleEnd(source, flow, opener, marks);
    const itemStart = cue?.[0].length ?? 0;
    const item = trimEndOf(flow.text.slice(itemStart, titleStop), ' :');
    return {
      number,
      span: spanOf(start, flow.end),
      ...NO_PARTS,
      title: { value: flow.text.slice(0, titleStop), span: sourceSpan(flow, 0, titleStop) },
      item: item ? { value: item, span: sourceSpan(flow, itemStart, itemStart + item.length) } : null,
      decision: list.get(number)?.decision ?? null,
      ...readSides(flow, titleStop, marks),
    };
  });
  const missing = [...list].filter(([number]) => !taken.has(number)).slice(0, Math.max(0, list.size - issues.length));
  return [...issues, ...missing.map(([number, determined]) => listedOnly(number, determined))]
    .sort((a, b) => a.number - b.number)
    .map((issue, i) => ({ ...issue, number: i + 1 }));
};

/** A title ends before the next heading or label, at its colon where one closes it. */
const titleEnd = (source: Source, flow: Flow, opener: FoundMark, marks: readonly FoundMark[]): number => {
  const next = marks.find(({ mark }) => mark.span.start > opener.mark.span.start);
  const limit =
    next && next.row.id !== opener.row.id
      ? flowOf(source, opener.mark.span.start, next.mark.span.start).text.trimEnd().length
      : LONGEST_TITLE;
  const head = flow.text.slice(0, limit);
  const colon = /:(?= (?:Section|The |$)|$)/.exec(head);
  return colon ? colon.index + 1 : Math.min(limit, head.length);
};

const listedOnly = (number: number, { item, decision }: Determined): Issue => ({
  number,
  span: spanOf(item?.span.start ?? decision.span.start, decision.span.end),
  ...NO_PARTS,
  item,
  decision,
  claimsAdministrator: null,
  expertReviewer: null,
  rationale: null,
});
