import type { Check } from '../check.ts';
import { charactersHomoglyph } from './homoglyph.ts';
import { charactersInvisible } from './invisible.ts';
import { charactersLigature } from './ligature.ts';
import { charactersMojibake } from './mojibake.ts';
import { charactersSpace } from './space.ts';
import { charactersUnreadable } from './unreadable.ts';

/** Characters that no one typed, the gravest first. */
export const CHARACTER_CHECKS: readonly Check[] = [
  charactersMojibake,
  charactersUnreadable,
  charactersHomoglyph,
  charactersLigature,
  charactersInvisible,
  charactersSpace,
];
