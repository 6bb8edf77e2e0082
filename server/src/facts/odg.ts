import { allGuidelines, type Guideline } from './guidelines.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, longestAt, scanWords } from './phrases.ts';
import { type Topic, topicAt } from './topics.ts';

/** A chapter of the Official Disability Guidelines found in a citation. */
export interface OdgChapterMatch {
  readonly chapter: Guideline;
  /** Is it named by its own title, or by another in print? */
  readonly own: boolean;
  /** Where its name stands in the text: [start, end) in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The topics of the chapter that are named after it. */
  readonly topics: readonly Topic[];
}

const GUIDE = 'odg/guide';

interface Name {
  readonly chapter: Guideline;
  readonly own: boolean;
}

const names = lazy(() =>
  buildPhrases(
    allGuidelines()
      .filter(({ scheme }) => scheme === 'ODG')
      .flatMap((chapter) =>
        [chapter.title, ...chapter.labels].map((name, i): [string, Name] => [name, { chapter, own: i === 0 }]),
      ),
  ),
);

type Place = Omit<OdgChapterMatch, 'topics'>;

/** Every chapter or part that a text names, in order; the work itself only where nothing else is named. */
export const odgChapters = (text: string): readonly OdgChapterMatch[] => {
  const found: Place[] = [];
  let guide: Place | null = null;
  scanWords(text, 0, (at) => {
    const match = longestAt(names(), text, at, endsWord);
    const name = match?.values[0];
    if (!match || !name) return at;
    const place: Place = { chapter: name.chapter, own: name.own, start: at, end: match.end };
    if (name.chapter.id === GUIDE) guide ??= place;
    else found.push(place);
    return match.end;
  });
  const places = found.length > 0 || !guide ? found : [guide];
  return places.map(({ chapter, own, start, end }, i) => ({
    chapter,
    own,
    start,
    end,
    topics: topicsIn(text, end, found[i + 1]?.start ?? text.length, chapter.id),
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
