import type { Check } from '../check.ts';
import { crossCheckDecision } from './decision.ts';
import { crossCheckInjuryDate } from './injury-date.ts';
import { crossCheckItemDrug } from './item-drug.ts';
import { crossCheckItemLevel } from './item-level.ts';
import { crossCheckItemQuantity } from './item-quantity.ts';
import { crossCheckItemSide } from './item-side.ts';
import { crossCheckItemStrength } from './item-strength.ts';
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
  crossCheckItemDrug,
  crossCheckItemStrength,
  crossCheckItemQuantity,
  crossCheckItemSide,
  crossCheckItemLevel,
];
