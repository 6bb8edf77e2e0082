import {
  type DecorationOptions,
  type Disposable,
  MarkdownString,
  Range,
  Selection,
  StatusBarAlignment,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  window,
} from 'vscode';
import { lineRanges } from '../annotations/drawing.ts';
import { extentOf } from '../annotations/work.ts';
import { REVIEW_COMMANDS, REVIEW_KEYS } from './keys.ts';
import { isOpen, type Step } from './steps.ts';
import { badgeText, endStatus, progressText } from './text.ts';

/** The keys that the status bar's tooltip names. */
const keysText = (): MarkdownString =>
  new MarkdownString(
    Object.values(REVIEW_KEYS)
      .map(({ name, does }) => `**${name}** ${does}`)
      .join('  \n'),
  );

/** Shows where a review is: the field in the text, the progress in the status bar. */
export class Display implements Disposable {
  readonly #words = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.wordHighlightStrongBackground'),
    outline: '1px solid',
    outlineColor: new ThemeColor('focusBorder'),
    overviewRulerColor: new ThemeColor('focusBorder'),
  });
  readonly #badge = window.createTextEditorDecorationType({
    before: {
      color: new ThemeColor('badge.foreground'),
      backgroundColor: new ThemeColor('badge.background'),
      margin: '0 0.6ch 0 0',
    },
  });
  readonly #item = window.createStatusBarItem('imr.review', StatusBarAlignment.Left, 1000);

  constructor() {
    this.#item.name = 'IMR Review';
    this.#item.command = REVIEW_COMMANDS.keys;
    this.#item.tooltip = keysText();
  }

  /** Shows a field of the walk, or its end. */
  show(editor: TextEditor, steps: readonly Step[], step: Step | null): void {
    const text = step ? progressText(steps, step) : endStatus(steps);
    this.#item.text = `$(checklist) ${text}`;
    this.#item.accessibilityInformation = { label: text };
    this.#item.show();
    this.#draw(editor, step);
    if (!step) return;
    const members = step.members.filter(isOpen);
    const extent = (members.length > 0 ? members : step.members).map(extentOf).reduce((all, each) => all.union(each));
    editor.selection = new Selection(extent.start, extent.start);
    const fits = extent.end.line - extent.start.line < MOST_LINES;
    editor.revealRange(extent, fits ? TextEditorRevealType.InCenterIfOutsideViewport : TextEditorRevealType.AtTop);
  }

  #draw(editor: TextEditor, step: Step | null): void {
    const { document } = editor;
    const lineAt = (line: number): string => (line < document.lineCount ? document.lineAt(line).text : '');
    const ranges = (step?.members ?? []).flatMap((info) =>
      info.ranges.flatMap((range) =>
        lineRanges(range, lineAt).map(
          ({ start, end }) => new Range(start.line, start.character, end.line, end.character),
        ),
      ),
    );
    editor.setDecorations(this.#words, ranges);
    const [first] = ranges;
    const badge: DecorationOptions[] =
      step && first ? [{ range: first, renderOptions: { before: { contentText: ` ${badgeText(step)} ` } } }] : [];
    editor.setDecorations(this.#badge, badge);
  }

  hide(): void {
    this.#item.hide();
    for (const editor of window.visibleTextEditors) this.#draw(editor, null);
  }

  dispose(): void {
    this.#item.dispose();
    this.#words.dispose();
    this.#badge.dispose();
  }
}

/** A field of more lines is shown from its beginning. */
const MOST_LINES = 20;
