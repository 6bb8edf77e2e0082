import type { Outcome, RowsParams, RowsResult } from '../../../server/src/protocol.ts';
import { type Reader, readLots } from '../files/lots.ts';
import type { Source } from '../files/walk.ts';
import type { DocumentCases } from './messages.ts';

/** May notes change what the table says of a document? Where nothing is found in it there is nothing to silence. */
export const heedsNotes = ({ letters }: DocumentCases): boolean =>
  letters.some(({ problems, silenced }) => silenced + Object.values(problems).reduce((sum, count) => sum + count) > 0);

/** How letters are read. */
export interface Reading<U> {
  readonly reader: Reader<U>;
  readonly addressOf: (uri: U) => string;
  /** The server's part; null where it cannot. */
  readonly ask: (params: RowsParams) => Promise<RowsResult | null>;
  readonly stops: () => boolean;
  /** A lot is read: its documents, and how many files that were. A file that holds no letter, or is gone, has none. */
  readonly onLot: (documents: readonly DocumentCases[], outcomes: readonly Outcome[], files: number) => void;
  /** A file could not be read; `reason` as the end of a sentence. */
  readonly onFailure: (path: string, reason: string) => void;
}

/**
 * Reads the letters of some files in their order, lot by lot, until all are read or it is stopped. Throws where the server
 * does not answer.
 */
export const readCases = async <U>(sources: readonly Source<U>[], work: Reading<U>): Promise<void> => {
  const { reader, addressOf, ask, stops, onLot, onFailure } = work;
  for await (const lot of readLots(sources, reader, stops)) {
    if (stops()) return;
    const texts = lot.filter((one) => one.kind === 'text');
    const asked = texts.map(({ source, text }) => ({ uri: addressOf(source.uri), text }));
    const answer = await ask({ documents: asked });
    if (answer === null) throw new Error('no answer');
    const letters = new Map(asked.map(({ uri }, i) => [uri, answer.documents[i] ?? []]));
    const documents = lot.map(({ source }): DocumentCases => {
      const uri = addressOf(source.uri);
      return { uri, path: source.path, letters: letters.get(uri) ?? [] };
    });
    onLot(documents, answer.outcomes, lot.length);
    for (const one of lot) if (one.kind === 'failed') onFailure(one.source.path, one.reason);
  }
};
