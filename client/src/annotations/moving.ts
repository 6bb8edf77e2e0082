import { window } from 'vscode';
import { Failure } from '../commands/letter.ts';
import { neighbour } from './navigate.ts';
import { chosenOne, letterInFront, reveal, type Work } from './work.ts';

const go =
  (way: 'next' | 'previous') =>
  async (work: Work): Promise<void> => {
    const { editor, result } = await letterInFront(work);
    const info = neighbour(result.annotations, editor.selection.active, way);
    if (!info) throw new Failure('This letter has no annotation yet.');
    reveal(editor, info);
    window.setStatusBarMessage(`${info.title} · ${info.state} · ${info.author}`, 4000);
  };

export const next = go('next');
export const previous = go('previous');

/** Shows an annotation of a list in the text, and goes there. */
export const revealOne = async (work: Work, first?: unknown, second?: unknown): Promise<void> => {
  const { editor, info } = await chosenOne(work, first, second);
  if (info.ranges.length === 0) throw new Failure('The words of this annotation are not in the text any more.');
  await window.showTextDocument(editor.document, editor.viewColumn);
  reveal(editor, info, true);
};
