import { allGuidelines, type Guideline } from './guidelines.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, longestAt, scanWords } from './phrases.ts';
import { type Topic, topicAt } from './topics.ts';

/** A chapter of the Official Disability Guidelines found in a citation. */
export interface OdgChapterMatch {
  readonly chapter: Guideline;
  /** Where its name stands in the text: [start, end) in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The topics of the chapter that are named after it. */
  readonly topics: readonly Topic[];
}

const GUIDE = 'odg/guide';

const names = lazy(() =>
  buildPhrases(
    allGuidelines()
      .filter(({ scheme }) => scheme === 'ODG')
      .flatMap((chapter) => [...new Set([chapter.title, ...chapter.labels])].map((name) => [name, chapter] as const)),
  ),
);

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
    chapter: place.chapter,
    start: place.start,
    end: place.end,
    topics: topicsIn(text, place.end, found[i + 1]?.start ?? text.length, place.chapter.id),
  }));
};

const topicsIn = (text: string, start: number, end: number, chapterId: string): readonly Topic[] => {
  const found = new Set<Topic>();
  const part = text.slice(0, end);
  scanWords(part, start, (at) => {
    const match = topicAt(part, at, chapterId);
    if (match) found.add(match.topic);
    return match?.end ?? at;
  });
  return [...found];
};

/**
 * The first chapter of the Official Disability Guidelines that a citation's text names, with its topics; the work as a
 * whole where it names no chapter; null where it does not name the work either.
 */
export const odgChapter = (text: string): OdgChapterMatch | null => odgChapters(text)[0] ?? null;
