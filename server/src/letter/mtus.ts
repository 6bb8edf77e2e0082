import { matchChapterAt } from '../facts/index.ts';
import { type Flow, sourceSpan } from '../text/flow.ts';
import { matchedLength } from '../text/matching.ts';
import type { Leaf } from '../text/span.ts';
import type { Sentence } from './citations.ts';
import type { Citation } from './model.ts';
import { readTopicsAndPages } from './topics.ts';

const YEAR = /,? ?\(?((?:19|20)\d{2})\)?(?: Guidelines?)?/y;
const SECTIONS = /,? ?Sections?(?:\(s\))?:? */iy;
const ANOTHER = /,? and /g;
const TITLE_END = /,? \(?(?:19|20)\d{2}\b|,? Section(?:\(s\)|s)?:|,? Pages?(?:\(s\))?:| Page\(s\)|[;.](?: |$)/g;

/** A chapter of the schedule within a sentence: [start, end) in the flow, its title's end, its guideline if known. */
interface Chapter {
  readonly start: number;
  readonly titleEnd: number;
  readonly guidelineId: string | null;
}

/**
 * A citation of the schedule: one chapter or several joined by `, and `, each with its year, sections and pages. Titles
 * and topics are matched against the tables, longest first, since both hold commas.
 */
export const readMtus = (flow: Flow, sentence: Sentence): readonly Citation[] => {
  const end = flow.text.charCodeAt(sentence.end - 1) === 46 ? sentence.end - 1 : sentence.end;
  const chapters = findChapters(flow.text.slice(0, end), sentence.cited, end);
  const [only] = chapters;
  if (chapters.length === 1 && only) return [readChapter(flow, only, end, sentence.start, sentence.end)];
  return chapters.map((chapter, i) => {
    const next = chapters[i + 1];
    const stop = next ? chapter.start + flow.text.slice(chapter.start, next.start).replace(/,? and $/, '').length : end;
    return readChapter(flow, chapter, stop, chapter.start, stop);
  });
};

const findChapters = (text: string, start: number, end: number): readonly Chapter[] => {
  const chapters = [chapterAt(text, start, end)];
  ANOTHER.lastIndex = start;
  for (let join = ANOTHER.exec(text); join; join = ANOTHER.exec(text)) {
    const at = join.index + join[0].length;
    const last = chapters.at(-1);
    if (last && at <= last.titleEnd) continue;
    const next = chapterAt(text, at, end);
    const title = text.slice(at, next.titleEnd);
    const joined = next.guidelineId !== null || (join[0].startsWith(',') && isTitle(title));
    if (joined && yearAt(text, next.titleEnd)) chapters.push(next);
  }
  return chapters;
};

/** The chapter that a sentence opens with; an unknown title ends at its year, its sections, its pages. */
const chapterAt = (text: string, start: number, end: number): Chapter => {
  const known = matchChapterAt(text, start);
  if (known) return { start, titleEnd: Math.min(start + known.length, end), guidelineId: known.guidelineId };
  TITLE_END.lastIndex = start;
  const stop = TITLE_END.exec(text);
  return { start, titleEnd: stop ? stop.index : end, guidelineId: null };
};

/** A chapter that the tables do not know begins with a capital and joins nothing; its year right behind it tells it from a topic. */
const isTitle = (text: string): boolean =>
  text.length <= LONGEST_TITLE && /^[A-Z]/.test(text) && !text.includes(' and ');
const LONGEST_TITLE = 90;

const yearAt = (text: string, at: number): { value: number; start: number; end: number } | null => {
  YEAR.lastIndex = at;
  const match = YEAR.exec(text);
  const year = match?.[1];
  if (!match || year === undefined) return null;
  return { value: Number(year), start: match.index + match[0].indexOf(year), end: match.index + match[0].length };
};

const readChapter = (flow: Flow, chapter: Chapter, end: number, textStart: number, textEnd: number): Citation => {
  const { text } = flow;
  const printedYear = yearAt(text, chapter.titleEnd);
  const year: Leaf<number> | null = printedYear && {
    value: printedYear.value,
    span: sourceSpan(flow, printedYear.start, printedYear.start + 4),
  };
  const after = printedYear?.end ?? chapter.titleEnd;
  const cited = after + matchedLength(SECTIONS, text.slice(0, end), after);
  const { sections, pages } = readTopicsAndPages(flow, cited, end, { guidelineId: chapter.guidelineId, listed: true });
  const title = text.slice(chapter.start, chapter.titleEnd).trim();
  return {
    span: sourceSpan(flow, textStart, textEnd),
    text: text.slice(textStart, textEnd),
    scheme: 'MTUS',
    guideline: title ? { value: title, span: sourceSpan(flow, chapter.start, chapter.start + title.length) } : null,
    year,
    sections,
    pages,
  };
};
