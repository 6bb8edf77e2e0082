import { window } from 'vscode';
import type { Progress } from '../../../server/src/protocol.ts';
import { letterInFront, make, type Work } from '../annotations/work.ts';
import { openNamed } from './open.ts';

const LINES: readonly { readonly label: string; readonly detail: string; readonly progress: Progress }[] = [
  { label: 'In progress', detail: 'Begun, or to be looked at again', progress: 'in-progress' },
  { label: 'Done', detail: 'You have decided all that you wanted to', progress: 'done' },
  {
    label: 'Problem',
    detail: 'Somebody should look: a page is missing, or it is no letter at all',
    progress: 'problem',
  },
];

/** Lets the person say how far they are with a letter: the one in front, or the one that a line of the view names. */
export const setProgress = async (work: Work, argument: unknown): Promise<void> => {
  await openNamed(argument);
  const { document, result } = await letterInFront(work);
  const lines = LINES.map((line) => ({ ...line, description: line.progress === result.progress ? 'as it is' : '' }));
  const line = await window.showQuickPick(lines, { title: 'How far are you with this letter?' });
  if (line) await make(work, document, [{ op: 'progress', progress: line.progress }]);
};
