import type { Check } from '../check.ts';

/** What tells who the people in a letter are. */
export const PRIVACY_CHECKS: readonly Check[] = [];
