import { type QuickPickItem, type Range, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import type { AnnotationChange } from '../../../server/src/protocol.ts';
import { Failure } from '../commands/letter.ts';
import { chooseLabel, chooseValue } from './choose.ts';
import { occurrences } from './spans.ts';
import { chosenOne, extentOf, letterInFront, make, rangesOf, reveal, spansOf, type Work } from './work.ts';

const BLANK = 'Select the words to annotate first.';

/** Annotates what is selected, with every cursor's selection one annotation; where nothing is, the word at the cursor. */
export const annotate = async (work: Work): Promise<void> => {
  const { editor, document, result } = await letterInFront(work);
  const ranges = editor.selections.flatMap((selection) => {
    const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
    return range && document.getText(range).trim() !== '' ? [range] : [];
  });
  if (ranges.length === 0) throw new Failure(BLANK);
  const title = ranges.length === 1 ? 'Annotate Selection' : `Annotate ${ranges.length} Selections`;
  const label = await chooseLabel(result, work.memory, title);
  if (!label) return;
  const value = label.values.length > 0 ? await chooseValue(label, label.title, null) : null;
  const changes = ranges.map(
    (range): AnnotationChange => ({ op: 'add', label: label.id, ranges: [range], value: value ?? null }),
  );
  const known = new Set(result.annotations.map(({ id }) => id));
  const ids = await make(work, document, changes);
  const there = result.annotations.find(({ id }) => ids?.includes(id) && known.has(id));
  if (!there) return;
  reveal(editor, there);
  window.setStatusBarMessage(`These words are annotated as ${there.title} already.`, 4000);
};

interface Place extends QuickPickItem {
  readonly range: Range;
}

/** Annotates every place where the words of an annotation, or of the selection, stand; shown and chosen from before. */
export const annotateAll = async (work: Work, first?: unknown, second?: unknown): Promise<void> => {
  const { editor, document, result } = await letterInFront(work);
  const { selection } = editor;
  const model = selection.isEmpty ? (await chosenOne(work, first, second)).info : null;
  const label = model
    ? result.labels.find(({ id }) => id === model.label)
    : await chooseLabel(result, work.memory, 'Annotate All Occurrences');
  if (!label) return;
  const words = document.getText(model ? extentOf(model) : selection);
  const taken = new Set(
    result.annotations
      .filter((info) => info.label === label.id && info.mine && info.state !== 'suggested')
      .flatMap((info) => spansOf(document, info).map(({ start }) => start)),
  );
  const spans = occurrences(document.getText(), words).filter(({ start }) => !taken.has(start));
  if (spans.length === 0) throw new Failure('These words stand nowhere else in the letter.');
  const ranges = await choosePlaces(editor, rangesOf(document, spans), label.title);
  editor.selection = selection;
  if (ranges.length === 0) return;
  const value = model?.value ?? null;
  await make(
    work,
    document,
    ranges.map((range) => ({ op: 'add', label: label.id, ranges: [range], value })),
  );
};

/** Lets the person take away places; each is shown in the text while the list stands on it. */
const choosePlaces = async (editor: TextEditor, ranges: readonly Range[], title: string): Promise<readonly Range[]> => {
  const lines = ranges.map(
    (range): Place => ({
      label: editor.document.lineAt(range.start.line).text.trim(),
      description: `line ${range.start.line + 1}`,
      picked: true,
      range,
    }),
  );
  const picked = await window.showQuickPick(lines, {
    title: `Annotate as ${title}`,
    placeHolder: 'Take the mark away from places that are not meant',
    canPickMany: true,
    onDidSelectItem: (item) => {
      if (typeof item === 'string' || !('range' in item)) return;
      const { range } = item as Place;
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
  return picked?.map(({ range }) => range) ?? [];
};
