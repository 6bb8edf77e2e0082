import type { Plant } from '../plant.ts';
import { CHARACTER_PLANTS } from './characters.ts';
import { CITATION_PLANTS } from './citation.ts';
import { LABEL_PLANTS } from './label.ts';
import { LAYOUT_PLANTS } from './layout.ts';
import { MISSING_PLANTS } from './missing.ts';

/** Every plant, in the order of the categories. */
export const PLANTS: readonly Plant[] = [
  ...MISSING_PLANTS,
  ...CHARACTER_PLANTS,
  ...LAYOUT_PLANTS,
  ...LABEL_PLANTS,
  ...CITATION_PLANTS,
];
