import { allGuidelines, editionsOf, type Guideline } from './guidelines.ts';
import { lazy } from './lazy.ts';
import { candidatesOf, type NearTitle, nearest } from './near.ts';
import { buildPhrases, endsWord, isWordCode, longestAt } from './phrases.ts';

/** A title in print and the edition that bears it. */
export interface Label {
  readonly title: string;
  readonly guideline: Guideline;
}

/** A chapter's title found in a text: the editions that bear it, in the order of their years, and where it ends. */
export interface ChapterTitle {
  readonly labels: readonly Label[];
  readonly end: number;
}

/** The book that the chapters of 2004 come from: its name may stand before them. */
const BOOK = 'acoem/practice-guidelines-2004';

const titles = lazy(() => {
  const entries: (readonly [string, Label])[] = [];
  for (const guideline of allGuidelines()) {
    if (guideline.scheme === 'ODG') continue;
    // A chapter that the schedule did not adopt is cited with its number or its book, never by its bare title.
    const own = guideline.scheme === 'ACOEM' && guideline.chapter ? [] : [guideline.title];
    for (const title of new Set([...own, ...guideline.labels])) entries.push([title, { title, guideline }]);
  }
  return buildPhrases(entries);
});

/** The chapter of a number: the schedule's own where there are later revisions. */
const byNumber = lazy((): ReadonlyMap<string, Label> => {
  const numbered = new Map<string, Label>();
  for (const guideline of allGuidelines()) {
    const number = String(guideline.chapter);
    if (guideline.chapter !== null && !numbered.has(number))
      numbered.set(number, { title: guideline.title, guideline });
  }
  return numbered;
});

const EDITION = /[ ,]*(?:(?:2nd|second) ed(?:ition|\.)?,? ?)?(?:\(2004\)|2004)?/iy;
const CHAPTER = /[ ,]*chapter (\d{1,2})\b/iy;
const SECTION = /9792(?:\.\d{1,2}){1,3}\.?/y;
const GAP = /[ ,:;-]*/y;

const after = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};

/**
 * The longest title of a chapter of the schedule, or of the ACOEM book, that starts at `offset`: bare, or led by the
 * book's name, the chapter's number or the section of the regulations. Null where none does.
 */
export const chapterTitleAt = (text: string, offset: number): ChapterTitle | null => {
  const bare = longestAt(titles(), text, offset, endsWord);
  const direct = bare && { labels: bare.values, end: bare.end };
  const first = text.charCodeAt(offset);
  const isBook = direct?.labels[0]?.guideline.id === BOOK;
  if (!isBook && first !== 57 && (first | 32) !== 99) return direct; // 9 and c: `9792…`, `Chapter…`
  return ledAt(text, isBook ? direct.end : offset, isBook) ?? direct;
};

const ledAt = (text: string, offset: number, hasBook: boolean): ChapterTitle | null => {
  const edition = hasBook ? after(EDITION, text, offset) : null;
  const from = edition ? edition.index + edition[0].length : offset;
  const chapter = after(CHAPTER, text, from);
  const section = chapter || hasBook ? null : after(SECTION, text, from);
  const lead = chapter ?? section;
  if (!lead && !hasBook) return null;
  const end = lead ? lead.index + lead[0].length : from;
  const numbered = chapter ? byNumber().get(chapter[1] ?? '') : undefined;
  const gap = after(GAP, text, end)?.[0].length ?? 0;
  const title = longestAt(titles(), text, end + gap, endsWord);
  if (title && (lead || isOfBook(title.values) || yearAfter(text, title.end) !== null)) {
    const own = title.values.filter(({ guideline }) => guideline.chapter === numbered?.guideline.chapter);
    return { labels: own.length > 0 ? own : title.values, end: title.end };
  }
  if (numbered) return titleOf(text, end + gap, numbered) ?? { labels: [numbered], end };
  return null;
};

const isOfBook = (labels: readonly Label[]): boolean => labels.some(({ guideline }) => guideline.chapter !== null);

/** The bare title of a chapter outside the schedule, behind its number. */
const titleOf = (text: string, offset: number, label: Label): ChapterTitle | null => {
  const end = offset + label.title.length;
  const printed = text.slice(offset, end);
  return printed.toLowerCase() === label.title.toLowerCase() && endsWord(text, end) ? { labels: [label], end } : null;
};

/** The label whose edition bears `year`, else the first: the edition that letters of the undated form meant. */
export const editionOfYear = (labels: readonly Label[], year: number | null): Label | null =>
  labels.find(({ guideline }) => year !== null && guideline.years.includes(year)) ?? labels[0] ?? null;

/** The four digits of a year that follow `offset` after blanks, a comma or a bracket, or null. */
const yearAfter = (text: string, offset: number): number | null => {
  let at = offset;
  while (at < offset + 4 && isGap(text.charCodeAt(at))) at++;
  if (at === offset || isWordCode(text.charCodeAt(at + 4))) return null;
  let year = 0;
  for (let i = 0; i < 4; i++) {
    const digit = text.charCodeAt(at + i) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    year = year * 10 + digit;
  }
  return year >= 1900 && year < 2100 ? year : null;
};

const isGap = (code: number): boolean =>
  code === 32 || code === 44 || code === 40 || (code >= 9 && code <= 13) || code === 0xa0;

export interface ChapterMatch {
  /** The title as the tables spell it, without the year. */
  readonly title: string;
  /** How much of the text it takes, in UTF-16 code units, without the year. */
  readonly length: number;
  /** The edition of the year that follows; where none does, the one that undated letters meant. */
  readonly guidelineId: string;
}

/**
 * The longest title of a chapter or guideline of the schedule (or of the ACOEM book) that starts at `offset` of `text`,
 * as letters print it, without its year; null where none does. White space, case, hyphens, commas and `&` may differ.
 */
export const matchChapterAt = (text: string, offset: number): ChapterMatch | null => {
  const match = chapterTitleAt(text, offset);
  if (!match) return null;
  const label = editionOfYear(match.labels, yearAfter(text, match.end));
  return label && { title: label.title, length: match.end - offset, guidelineId: label.guideline.id };
};

const nearTitles = lazy(() => {
  const entries: (readonly [string, string])[] = [];
  for (const { scheme, title, labels, series } of allGuidelines()) {
    if (scheme === 'MTUS') for (const name of [title, ...labels]) entries.push([name, series]);
  }
  return candidatesOf(entries);
});

/** The chapter of the schedule whose title comes near to `title`: its editions under the known title. Null where none does. */
export const chapterNear = (title: string): { readonly near: NearTitle; readonly labels: readonly Label[] } | null => {
  const near = nearest(title, nearTitles());
  if (!near) return null;
  const labels = editionsOf(near.of).map((guideline) => ({ title: near.title, guideline }));
  return { near: { title: near.title, kind: near.kind }, labels };
};
