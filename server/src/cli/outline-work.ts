import type { DocumentSymbol } from 'vscode-languageserver';
import { outline } from '../features/outline.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import type { Doc, Work } from './batch.ts';
import type { Order, OutlineFormat } from './work.ts';

/** A row of the outline as it is written: its members and their order are a contract. Lines and columns from 1. */
interface OutlineRow {
  readonly name: string;
  readonly detail: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly children: readonly OutlineRow[];
}

const rowOf = ({ name, detail = '', range, children = [] }: DocumentSymbol, line: number): OutlineRow => ({
  name,
  detail,
  line: line + range.start.line + 1,
  column: range.start.character + 1,
  endLine: line + range.end.line + 1,
  endColumn: range.end.character + 1,
  children: children.map((child) => rowOf(child, line)),
});

const textOf = (doc: Doc, { name, detail, line, children }: OutlineRow, indent = ''): string => {
  const row = `${doc.name}:${line}: ${indent}${detail ? `${name} · ${detail}` : name}\n`;
  return row + children.map((child) => textOf(doc, child, `${indent}  `)).join('');
};

const FORMS: Readonly<Record<OutlineFormat, (doc: Doc, row: OutlineRow) => string>> = {
  text: textOf,
  json: ({ uri }, row) => `  ${JSON.stringify({ uri, ...row })}`,
};

const BETWEEN: Readonly<Record<OutlineFormat, string>> = { text: '', json: ',\n' };

/** The outlines of a document's letters. */
export const outlineWork = ({ format }: Extract<Order, { command: 'outline' }>): Work => ({
  between: [BETWEEN[format]],
  of: (doc) => {
    const letters = parse(doc.text);
    const drawn = ({ letter, number, line }: PlacedLetter): string =>
      FORMS[format](doc, rowOf(outline(letter, number), line));
    return { pieces: [letters.map(drawn).join(BETWEEN[format])], letters: letters.length };
  },
});
