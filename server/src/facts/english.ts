import { hashOf } from '../text/hash.ts';
import { type Bloom, hasHash } from './bloom.ts';
import english from './generated/english.json';
import { lazy } from './lazy.ts';
import { stemsOf } from './stems.ts';

/**
 * The words of English, without those that a stem and a regular ending make, as a filter of Bloom (scripts/words.mjs). Of
 * strings that are no words it takes a few in a hundred for words. That is the safe side: it can hide a slip, but never
 * makes one of a word.
 */
const words = lazy((): Bloom => {
  const { probes, bits } = english as { readonly probes: number; readonly bits: string };
  const binary = atob(bits);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return { bytes, probes };
});

/** Is it the `hashOf` of an English word in lower case, as it stands? For those who have the hash, but not the word. */
export const isEnglishHash = (hash: number): boolean => hasHash(words(), hash);

/** Is it an English word, in lower case, or made of one by a regular ending? */
export const isEnglish = (word: string): boolean =>
  isEnglishHash(hashOf(word)) || stemsOf(word).some((stem) => isEnglish(stem));
