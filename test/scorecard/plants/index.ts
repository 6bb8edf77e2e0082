import type { Plant } from '../plant.ts';
import { BOILERPLATE_PLANTS } from './boilerplate.ts';
import { CHARACTER_PLANTS } from './characters.ts';
import { CITATION_PLANTS } from './citation.ts';
import { CROSS_CHECK_PLANTS } from './cross-check.ts';
import { LABEL_PLANTS } from './label.ts';
import { LAYOUT_PLANTS } from './layout.ts';
import { MISSING_PLANTS } from './missing.ts';
import { PRIVACY_PLANTS } from './privacy.ts';
import { PUNCTUATION_PLANTS } from './punctuation.ts';
import { SLOT_PLANTS } from './slot.ts';
import { STRUCTURE_PLANTS } from './structure.ts';
import { WORD_PLANTS } from './word.ts';

/** Every plant, in the order of the categories. */
export const PLANTS: readonly Plant[] = [
  ...MISSING_PLANTS,
  ...CHARACTER_PLANTS,
  ...LAYOUT_PLANTS,
  ...LABEL_PLANTS,
  ...SLOT_PLANTS,
  ...WORD_PLANTS,
  ...PUNCTUATION_PLANTS,
  ...BOILERPLATE_PLANTS,
  ...STRUCTURE_PLANTS,
  ...CROSS_CHECK_PLANTS,
  ...CITATION_PLANTS,
  ...PRIVACY_PLANTS,
];
