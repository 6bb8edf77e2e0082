import type { Check } from '../check.ts';
import { slotAge } from './age.ts';
import { slotAgeDiffers } from './age-differs.ts';
import { slotCaseNumber } from './case-number.ts';
import { slotCodeShape } from './code-shape.ts';
import { slotDateImpossible } from './date-impossible.ts';
import { slotDateJoined } from './date-joined.ts';
import { slotDateLetter } from './date-letter.ts';
import { slotDateSpace } from './date-space.ts';
import { slotDecimalStyle } from './decimal-style.ts';
import { slotDose } from './dose.ts';
import { slotDoseTenfold } from './dose-tenfold.ts';
import { slotPage } from './page.ts';
import { slotQuantity } from './quantity.ts';
import { slotSpineLevel } from './spine-level.ts';
import { slotUnit } from './unit.ts';

/** Numbers, dates and codes, by what can stand in their place. */
export const SLOT_CHECKS: readonly Check[] = [
  slotCaseNumber,
  slotDateLetter,
  slotDateSpace,
  slotDateJoined,
  slotDateImpossible,
  slotAge,
  slotAgeDiffers,
  slotDose,
  slotDoseTenfold,
  slotUnit,
  slotDecimalStyle,
  slotQuantity,
  slotPage,
  slotSpineLevel,
  slotCodeShape,
];
