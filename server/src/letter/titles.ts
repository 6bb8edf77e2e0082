import { matchesOf } from '../text/matching.ts';
import { endsInDecision } from './decision.ts';
import { endsSentence, gapParts, type Layout, leavesRoom, textLineAfter, textLineBefore } from './paragraphs.ts';

/** The longest title seen in 439 issues has seven lines; in narrow columns one has more, of as many characters. */
const LONGEST_TITLE = { lines: 9, narrowLines: 20, characters: 700 } as const;

/** May a title that has so many lines, and so many characters, have another line? */
export const mayGoOn = (lines: number, characters: number): boolean =>
  lines < LONGEST_TITLE.lines || (lines < LONGEST_TITLE.narrowLines && characters < LONGEST_TITLE.characters);
/** As much of a title as its wording is searched in, in characters. */
const LONGEST_CARVE_OUT = 4000;
const CARVED =
  /remaining IMR eligible|the original request|IMR eligible\.|authorized by the Claims|by the Claims Administrator/i;
const CARVED_FROM_THE_START = /(?:was|were) the original request/i;

/**
 * The first line of the title that ends on `last`: upward to the end of the paragraph before it. Where no blank line
 * parts them, the previous rationale ends with a full stop, or in a line that leaves room; a carve-out has full stops of its
 * own and goes on upward to `was the original request`. `first` is the first line it may be.
 */
export const titleStart = (layout: Layout, last: number, first: number): number => {
  let start = last;
  const { contentStarts, contentEnds } = layout.lines;
  const end = contentEnds[last] ?? 0;
  for (let count = 1; mayGoOn(count, end - (contentStarts[start] ?? 0)); count++) {
    const before = textLineBefore(layout, start, first);
    if (before === null) break;
    if (gapParts(layout, before, start) && !opensMidSentence(layout, start, before)) break;
    if (endsSentence(layout, before) && !continuesCarveOut(layout, start, last) && !opensInQuantity(layout, start))
      break;
    if (endsOther(layout, before)) break;
    if (endsRationale(layout, before) || holdsSentence(layout, before)) return capitalBelow(layout, start, last);
    if (opensTitle(layout, start) && leavesRoom(layout, before, start) && !goesOn(layout, before, last)) break;
    start = before;
  }
  return start;
};

/** A gap inside a carve-out or before a decision alone on its line is a page break, not a paragraph's end. */
const opensMidSentence = (layout: Layout, line: number, before: number): boolean => {
  const { lines } = layout;
  const start = lines.contentStarts[line] ?? 0;
  const end = lines.contentEnds[line] ?? 0;
  const alone = endsInDecision(lines.text, start, end) && end - start <= 12;
  return alone && !endsSentence(layout, before);
};

/** A number of tablets opens no title: `mg.` before it is a unit. */
const opensInQuantity = ({ lines }: Layout, line: number): boolean =>
  lines.text.charAt(lines.contentStarts[line] ?? 0) === '#';

const CAPITAL = /^(?!Upheld|Overturned)(?:[A-Z]|\d(?!\d?[.)]))/;

/** May a title open here behind a line that leaves room? A decision does not, nor a word alone, which may be one, nor a number of a list. */
const opensTitle = ({ lines }: Layout, line: number): boolean => {
  const text = lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]);
  return text.includes(' ') && CAPITAL.test(text);
};

/** A line that ends in a decision is the end of a title of its own. */
const endsOther = ({ lines }: Layout, line: number): boolean =>
  endsInDecision(lines.text, lines.contentStarts[line] ?? 0, lines.contentEnds[line] ?? 0);

const CONCLUSION =
  /\bmedical(?:ly necessary|ly appropriate| necessity)(?: and appropriate)?(?: (?:for|to) (?:the|this) (?:injured worker|patient))?(?: at this time| per the guidelines?)?$/i;

