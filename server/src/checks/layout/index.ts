import type { Check } from '../check.ts';
import { layoutDividedWord } from './divided-word.ts';
import { layoutDuplicateBlock } from './duplicate-block.ts';
import { layoutFurniture } from './furniture.ts';
import { layoutLabelGlued } from './label-glued.ts';
import { layoutLabelSplit } from './label-split.ts';
import { layoutLostHyphen } from './lost-hyphen.ts';
import { layoutSectionOrder } from './section-order.ts';
import { layoutTitleGlued } from './title-glued.ts';

/** What line ends and page breaks have done to the text. */
export const LAYOUT_CHECKS: readonly Check[] = [
  layoutLabelSplit,
  layoutLabelGlued,
  layoutTitleGlued,
  layoutDividedWord,
  layoutLostHyphen,
  layoutFurniture,
  layoutDuplicateBlock,
  layoutSectionOrder,
];
