import type { Plant } from '../plant.ts';
import { CITATION_PLANTS } from './citation.ts';
import { MISSING_PLANTS } from './missing.ts';

/** Every plant, in the order of the categories. */
export const PLANTS: readonly Plant[] = [...MISSING_PLANTS, ...CITATION_PLANTS];
