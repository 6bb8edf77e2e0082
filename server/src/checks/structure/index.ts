import type { Check } from '../check.ts';

/** What the parts of a letter say of each other. */
export const STRUCTURE_CHECKS: readonly Check[] = [];
