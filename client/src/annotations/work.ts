import {
  type Event,
  type Memento,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  ANNOTATION_REQUESTS,
  type AnnotationChange,
  type AnnotationInfo,
  type AnnotationsResult,
  type ChangeParams,
  type ChangeResult,
} from '../../../server/src/protocol.ts';
import { Failure } from '../commands/letter.ts';
import type { Services } from '../commands/services.ts';
import type { Decorations } from './decorations.ts';
import type { TextRange } from './drawing.ts';
import { annotator, askAnnotator } from './identity.ts';
import { isLetter, type Lists } from './lists.ts';
import { smallestAt } from './navigate.ts';
import type { Span } from './spans.ts';

/** What the commands about annotations work with. */
export interface Work extends Services {
  readonly lists: Lists;
  readonly decorations: Decorations;
  /** Remembers how the person works in this workspace. */
  readonly memory: Memento;
  /** The view is grouped in another way. */
  readonly onGrouping: Event<void>;
  readonly grouped: () => void;
}

/** A letter with its annotations as they stand in it now. */
export interface OpenLetter {
  readonly editor: TextEditor;
  readonly document: TextDocument;
  readonly result: AnnotationsResult;
}

/** An annotation of it. */
export interface Chosen extends OpenLetter {
  readonly info: AnnotationInfo;
}

/** The letter in front. Throws a Failure where none is, or the server gives no answer. */
export const letterInFront = async ({ lists }: Work): Promise<OpenLetter> => {
  const editor = window.activeTextEditor;
  if (!isLetter(editor?.document)) throw new Failure('No letter is open.');
  return opened(lists, editor);
};

const opened = async (lists: Lists, editor: TextEditor): Promise<OpenLetter> => {
  const result = await lists.now(editor.document).catch(() => null);
  if (!result) throw new Failure('The language server gave no answer.');
  return { editor, document: editor.document, result };
};

/** How a hover, or a line of a view, names an annotation. */
interface Named {
  readonly uri: string;
  readonly id: string;
}

const namedBy = (first: unknown, second: unknown): Named | null => {
  if (typeof first === 'string' && typeof second === 'string') return { uri: first, id: second };
  if (typeof first !== 'object' || first === null || !('uri' in first) || !('info' in first)) return null;
  const { uri, info } = first as { uri: unknown; info: { id: unknown } | null };
  return typeof uri === 'string' && typeof info?.id === 'string' ? { uri, id: info.id } : null;
};

/**
 * The annotation that a command is about: the one it was named, else the smallest at the cursor. Throws a Failure where
 * there is none.
 */
export const chosenOne = async (work: Work, first?: unknown, second?: unknown): Promise<Chosen> => {
  const named = namedBy(first, second);
  const letter = named ? await opened(work.lists, await editorOf(named.uri)) : await letterInFront(work);
  const { active } = letter.editor.selection;
  const info = named
    ? letter.result.annotations.find(({ id }) => id === named.id)
    : smallestAt(letter.result.annotations, active);
  if (!info) throw new Failure(named ? 'This annotation is there no more.' : 'No annotation stands at the cursor.');
  return { ...letter, info };
};

const editorOf = async (uri: string): Promise<TextEditor> => {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return shown ?? window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
};

/**
 * Makes changes in the person's name, who is asked for it the first time, and gives their ids; null where they would not
 * say. Throws a Failure where that cannot be done.
 */
export const make = async (
  { server, lists }: Work,
  document: TextDocument,
  changes: readonly AnnotationChange[],
): Promise<readonly string[] | null> => {
  const { version } = document;
  const author = await askAnnotator(document.uri);
  if (author === null) return null;
  const params: ChangeParams = { uri: document.uri.toString(), version, author, changes: changes.map(plain) };
  const { failed, ids } = await server.request<ChangeResult>(ANNOTATION_REQUESTS.change, params);
  if (failed !== null) throw new Failure(failed);
  await lists.now(document);
  return ids;
};

/** VS Code's ranges turn into something else on their way to the server. */
const plain = (change: AnnotationChange): AnnotationChange =>
  'ranges' in change && change.ranges
    ? { ...change, ranges: change.ranges.map(({ start, end }) => ({ start: place(start), end: place(end) })) }
    : change;

const place = ({ line, character }: TextRange['start']): TextRange['start'] => ({ line, character });

/** Takes back the person's last change; says so where there is none. */
export const takeBack = async ({ server, lists }: Work, document: TextDocument): Promise<readonly string[]> => {
  const params = { uri: document.uri.toString(), author: annotator() };
  const { failed, ids } = await server.request<ChangeResult>(ANNOTATION_REQUESTS.undo, params);
  if (failed !== null) throw new Failure(failed);
  await lists.now(document);
  return ids;
};

export const toRange = ({ start, end }: AnnotationInfo['ranges'][number]): Range =>
  new Range(start.line, start.character, end.line, end.character);

export const spanOf = (document: TextDocument, range: Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

export const spansOf = (document: TextDocument, { ranges }: AnnotationInfo): readonly Span[] =>
  ranges.map((range) => spanOf(document, toRange(range)));

export const rangesOf = (document: TextDocument, spans: readonly Span[]): readonly Range[] =>
  spans.map(({ start, end }) => new Range(document.positionAt(start), document.positionAt(end)));

/** From its first word to its last, with what lies between several stretches. */
export const extentOf = ({ ranges }: AnnotationInfo): Range =>
  ranges.map(toRange).reduce((all, range) => all.union(range), ranges[0] ? toRange(ranges[0]) : new Range(0, 0, 0, 0));

/** Shows an annotation: the cursor stands at its first word, or selects it. */
export const reveal = (editor: TextEditor, info: AnnotationInfo, select = false): void => {
  if (info.ranges.length === 0) return;
  const { start, end } = extentOf(info);
  editor.selection = new Selection(start, select ? end : start);
  editor.revealRange(new Range(start, end), TextEditorRevealType.InCenterIfOutsideViewport);
};
