// What is measured within this process, bundled as it is shipped: else what a loader of TypeScript adds to every import and
// function would be measured with it.
import { anchorer } from '../../server/src/annotations/anchor/anchor.ts';
import { storePath } from '../../server/src/annotations/store/paths.ts';
import { unitTextOf } from '../../server/src/annotations/text-units.ts';
import { toCase } from '../../server/src/case/index.ts';
import { checkLetter } from '../../server/src/checks/index.ts';
import { nodeFiles } from '../../server/src/cli/node-files.ts';
import { hover } from '../../server/src/features/hover.ts';
import { filesOfMachine } from '../../server/src/host/files.ts';
import { LetterStatuses } from '../../server/src/host/letter-statuses.ts';
import { parse } from '../../server/src/letter/parse.ts';

export const product = {
  parse,
  checkLetter,
  toCase,
  hover,
  anchorer,
  unitTextOf,
  LetterStatuses,
  filesOfMachine,
  nodeFiles,
  storePath,
};
export type Product = typeof product;
