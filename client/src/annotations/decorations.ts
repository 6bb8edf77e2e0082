import {
  type DecorationOptions,
  type DecorationRenderOptions,
  type Disposable,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import { afterText, type Drawn, drawn, type Look } from './drawing.ts';
import { isLetter, type Lists } from './lists.ts';

const LINES: Readonly<Record<Look, 'dotted' | 'solid' | 'double' | 'dashed'>> = {
  suggested: 'dotted',
  confirmed: 'solid',
  corrected: 'double',
  flagged: 'dashed',
  edited: 'dashed',
};

/** Looks with a faint fill. */
const FILLED: ReadonlySet<Look> = new Set(['confirmed', 'corrected', 'flagged']);

const colourName = (group: number): string => `imr.annotations.group${group + 1}`;

/** Theme colours are variables of the style sheet too; only there can they colour a line under the words. */
const variable = (group: number): string => `var(--vscode-imr-annotations-group${group + 1})`;

const optionsOf = (group: number, look: Look, lane: number, extensionUri: Uri): DecorationRenderOptions => {
  const line = LINES[look];
  const width = line === 'double' ? 3 : 2;
  const border = { borderColor: new ThemeColor(colourName(group)), borderStyle: line };
  const lanes: readonly DecorationRenderOptions[] = [
    { ...border, borderWidth: `0 0 ${width}px 0` },
    { textDecoration: `underline ${line} ${variable(group)} ${width - 1}px` },
    { ...border, borderWidth: '1px 0 0 0' },
  ];
  return {
    ...lanes[lane],
    ...(FILLED.has(look) && lane === 0 && { backgroundColor: new ThemeColor(`${colourName(group)}Background`) }),
    ...(look === 'flagged' && {
      overviewRulerColor: new ThemeColor(colourName(group)),
      overviewRulerLane: OverviewRulerLane.Right,
      gutterIconSize: '70%',
      light: { gutterIconPath: Uri.joinPath(extensionUri, 'images', 'flag-light.svg') },
      dark: { gutterIconPath: Uri.joinPath(extensionUri, 'images', 'flag-dark.svg') },
    }),
    after: { color: new ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic', margin: '0 0 0 2px' },
  };
};

/** Draws the annotations of the letters in view. Hidden or shown as a whole. */
export class Decorations implements Disposable {
  readonly #lists: Lists;
  readonly #extensionUri: Uri;
  /** By group, look and lane; made when first needed. */
  readonly #types = new Map<string, TextEditorDecorationType>();
  readonly #disposables: readonly Disposable[];
  #isShown = true;
  /** The address of the letter whose suggestions are drawn: they are everywhere, and else only in the way of a reader. */
  #reviewed: string | null = null;

  constructor(lists: Lists, extensionUri: Uri) {
    this.#lists = lists;
    this.#extensionUri = extensionUri;
    this.#disposables = [
      lists.onDidChange((uri) => this.#draw(uri)),
      window.onDidChangeVisibleTextEditors(() => this.#draw()),
    ];
    this.#draw();
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  show(isShown: boolean): void {
    this.#isShown = isShown;
    this.#draw();
  }

  /** Draws the parser's suggestions in one letter, or in none. */
  suggestIn(uri: string | null): void {
    this.#reviewed = uri;
    this.#draw();
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #draw(uri?: string): void {
    for (const editor of window.visibleTextEditors) {
      if (uri === undefined || editor.document.uri.toString() === uri) this.#drawIn(editor);
    }
  }

  #drawIn(editor: TextEditor): void {
    const { document } = editor;
    const result = isLetter(document) && this.#isShown ? this.#lists.known(document) : null;
    // An answer about an older text would draw in the wrong places; VS Code has moved what is drawn.
    if (result && result.version !== document.version) return;
    const byType = new Map<string, DecorationOptions[]>();
    const lineAt = (line: number): string => (line < document.lineCount ? document.lineAt(line).text : '');
    const suggests = document.uri.toString() === this.#reviewed;
    const shown = (result?.annotations ?? []).filter(({ state }) => suggests || state !== 'suggested');
    for (const one of drawn(shown, lineAt)) {
      const key = this.#type(one);
      const list = byType.get(key) ?? [];
      list.push(...optionsFor(one));
      byType.set(key, list);
    }
    for (const [key, type] of this.#types) editor.setDecorations(type, byType.get(key) ?? []);
  }

  /** The name of the type that an annotation is drawn with, made where it is the first of its kind. */
  #type({ group, look, lane }: Drawn): string {
    const key = `${group} ${look} ${lane}`;
    if (!this.#types.has(key)) {
      const options = optionsOf(group, look, lane, this.#extensionUri);
      this.#types.set(key, window.createTextEditorDecorationType(options));
    }
    return key;
  }
}

const optionsFor = (one: Drawn): readonly DecorationOptions[] => {
  const contentText = afterText(one);
  return one.ranges.map(({ start, end }, i) => ({
    range: new Range(start.line, start.character, end.line, end.character),
    ...(contentText !== null && i === one.ranges.length - 1 && { renderOptions: { after: { contentText } } }),
  }));
};
