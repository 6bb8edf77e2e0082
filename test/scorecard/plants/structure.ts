import type { Plant } from '../plant.ts';

/** What the parts of a letter say of each other. */
export const STRUCTURE_PLANTS: readonly Plant[] = [];
