import type { Plant } from '../plant.ts';

/** What tells who the people in a letter are. */
export const PRIVACY_PLANTS: readonly Plant[] = [];
