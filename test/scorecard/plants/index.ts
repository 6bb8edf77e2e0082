import type { Plant } from '../plant.ts';
import { BOILERPLATE_PLANTS } from './boilerplate.ts';
import { CHARACTER_PLANTS } from './characters.ts';
import { CITATION_PLANTS } from './citation.ts';
import { CROSS_CHECK_PLANTS } from './cross-check.ts';
import { LABEL_PLANTS } from './label.ts';
import { LAYOUT_PLANTS } from './layout.ts';
import { MISSING_PLANTS } from './missing.ts';
import { PRIVACY_PLANTS } from './privacy.ts';
import { STRUCTURE_PLANTS } from './structure.ts';

/** Every plant, in the order of the categories. */
export const PLANTS: readonly Plant[] = [
  ...MISSING_PLANTS,
  ...CHARACTER_PLANTS,
  ...LAYOUT_PLANTS,
  ...LABEL_PLANTS,
  ...BOILERPLATE_PLANTS,
  ...STRUCTURE_PLANTS,
  ...CROSS_CHECK_PLANTS,
  ...CITATION_PLANTS,
  ...PRIVACY_PLANTS,
];
