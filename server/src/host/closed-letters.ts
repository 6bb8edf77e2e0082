import type { CancellationToken } from 'vscode-languageserver';
import { isLetter } from '../checks/forms.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import type { Service } from './service.ts';

/** A file of the workspace that is not open, with the letters in it. */
export interface ClosedFile {
  readonly uri: string;
  readonly letters: readonly PlacedLetter[];
}

/** Files that are read at the same time. Between two lots other requests get their turn. */
const TOGETHER = 16;
/** Of a larger workspace the first are read: an answer that takes a minute is none. */
const MOST_FILES = 5000;

/**
 * The letters in the workspace's files that are not open, in the order of the folders and of the files' names. Each file is
 * read and parsed for this one question and let go; one that cannot be read is passed over, and so is a text that is no
 * letter. Ends early when the question is withdrawn.
 */
export async function* closedLetters(
  { roots, files, documents }: Pick<Service, 'roots' | 'files' | 'documents'>,
  token?: CancellationToken,
): AsyncGenerator<ClosedFile> {
  const open = new Set(documents.uris.map(sameFor));
  const listed = await Promise.allSettled(roots.map((root) => files.list(root)));
  const uris = new Set(listed.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])));
  const closed = [...uris].filter((uri) => !open.has(sameFor(uri))).slice(0, MOST_FILES);
  for (let at = 0; at < closed.length && token?.isCancellationRequested !== true; at += TOGETHER) {
    const lot = closed.slice(at, at + TOGETHER);
    const texts = await Promise.allSettled(lot.map((uri) => files.read(uri)));
    for (const [i, uri] of lot.entries()) {
      const text = texts[i];
      if (text?.status !== 'fulfilled' || text.value === null) continue;
      const letters = parse(text.value).filter(({ letter }) => isLetter(letter));
      if (letters.length > 0) yield { uri, letters };
    }
  }
}

/** Clients and machines escape different characters of an address, as in `file:///c%3A/a.txt`. */
const sameFor = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
};
