import {
  CodeLens,
  type Disposable,
  EventEmitter,
  languages,
  MarkdownString,
  Range,
  Selection,
  StatusBarAlignment,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  window,
} from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol.ts';
import { lineRanges } from '../annotations/drawing.ts';
import { extentOf } from '../annotations/work.ts';
import { REVIEW_COMMANDS, REVIEW_KEYS } from './keys.ts';
import { isOpen, type Step } from './steps.ts';
import { endStatus, nameText, progressText } from './text.ts';

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
  readonly #lenses = new EventEmitter<void>();
  readonly #provider: Disposable;
  /** What the lens stands above. */
  #shown: { readonly editor: TextEditor; readonly step: Step } | null = null;
  readonly #item = window.createStatusBarItem('imr.review', StatusBarAlignment.Left, 1000);

  constructor() {
    this.#item.name = 'IMR Review';
    this.#item.command = REVIEW_COMMANDS.keys;
    this.#item.tooltip = keysText();
    this.#provider = languages.registerCodeLensProvider(
      { language: LANGUAGE_ID },
      {
        onDidChangeCodeLenses: this.#lenses.event,
        provideCodeLenses: ({ uri }) => this.#lensesOf(uri.toString()),
      },
    );
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
    this.#shown = step && { editor, step };
    this.#lenses.fire();
  }

  /** The name of the field with what can be done, above its first line: within the line it would move the words. */
  #lensesOf(uri: string): CodeLens[] {
    const start = this.#shown?.step.members[0]?.ranges[0]?.start;
    if (!this.#shown || !start || this.#shown.editor.document.uri.toString() !== uri) return [];
    const range = new Range(start.line, start.character, start.line, start.character);
    const name = { title: nameText(this.#shown.step), command: REVIEW_COMMANDS.keys };
    const actions = LENS_ACTIONS.map((action) => {
      const { does, name: key } = REVIEW_KEYS[action];
      return { title: `${does.split(':')[0]} (${key})`, command: REVIEW_COMMANDS[action] };
    });
    return [name, ...actions].map((command) => new CodeLens(range, command));
  }

  dispose(): void {
    this.#item.dispose();
    this.#words.dispose();
    this.#provider.dispose();
    this.#lenses.dispose();
  }
}

/** What a pointer can do too; the other actions are in the list of keys. */
const LENS_ACTIONS = ['accept', 'reject', 'correct', 'flag', 'skip', 'keys'] as const;

/** A field of more lines is shown from its beginning. */
const MOST_LINES = 20;
