import { type Annotation, GOLD, type Layer, type Loaded, type Problem } from '../model.ts';
import { readEvent, type StoreEvent } from './event.ts';

/** A store file that was read: its layer, and what the next event must count on from. */
export interface StoreFile {
  readonly layer: Layer;
  /** The number for the next event. */
  readonly next: number;
}

/**
 * Reads a store file. The order of its lines does not matter, nor that some are there twice, so that two branches, or two
 * clones that wrote the same file, can be joined line by line. Damaged lines are told and left out. `author` is whose file
 * it is by its name; events by others in it are told too, and count.
 */
export const readStore = (file: string, text: string, author: string): Loaded<StoreFile> => {
  const problems: Problem[] = [];
  const lines = new Set<string>();
  const events: (readonly [StoreEvent, string])[] = [];
  let stranger: string | null = null;
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '' || lines.has(line)) return;
    lines.add(line);
    const event = isConflictMark(line) ? CONFLICT : readEvent(line);
    if (typeof event === 'string') {
      problems.push({ file, line: i + 1, message: `This line cannot be read, ${event}. The others are used.` });
      return;
    }
    if (author !== GOLD && event.by !== author && stranger !== event.by) {
      stranger = event.by;
      const message = `${event.by} wrote into the file of ${author}. Both are used; each annotator needs an id of their own.`;
      problems.push({ file, line: i + 1, message });
    }
    events.push([event, line]);
  });
  events.sort(([a, one], [b, other]) => a.n - b.n || compare(a.at, b.at) || compare(a.by, b.by) || compare(one, other));
  const layer = layerOf(
    author,
    events.map(([event]) => event),
  );
  return { value: { layer, next: events.reduce((most, [{ n }]) => Math.max(most, n), 0) + 1 }, problems };
};

const CONFLICT = 'it marks a conflict that git could not settle; take out the marks and keep all lines between them';

const isConflictMark = (line: string): boolean => /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What events in their order add up to. */
const layerOf = (author: string, events: readonly StoreEvent[]): Layer => {
  const annotations = new Map<string, Annotation>();
  let progress: Layer['progress'] = null;
  for (const event of events) {
    if (event.op === 'progress') progress = event.progress;
    else if (event.op === 'del') annotations.delete(event.id);
    else if (event.op === 'add') {
      const { id, at, by, origin, content } = event;
      annotations.set(id, { id, ...content, author: by, origin, made: at, changed: at });
    } else {
      const before = annotations.get(event.id);
      if (before) annotations.set(event.id, { ...before, ...event.content, author: event.by, changed: event.at });
    }
  }
  const sorted = [...annotations.values()].sort((a, b) => compare(a.id, b.id));
  return { author, annotations: sorted, progress, changed: events.at(-1)?.at ?? null };
};
