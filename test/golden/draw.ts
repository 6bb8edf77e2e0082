import type {
  CodeAction,
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Range,
  SelectionRange,
} from 'vscode-languageserver';
import { MarkupContent, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import type { Letter } from '../../server/src/letter/model.ts';
import { offsetAt } from '../../server/src/text/lines.ts';

/*
 * What a feature answers, drawn as text for people to read and compare. Lines and columns count from 1, as an editor's
 * status bar does. Drawings end without a line break.
 */

const at = ({ start, end }: Range): string =>
  `[${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}]`;

const textAt = (letter: Letter, { start, end }: Range): string =>
  letter.text.slice(
    offsetAt(letter.lines, start.line, start.character),
    offsetAt(letter.lines, end.line, end.character),
  );

const short = (text: string, most = 50): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** One row a symbol: `name · detail  [range]  ‹what is selected›`, children indented. */
export const drawOutline = (letter: Letter, symbol: DocumentSymbol, indent = ''): string => {
  const { name, detail, range, selectionRange, children = [] } = symbol;
  const selected = short(textAt(letter, selectionRange));
  const row = `${indent}${detail ? `${name} · ${detail}` : name}  ${at(range)}${selected && `  ‹${selected}›`}`;
  return [row, ...children.map((child) => drawOutline(letter, child, `${indent}  `))].join('\n');
};

/** One row a fold: its first and last line, and what stays visible of it. */
export const drawFolding = (letter: Letter, ranges: readonly FoldingRange[]): string =>
  ranges
    .map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}  ${short(lineOf(letter, startLine), 70)}`)
    .join('\n');

const lineOf = ({ text, lines }: Letter, line: number): string => text.slice(lines.starts[line], lines.ends[line]);

/** The lines of a range as they stand in the letter, each with carets under what the range takes of it. */
export const drawRange = (letter: Letter, { start, end }: Range): string => {
  const rows: string[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const text = lineOf(letter, line).replace(/[\t\f]/g, ' ');
    const first = line === start.line ? start.character : text.length - text.trimStart().length;
    const last = line === end.line ? end.character : text.trimEnd().length;
    if (!text.trim() && start.line !== end.line) continue;
    const number = String(line + 1).padStart(4);
    rows.push(`${number} | ${text.trimEnd()}`, `     | ${' '.repeat(first)}${'^'.repeat(Math.max(last - first, 1))}`);
  }
  return rows.join('\n');
};

/** The place a hover is about, and below it the card; `no hover` for null. */
export const drawHover = (letter: Letter, hover: Hover | null): string => {
  if (!hover) return 'no hover';
  const card = MarkupContent.is(hover.contents) ? hover.contents.value : JSON.stringify(hover.contents);
  const place = hover.range ? `${drawRange(letter, hover.range)}\n` : '';
  return `${place}${card.replace(/^/gm, '       ')}`;
};

/** One row a line of the letter, its lenses as an editor sets them side by side; `[command arguments]` where one can be chosen. */
export const drawLenses = (lenses: readonly CodeLens[]): string => {
  const rows = new Map<number, string[]>();
  for (const { range, command } of lenses) {
    const action = command?.command ? ` [${command.command} ${JSON.stringify(command.arguments)}]` : '';
    rows.set(range.start.line, [...(rows.get(range.start.line) ?? []), `${command?.title}${action}`]);
  }
  return [...rows].map(([line, titles]) => `${line + 1}  ${titles.join(' | ')}`).join('\n');
};

/** The ranges of a growing selection, from the innermost out. */
export const drawSelection = (letter: Letter, selection: SelectionRange): string => {
  const row = `${at(selection.range)}  ‹${short(textAt(letter, selection.range), 60)}›`;
  return selection.parent ? `${row}\n${drawSelection(letter, selection.parent)}` : row;
};

/** The title of an action, a star before a preferred one, and below it its edits with snippets marked as such. */
export const drawAction = (action: CodeAction): string => {
  const edits = (action.edit?.documentChanges ?? []).filter(TextDocumentEdit.is).flatMap((change) => change.edits);
  const rows = edits.map((edit) =>
    SnippetTextEdit.is(edit)
      ? `${at(edit.range)} snippet ${JSON.stringify(edit.snippet.value)}`
      : `${at(edit.range)} ${JSON.stringify(edit.newText)}`,
  );
  const command = action.command ? [`runs ${action.command.command} ${JSON.stringify(action.command.arguments)}`] : [];
  return [
    `${action.isPreferred ? '* ' : '- '}${action.title}`,
    ...[...rows, ...command].map((row) => `    ${row}`),
  ].join('\n');
};

/** One row a link: what is printed, and where it leads. */
export const drawLinks = (letter: Letter, links: readonly DocumentLink[]): string =>
  links.map(({ range, target }) => `${at(range)}  ‹${short(textAt(letter, range), 90)}›  ${target}`).join('\n');

/** Every line that has hints, with the hints where an editor shows them. */
export const drawHints = (letter: Letter, hints: readonly InlayHint[]): string => {
  const rows = new Map<number, string>();
  for (const { position, label } of hints.toReversed()) {
    const row = rows.get(position.line) ?? lineOf(letter, position.line);
    rows.set(position.line, `${row.slice(0, position.character)}‹${String(label)}›${row.slice(position.character)}`);
  }
  return [...rows]
    .toReversed()
    .map(([line, row]) => `${String(line + 1).padStart(4)} | ${row.trim()}`)
    .join('\n');
};

/** One row a subject of the letter: every place where it is named, those in citations with a star. */
export const drawMentions = (letter: Letter, mentions: readonly (readonly [string, Range, boolean])[]): string => {
  const rows = new Map<string, string[]>();
  for (const [subject, range, isCited] of mentions) {
    const place = `${isCited ? '*' : ''}${range.start.line + 1}:${range.start.character + 1} ‹${short(textAt(letter, range))}›`;
    rows.set(subject, [...(rows.get(subject) ?? []), place]);
  }
  return [...rows]
    .map(([subject, places]) => `${subject}\n${places.map((place) => `    ${place}`).join('\n')}`)
    .join('\n');
};
