import { hashOf } from '../text/hash.ts';
import english from './generated/english.json';
import { decoded, type HashSet, hasHash } from './hash-set.ts';
import { lazy } from './lazy.ts';
import { stemsOf } from './stems.ts';

/**
 * The words of English, without those that a stem and a regular ending make, as a set of hashes (scripts/words.mjs). Of
 * strings that are no words it takes one in a thousand for words, and more with each ending that is tried.
 */
const words = lazy((): HashSet => {
  const { members, bits, code } = english as { readonly members: number; readonly bits: number; readonly code: string };
  const binary = atob(code);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return decoded(bytes, members, bits);
});

/** Is it the `hashOf` of an English word in lower case, as it stands? For those who have the hash, but not the word. */
export const isEnglishHash = (hash: number): boolean => hasHash(words(), hash);

/** Is it an English word, in lower case, or made of one by a regular ending? */
export const isEnglish = (word: string): boolean =>
  isEnglishHash(hashOf(word)) || stemsOf(word).some((stem) => isEnglish(stem));

/**
 * English with one ending at most. For what a damaged word may have been: the more endings are tried, the more strings that
 * are no words are taken for some.
 */
export const isSurelyEnglish = (word: string): boolean =>
  isEnglishHash(hashOf(word)) || stemsOf(word).some((stem) => isEnglishHash(hashOf(stem)));
