import type { Check } from '../check.ts';
import { crossCheckDecision } from './decision.ts';
import { crossCheckInjuryDate } from './injury-date.ts';
import { crossCheckReviewDate } from './review-date.ts';
import { crossCheckSex } from './sex.ts';
import { crossCheckSides } from './sides.ts';

/** What one place of a letter says and another denies. */
export const CROSS_CHECKS: readonly Check[] = [
  crossCheckDecision,
  crossCheckInjuryDate,
  crossCheckReviewDate,
  crossCheckSex,
  crossCheckSides,
];
