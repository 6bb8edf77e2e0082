import type { Plant } from '../plant.ts';

/** What one place of a letter says and another denies. */
export const CROSS_CHECK_PLANTS: readonly Plant[] = [];