/** The words that most rationales close with end one without its full stop too. */
const endsRationale = (layout: Layout, line: number): boolean =>
  CONCLUSION.test(textOf(layout, textLineBefore(layout, line, 0) ?? line, line).slice(-80));

/**
 * Words that open a sentence of prose: behind no abbreviation of a title, and not those of a carve-out. Where the sentence
 * ends on its line, a title may be glued to it.
 */
const PROSE =
  /[a-z)]\. (?:As|Given|Hence|However|In|It|No|There|Therefore|This|Thus|The (?:applicant|claimant|guidelines?|injured|patient|provider|records?|request|worker)|[A-Z][a-z]+ (?:are|can|do|does|has|have|is|may|should|would))\b(?!.*[.!?]["”)]? [A-Z0-9])/;

const holdsSentence = ({ lines }: Layout, line: number): boolean =>
  PROSE.test(lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]));

/** A bracket that is open on the line before, or a carve-out, goes on over a line that leaves room. */
const goesOn = (layout: Layout, before: number, last: number): boolean => {
  const { contentStarts, contentEnds, text } = layout.lines;
  const above = text.slice(contentStarts[before], contentEnds[before]);
  return above.lastIndexOf('(') > above.lastIndexOf(')') || CARVED.test(textOf(layout, before, last));
};

/** A rationale without its full stop may go on over small letters; then the title opens at the first capital below, if any. */
const capitalBelow = (layout: Layout, start: number, last: number): number => {
  let line: number | null = start;
  while (line !== null && isSmallOnly(layout, line)) line = textLineAfter(layout, line, last + 1);
  return line !== null && opensTitle(layout, line) ? line : start;
};

/** Does the line begin with a small letter, and no title behind it that is glued to it? */
const isSmallOnly = ({ lines }: Layout, line: number): boolean =>
  /^[a-z](?!.*[.!?]["”)]? [A-Z0-9])/.test(lines.text.slice(lines.contentStarts[line], lines.contentEnds[line]));

const continuesCarveOut = (layout: Layout, from: number, to: number): boolean => {
  const text = textOf(layout, from, to);
  return CARVED.test(text) && !CARVED_FROM_THE_START.test(text);
};

/** The text of the lines from `from` to `to`, page furniture left out; of very long ones the end. */
const textOf = ({ lines, empty }: Layout, from: number, to: number): string => {
  const texts: string[] = [];
  for (let line = from; line <= to; line++) {
    if (empty[line]) continue;
    const end = lines.contentEnds[line] ?? 0;
    texts.push(lines.text.slice(Math.max(lines.contentStarts[line] ?? 0, end - LONGEST_CARVE_OUT), end));
  }
  const text = texts.join(' ').slice(-LONGEST_CARVE_OUT);
  return lines.plain && !text.includes('  ') ? text : text.replace(/\s+/g, ' ');
};

/** The longest title that is looked for behind other text on its line, in characters: a carve-out has several sentences. */
const LONGEST_GLUED = 1200;
/** A sentence ends before it, or the introduction of all issues (`... set forth below:`). */
const SENTENCE_START = /(?:[.!?]["”)]?|\bbelow:)\s{1,30}(?=[A-Z0-9])/g;
const CARVED_FIRST = /(?:was|were)\s{1,4}the\s{1,4}original\s{1,4}request/gi;

/**
 * Where in [start, end) a title begins that shares its line with the rationale before it: where its last sentence does, or
 * in a carve-out the one that tells the original request.
 */
export const titleWithin = (text: string, start: number, end: number): number => {
  const from = Math.min(end, Math.max(start, end - LONGEST_GLUED));
  const window = text.slice(from, end);
  const starts = matchesOf(SENTENCE_START, window).map(({ 0: printed, index }) => index + printed.length);
  const last = starts.at(-1) ?? 0;
  if (!CARVED.test(window.slice(last))) return from + last;
  const first = matchesOf(CARVED_FIRST, window).at(-1)?.index ?? last;
  return from + (starts.findLast((at) => at <= first) ?? 0);
};
