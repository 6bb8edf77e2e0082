import { isAuthorId } from '../authors.ts';
import { GOLD } from '../model.ts';
import { ANNOTATIONS, BASES, baseName, IMR_FOLDER } from './folders.ts';

/** Paths are relative to the folder that holds `.imr`, with `/` between. */
export const LABELS_PATH = `${IMR_FOLDER}/labels.json`;
const EVENTS = '.jsonl';

/** Which letters are not those of which annotations, although their texts are the same: somebody said so. */
export const APART_PATH = `${ANNOTATIONS}/apart.jsonl`;

/** In the extension's storage, which names folders by letters of any place: the letter's address, beside its annotations. */
export const addressPath = (letter: string): string => `${folderOf(letter)}/address.txt`;

/** The folder of a letter's annotations: `letter` is its path in the folder, such as `2015/a.imr.txt`. */
export const folderOf = (letter: string): string => `${ANNOTATIONS}/${letter}`;

/** The file of one annotator, or of gold, for a letter. */
export const storePath = (letter: string, author: string): string => `${folderOf(letter)}/${author}${EVENTS}`;

/** The file of a base text by its hash. */
export const basePath = (hash: string): string => `${BASES}/${baseName(hash)}`;

/** Which letter and author a file belongs to; null where it is no file of annotations. */
export const partsOfStorePath = (path: string): { readonly letter: string; readonly author: string } | null => {
  if (!path.startsWith(`${ANNOTATIONS}/`) || !path.endsWith(EVENTS)) return null;
  const rest = path.slice(ANNOTATIONS.length + 1, -EVENTS.length);
  const at = rest.lastIndexOf('/');
  const author = rest.slice(at + 1);
  if (at <= 0 || (author !== GOLD && !isAuthorId(author))) return null;
  return { letter: rest.slice(0, at), author };
};
