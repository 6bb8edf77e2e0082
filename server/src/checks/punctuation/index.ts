import type { Check } from '../check.ts';
import { punctuationCommaWithoutSpace } from './comma-without-space.ts';
import { punctuationDoubled } from './doubled.ts';
import { punctuationSpaceBefore } from './space-before.ts';
import { punctuationStopForComma } from './stop-for-comma.ts';
import { punctuationStrayApostrophe } from './stray-apostrophe.ts';
import { punctuationUnbalanced } from './unbalanced.ts';

/** Marks that are doubled, lost or out of place. */
export const PUNCTUATION_CHECKS: readonly Check[] = [
  punctuationSpaceBefore,
  punctuationCommaWithoutSpace,
  punctuationDoubled,
  punctuationStopForComma,
  punctuationUnbalanced,
  punctuationStrayApostrophe,
];
