import type { Progress } from './model.ts';
import { readEvent } from './store/event.ts';

/** What the status of a letter needs of one store file. */
export interface LayerSummary {
  /** Null where nobody has said. */
  readonly progress: Progress | null;
  /** Does it hold any events about annotations? */
  readonly isBegun: boolean;
}

const PROGRESS_EVENT = '"op":"progress"';

/**
 * The summary of a store file, read much faster than its layer: of all events only those that say how far the annotator is
 * are looked at. Damaged ones are passed over; whoever opens the letter is told of them.
 */
export const layerSummary = (text: string): LayerSummary => {
  let progress: Progress | null = null;
  let latest = '';
  for (let at = text.indexOf(PROGRESS_EVENT); at >= 0; at = text.indexOf(PROGRESS_EVENT, at + 1)) {
    const end = text.indexOf('\n', at);
    const event = readEvent(text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end));
    if (typeof event === 'string' || event.op !== 'progress') continue;
    const order = `${String(event.n).padStart(ORDER, '0')} ${event.at} ${event.by}`;
    if (order < latest) continue;
    latest = order;
    progress = event.progress;
  }
  return { progress, isBegun: text.includes('"op":"add"') };
};

/** Digits of the largest number that an event may have. */
const ORDER = 16;

/** done: whoever asks is. reviewed: two or more are. gold: what they disagreed in is settled. */
export type LetterStatus = 'problem' | 'in-progress' | 'new' | 'done' | 'reviewed' | 'gold';

/** What is known of a letter: the summaries of people's files by their ids, and of the gold layer. */
export interface LetterSummaries {
  readonly people: ReadonlyMap<string, LayerSummary>;
  readonly gold: LayerSummary | null;
}

/** What a person may know of a letter in blind mode: nothing but their own part, until they are done with it. */
export const blinded = (whole: LetterSummaries, author: string | null): LetterSummaries => {
  const own = [...whole.people].filter(([name]) => name === author);
  return own[0]?.[1].progress === 'done' ? whole : { people: new Map(own), gold: null };
};

/**
 * How far people are with a letter, for one of them; for nobody in particular (null) as far as anybody is. A letter is gold
 * when its gold layer was said to be done, since some of it may be settled while the rest is not.
 */
export const statusFor = ({ people, gold }: LetterSummaries, author: string | null): LetterStatus => {
  const all = [...people.values()];
  if (all.some(({ progress }) => progress === 'problem')) return 'problem';
  if (gold?.progress === 'done') return 'gold';
  const done = all.filter(({ progress }) => progress === 'done').length;
  if (done > 1) return 'reviewed';
  const own = author === null ? all : [people.get(author)].filter((one) => one !== undefined);
  if (own.some(({ progress }) => progress === 'done')) return 'done';
  return own.some(({ progress, isBegun }) => isBegun || progress !== null) ? 'in-progress' : 'new';
};
