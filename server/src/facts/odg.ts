import { allGuidelines, type Guideline } from './guidelines.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, isWordCode, longestAt } from './phrases.ts';
import { matchTopicAt } from './topics.ts';

/** A chapter of the Official Disability Guidelines found in a citation. */
export interface OdgChapterMatch {
  readonly chapter: Guideline;
  /** Where its name stands in the text: [start, end) in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The topics of the chapter that are named after it. */
  readonly topicIds: readonly string[];
}

const GUIDE = 'odg/guide';

const names = lazy(() =>
  buildPhrases(
    allGuidelines()
      .filter(({ scheme }) => scheme === 'ODG')
      .flatMap((chapter) => [...new Set([chapter.title, ...chapter.labels])].map((name) => [name, chapter] as const)),
  ),
);

/** Calls `visit` at the start of every word until it gives an offset to go on from, or null to stop. */
const scanWords = (text: string, from: number, visit: (at: number) => number | null): void => {
  let inWord = false;
  for (let i = from; i < text.length; i++) {
    const word = isWordCode(text.charCodeAt(i));
    if (word && !inWord) {
      const next = visit(i);
      if (next === null) return;
      if (next > i) {
        i = next - 1;
        inWord = false;
        continue;
      }
    }
    inWord = word;
  }
};

/** Every chapter or part that a text names, in order; the work itself only where nothing else is named. */
export const odgChapters = (text: string): readonly OdgChapterMatch[] => {
  const found: { chapter: Guideline; start: number; end: number }[] = [];
  let guide: { chapter: Guideline; start: number; end: number } | null = null;
  scanWords(text, 0, (at) => {
    const match = longestAt(names(), text, at, endsWord);
    const chapter = match?.values[0];
    if (!match || !chapter) return at;
    const place = { chapter, start: at, end: match.end };
    if (chapter.id === GUIDE) guide ??= place;
    else found.push(place);
    return match.end;
  });
  const places = found.length > 0 || !guide ? found : [guide];
  return places.map((place, i) => ({
    ...place,
    topicIds: topicsIn(text, place.end, found[i + 1]?.start ?? text.length, place.chapter.id),
  }));
};

const topicsIn = (text: string, start: number, end: number, chapterId: string): readonly string[] => {
  const ids = new Set<string>();
  const part = text.slice(0, end);
  scanWords(part, start, (at) => {
    const match = matchTopicAt(part, at, chapterId);
    if (match) ids.add(match.topicId);
    return match ? at + match.length : at;
  });
  return [...ids];
};

/**
 * The first chapter of the Official Disability Guidelines that a citation's text names, with its topics; the work as a
 * whole where it names no chapter; null where it does not name the work either.
 */
export const odgChapter = (text: string): OdgChapterMatch | null => odgChapters(text)[0] ?? null;
