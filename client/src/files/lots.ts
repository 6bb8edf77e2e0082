import { looksLikeLetter } from '../../../server/src/protocol.ts';
import type { Source } from './walk.ts';

/** Files that are read side by side: enough to hide the way to a remote, few enough to hold at once. */
const TOGETHER = 16;

/** What came of reading a file. `other`: it holds no letter, or was gone. */
export type Outcome<U> =
  | { readonly kind: 'text'; readonly source: Source<U>; readonly text: string }
  | { readonly kind: 'other'; readonly source: Source<U> }
  | { readonly kind: 'failed'; readonly source: Source<U>; readonly reason: string };

export interface Reader<U> {
  /** The text of a file; null where it is gone. */
  read(uri: U): Promise<string | null>;
  reasonOf(error: unknown): string;
}

/**
 * Reads files lot by lot, in their order; the next lot is on its way while one is worked on, and no more than two are held.
 * Ends early once `stops` says so.
 */
export async function* readLots<U>(
  sources: readonly Source<U>[],
  reader: Reader<U>,
  stops: () => boolean = () => false,
): AsyncGenerator<readonly Outcome<U>[]> {
  const lotAt = (at: number): Promise<readonly Outcome<U>[]> | null =>
    at < sources.length && !stops()
      ? Promise.all(sources.slice(at, at + TOGETHER).map((source) => outcomeOf(source, reader)))
      : null;
  let next = lotAt(0);
  for (let at = TOGETHER; next !== null; at += TOGETHER) {
    const lot = await next;
    next = lotAt(at);
    yield lot;
  }
}

const outcomeOf = async <U>(source: Source<U>, { read, reasonOf }: Reader<U>): Promise<Outcome<U>> => {
  try {
    const text = await read(source.uri);
    const holds = text !== null && (source.certain || looksLikeLetter(text));
    return holds ? { kind: 'text', source, text } : { kind: 'other', source };
  } catch (error) {
    return { kind: 'failed', source, reason: reasonOf(error) };
  }
};
