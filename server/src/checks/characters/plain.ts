import { LIGATURES } from '../../text/ligatures.ts';

/** Characters that nobody sees: soft hyphens, joiners, marks of direction and of byte order. */
export const INVISIBLE = /[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
/** Blanks other than the common one. */
export const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** A text with ligatures taken apart, odd blanks made common ones and invisible characters gone. */
export const plain = (text: string): string =>
  Array.from(text, (character) => {
    if (INVISIBLE.test(character)) return '';
    return SPACES.test(character) ? ' ' : (LIGATURES.get(character) ?? character);
  }).join('');
