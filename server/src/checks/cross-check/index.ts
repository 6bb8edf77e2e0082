import type { Check } from '../check.ts';

/** What one place of a letter says and another denies. */
export const CROSS_CHECKS: readonly Check[] = [];
