import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';

/*
 * Features speak of one letter and count its lines from 0. A letter always begins at the start of a line, so its place in
 * the document is a number of lines, here `by`; characters stay as they are. Nothing is copied for a letter on line 0.
 */

const position = ({ line, character }: Position, by: number): Position => ({ line: line + by, character });

/** A range of the letter as one of the document, `by` lines further down. */
export const placeRange = (range: Range, by: number): Range =>
  by === 0 ? range : { start: position(range.start, by), end: position(range.end, by) };

const withRange = <T extends { range: Range }>(value: T, by: number): T =>
  by === 0 ? value : { ...value, range: placeRange(value.range, by) };

export const placeSymbol = (symbol: DocumentSymbol, by: number): DocumentSymbol =>
  by === 0
    ? symbol
    : {
        ...symbol,
        range: placeRange(symbol.range, by),
        selectionRange: placeRange(symbol.selectionRange, by),
        ...(symbol.children && { children: symbol.children.map((child) => placeSymbol(child, by)) }),
      };

export const placeFolding = (folding: FoldingRange, by: number): FoldingRange =>
  by === 0 ? folding : { ...folding, startLine: folding.startLine + by, endLine: folding.endLine + by };

export const placeHover = (hover: Hover, by: number): Hover =>
  hover.range ? { ...hover, range: placeRange(hover.range, by) } : hover;

export const placeLens = (lens: CodeLens, by: number): CodeLens => withRange(lens, by);

export const placeLink = (link: DocumentLink, by: number): DocumentLink => withRange(link, by);

/** The edit of an item replaces one range; ranges to insert and to replace are not made. */
export const placeCompletion = (item: CompletionItem, by: number): CompletionItem =>
  by === 0 || !item.textEdit || !('range' in item.textEdit)
    ? item
    : { ...item, textEdit: withRange(item.textEdit, by) };

export const placeHighlight = (highlight: DocumentHighlight, by: number): DocumentHighlight => withRange(highlight, by);

/** The text of a hint has no place of its own: it carries neither edits nor commands. */
export const placeHint = (hint: InlayHint, by: number): InlayHint =>
  by === 0 ? hint : { ...hint, position: position(hint.position, by) };

export const placeSelection = (selection: SelectionRange, by: number): SelectionRange =>
  by === 0
    ? selection
    : {
        range: placeRange(selection.range, by),
        ...(selection.parent && { parent: placeSelection(selection.parent, by) }),
      };

/** Related places of a problem lie in the same letter, so they move with it. */
export const placeDiagnostic = (diagnostic: Diagnostic, by: number): Diagnostic =>
  by === 0
    ? diagnostic
    : {
        ...withRange(diagnostic, by),
        ...(diagnostic.relatedInformation && {
          relatedInformation: diagnostic.relatedInformation.map((related) => ({
            ...related,
            location: withRange(related.location, by),
          })),
        }),
      };

const placeEdit = (edit: WorkspaceEdit, by: number): WorkspaceEdit => ({
  ...edit,
  ...(edit.changes && {
    changes: Object.fromEntries(
      Object.entries(edit.changes).map(([uri, edits]) => [uri, edits.map((one) => withRange(one, by))]),
    ),
  }),
  ...(edit.documentChanges && {
    documentChanges: edit.documentChanges.map((change) => ('edits' in change ? placeDocumentEdit(change, by) : change)),
  }),
});

const placeDocumentEdit = (change: TextDocumentEdit, by: number): TextDocumentEdit => ({
  ...change,
  edits: change.edits.map((edit) => withRange(edit, by)),
});

/** The diagnostics of an action come from the client and are the document's already. */
export const placeAction = (action: CodeAction, by: number): CodeAction =>
  by === 0 || !action.edit ? action : { ...action, edit: placeEdit(action.edit, by) };
