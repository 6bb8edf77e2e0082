// What is measured within this process, bundled as it is shipped: else what a loader of TypeScript adds to every import and
// function would be measured with it.
import { toCase } from '../../server/src/case/index.ts';
import { checkLetter } from '../../server/src/checks/index.ts';
import { hover } from '../../server/src/features/hover.ts';
import { parse } from '../../server/src/letter/parse.ts';

export const product = { parse, checkLetter, toCase, hover };
export type Product = typeof product;
