import type { Check } from '../check.ts';
import { layoutLabelGlued } from './label-glued.ts';
import { layoutLabelSplit } from './label-split.ts';

/** What line ends and page breaks have done to the text. */
export const LAYOUT_CHECKS: readonly Check[] = [layoutLabelSplit, layoutLabelGlued];
