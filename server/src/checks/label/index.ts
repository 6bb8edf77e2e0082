import type { Check } from '../check.ts';
import { labelCase } from './case.ts';
import { labelColon } from './colon.ts';
import { labelDecision } from './decision.ts';
import { labelSeparator } from './separator.ts';
import { labelSpacing } from './spacing.ts';
import { labelSpelling } from './spelling.ts';

/** Headings, labels and decisions that depart from the form's own words. */
export const LABEL_CHECKS: readonly Check[] = [
  labelSpelling,
  labelCase,
  labelColon,
  labelSpacing,
  labelDecision,
  labelSeparator,
];
