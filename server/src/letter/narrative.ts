import { type ChapterMatch, matchChapterAt, matchTopicAt } from '../facts/index.ts';
import { flatMap } from '../text/flat-map.ts';
import { type Flow, sourceSpan } from '../text/flow.ts';
import type { Leaf } from '../text/span.ts';
import { NOTHING_CITED } from './basis.ts';
import type { Citation, PageRange, Scheme } from './model.ts';
import { findPageLists } from './pages.ts';
import { readTopicsAndPages } from './topics.ts';

/** How the letters of 2013 say what a side relied on. */
const RELIED = /\b(?:based|relied) (?:(?:its|their|his\/her|his|her|the) decision )?(?:up)?on (?:the )?/gi;
/** A sentence ends at a full stop before a capital, but not behind these. */
const SENTENCE_END = /(?<!\b(?:pg|pgs|p|pp|ed|vol|no|et al|Dr|St|Inc))\. (?=[A-Z(•-])/g;
const PART_OF = /,? ?(?:(?:which|that) (?:is|are) )?part of the (?:MTUS|Medical Treatment Utilization Schedule)/i;
const NOT_PART_OF = /\bnot (?:a )?part of the (?:MTUS|Medical Treatment Utilization Schedule)/i;
/** Works that are the schedule's only where the letter says so. */
const OUTSIDE = /^(?:ACOEM|American College|O(?:ffi|fﬁ|ﬀi|ﬃ)cial Disability|ODG)\b/i;
const YEAR = /\(?\b((?:19|20)\d{2})\b\)?/;
/** A chapter's number behind its title is no section of it. */
const CHAPTER_NUMBER = /^Chapter \d{1,2}$/i;
/** The schedule may be named before its chapter: `MTUS Chronic Pain …`, `the MTUS/ACOEM Low Back …`. */
const SCHEDULE = /^(?:(?:CA|California) )?MTUS ?(?:[/,:-] ?)?/;
const BOOK = 'ACOEM ';
/** Behind a chapter's title: the word, and in brackets the book that it is a chapter of. */
const OF_BOOK = /^(?: Chapter\b)?(?: \((?:[^()]|\([^()]*\))*\))?/i;
/** Where a second work may begin in a sentence. */
const AND = /,? and (?:on )?(?:the )?/g;
const SCHEMES: readonly (readonly [Scheme, RegExp])[] = [
  ['ODG', /\bO(?:ffi|fﬁ|ﬀi|ﬃ)cial Disability Guidelines?\b|\bODG\b/i],
  ['ACOEM', /\bACOEM\b|\bAmerican College of Occupational\b/i],
];
const TITLES =
  /^(?:O(?:ffi|fﬁ|ﬀi|ﬃ)cial Disability Guidelines?(?: \(ODG\))?|American College of Occupational and Environmental Medicine(?: \(ACOEM\))?(?: Practice Guidelines)?|ACOEM(?: Practice Guidelines)?)/i;

/** The citations of a statement in sentences (`... based its decision on the Chronic Pain Medical Treatment Guidelines, (2009), page 22, part of the MTUS`), one for each such sentence in [start, end) of the flow. */
export const readNarrative = (flow: Flow, start: number, end: number): readonly Citation[] => {
  const text = flow.text.slice(0, end);
  return flatMap(sentences(text, start, end), ([from, to]) => {
    const cited = reliedOn(text, from, to);
    return cited === null ? [] : works(text, cited, to).map(([at, stop], i) => citation(flow, i ? at : from, stop, at));
  });
};

/** The works that a sentence names from `cited` on: `the X, which is part of the MTUS, and the Y` names two. */
const works = (text: string, cited: number, end: number): readonly (readonly [number, number])[] => {
  const all: [number, number][] = [];
  let from = cited;
  AND.lastIndex = cited;
  for (let and = AND.exec(text); and && and.index < end; and = AND.exec(text)) {
    const next = and.index + and[0].length;
    const rest = text.slice(next, end);
    if (!TITLES.test(rest) && !chapterIn(text, next, rest)) continue;
    all.push([from, and.index]);
    from = next;
  }
  all.push([from, end]);
  return all;
};

/** The citations of a text that names guidelines without always saying who relied on them: its sentences that name a work, else the whole. */
export const readWorks = (flow: Flow): readonly Citation[] => {
  const { text } = flow;
  const parts = sentences(text, 0, text.length).filter(([from, to]) => !NOTHING_CITED.test(text.slice(from, to)));
  const cited = parts.map(([from, to]) =>
    citation(flow, from, to, reliedOn(text, from, to) ?? behindArticle(text, from)),
  );
  const named = cited.filter(({ scheme, guideline }) => scheme === 'ODG' || scheme === 'ACOEM' || guideline !== null);
  if (named.length > 0 || parts.length === 0) return named;
  return [citation(flow, 0, text.length, 0)];
};

/** Where a sentence names what a side relied on, or null where it says nothing of that. */
const reliedOn = (text: string, from: number, to: number): number | null => {
  RELIED.lastIndex = 0;
  const cue = RELIED.exec(text.slice(from, to));
  return cue && from + cue.index + cue[0].length;
};

const behindArticle = (text: string, from: number): number => (text.startsWith('The ', from) ? from + 4 : from);

const sentences = (text: string, start: number, end: number): readonly (readonly [number, number])[] => {
  const all: [number, number][] = [];
  let from = start;
  SENTENCE_END.lastIndex = start;
  for (let stop = SENTENCE_END.exec(text); stop && stop.index < end; stop = SENTENCE_END.exec(text)) {
    all.push([from, stop.index + 1]);
    from = stop.index + stop[0].length;
  }
  if (from < end) all.push([from, end]);
  return all;
};

const citation = (flow: Flow, start: number, end: number, cited: number): Citation => {
  const text = flow.text.slice(start, end);
  const body = flow.text.slice(cited, end);
  const named = chapterIn(flow.text, cited, body);
  const known = OUTSIDE.test(body) ? null : named;
  const inSchedule = !NOT_PART_OF.test(body) && (PART_OF.test(body) || known !== null || SCHEDULE.test(body));
  const scheme: Scheme = inSchedule ? 'MTUS' : (SCHEMES.find(([, words]) => words.test(body))?.[0] ?? 'other');
  const chapter = scheme === 'MTUS' ? named : null;
  const titleStart = chapter?.at ?? cited;
  const titleEnd = titleStart + (chapter?.match.length ?? TITLES.exec(body)?.[0].length ?? 0);
  const partOf = PART_OF.exec(body);
  const stop = partOf ? cited + partOf.index : end;
  const ofBook = chapter ? bookBehind(flow.text, titleEnd, stop) : titleEnd;
  const year = yearIn(flow, titleEnd, ofBook) ?? yearNear(flow, ofBook, end) ?? yearIn(flow, titleStart, titleEnd);
  const from = yearEnd(flow, ofBook, end);
  const { sections, pages } = chapter
    ? readTopicsAndPages(flow, from, stop, { guidelineId: chapter.match.guidelineId, listed: false })
    : { sections: [], pages: pagesOf(flow, from, end) };
  const guideline: Leaf<string> | null =
    titleEnd > titleStart
      ? { value: flow.text.slice(titleStart, titleEnd), span: sourceSpan(flow, titleStart, titleEnd) }
      : null;
  return {
    span: sourceSpan(flow, start, end),
    text,
    scheme,
    guideline,
    year,
    sections: sections.filter(({ value }) => isSection(value)),
    pages,
  };
};

/** The chapter that the text at `cited` names, bare or behind the name of the schedule, and where its title stands. */
const chapterIn = (
  text: string,
  cited: number,
  body: string,
): { readonly match: ChapterMatch; readonly at: number } | null => {
  const lead = SCHEDULE.exec(body)?.[0].length ?? 0;
  const starts = [cited, cited + lead, ...(body.startsWith(BOOK, lead) ? [cited + lead + BOOK.length] : [])];
  for (const at of starts) {
    const match = matchChapterAt(text, at);
    if (match) return { match, at };
  }
  return null;
};

/** Where the words that tell a chapter's book end behind its title; the title's end where there are none. */
const bookBehind = (text: string, titleEnd: number, stop: number): number => {
  const words = OF_BOOK.exec(text.slice(titleEnd, stop))?.[0] ?? '';
  if (words.includes('ACOEM') || words.includes('American College')) return titleEnd + words.length;
  return / Chapter\b/i.test(words.slice(0, 9)) ? titleEnd + ' Chapter'.length : titleEnd;
};

/** What follows a title in a sentence is a section of it where the tables know it or it is written as a name. */
const isSection = (value: string): boolean =>
  !CHAPTER_NUMBER.test(value) && (/^[^a-z]/.test(value) || matchTopicAt(value, 0, null) !== null);

const pagesOf = (flow: Flow, start: number, end: number): readonly PageRange[] =>
  flatMap(findPageLists(flow, start, end), ({ pages }) => pages);

/** The year in brackets right behind a title, or after an edition: `2nd Edition (2004)`. */
const yearNear = (flow: Flow, from: number, end: number): Leaf<number> | null =>
  yearIn(flow, from, Math.min(end, from + 24));

const yearIn = (flow: Flow, from: number, end: number): Leaf<number> | null => {
  const match = YEAR.exec(flow.text.slice(from, end));
  if (!match?.[1]) return null;
  const at = from + match.index + match[0].indexOf(match[1]);
  return { value: Number(match[1]), span: sourceSpan(flow, at, at + 4) };
};

const yearEnd = (flow: Flow, from: number, end: number): number => {
  const match = YEAR.exec(flow.text.slice(from, Math.min(end, from + 24)));
  return match ? from + match.index + match[0].length : from;
};
