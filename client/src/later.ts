import { carryAnnotations } from './carry/index.ts';
import { reviveCases, showCases } from './cases/index.ts';
import { checkFolder, clearProblems } from './commands/checkFolder.ts';
import { exportFolder } from './commands/exportFolder.ts';
import { removeNotes } from './commands/removeNotes.ts';
import { compareAnnotators, settleDisagreements } from './compare/index.ts';
import { attach } from './letters/attach.ts';
import { setProgress } from './letters/progress.ts';
import { lettersTree } from './letters/tree.ts';
import { previewCase, revivePreview } from './preview/index.ts';
import { review } from './review/index.ts';

/** The larger commands, which few sessions use. On the desktop they stand in a bundle of their own, loaded with the first. */
export const LATER = {
  attach,
  carryAnnotations,
  checkFolder,
  clearProblems,
  compareAnnotators,
  exportFolder,
  lettersTree,
  previewCase,
  removeNotes,
  review,
  reviveCases,
  revivePreview,
  setProgress,
  settleDisagreements,
  showCases,
};
