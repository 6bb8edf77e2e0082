import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { textEdits } from '../features/range.ts';
import { formatLetter, formatParagraphs, sayTheSame } from '../format/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import { offsetAt } from '../text/lines.ts';
import { type Replacement, replaced } from '../text/pieces.ts';
import type { Span } from '../text/span.ts';
import { lettersWithin } from './documents.ts';
import { placeRange } from './place.ts';
import type { Service } from './service.ts';

/** Edits of the letters of a document as edits of the document; none where its letters would not say the same together. */
const placed = (
  { text, letters }: { readonly text: string; readonly letters: readonly PlacedLetter[] },
  editsOf: (letter: PlacedLetter) => readonly Replacement[],
): TextEdit[] => {
  const all = letters.map((letter) => ({ letter, edits: editsOf(letter) }));
  const moved = all.flatMap(({ letter: { offset }, edits }) =>
    edits.map(({ span, text: put }) => ({ span: { start: span.start + offset, end: span.end + offset }, text: put })),
  );
  if (moved.length === 0 || !sayTheSame(letters, parse(replaced(text, moved)))) return [];
  return all.flatMap(({ letter: { letter, line }, edits }) =>
    textEdits(letter, edits).map((edit) => ({ ...edit, range: placeRange(edit.range, line) })),
  );
};

/** Normalises the transcription of a whole document. Options of the request are those of code, and mean nothing here. */
export const formatting = async (service: Service, params: DocumentFormattingParams): Promise<TextEdit[]> => {
  const { uri } = params.textDocument;
  const { width } = (await service.settings.of(uri)).format;
  const document = service.documents.get(uri);
  if (!document) return [];
  const last = document.letters.at(-1);
  return placed(document, (one) => formatLetter(one.letter, { width, followed: one !== last }));
};

/** The same for the paragraphs that a range touches. */
export const rangeFormatting = async (service: Service, params: DocumentRangeFormattingParams): Promise<TextEdit[]> => {
  const { textDocument, range } = params;
  const { width } = (await service.settings.of(textDocument.uri)).format;
  const document = service.documents.get(textDocument.uri);
  if (!document) return [];
  const within = lettersWithin(document.letters, range.start.line, range.end.line);
  return placed(document, (one) => {
    if (!within.includes(one)) return [];
    const { letter, line } = one;
    const stretch: Span = {
      start: offsetAt(letter.lines, range.start.line - line, range.start.character),
      end: offsetAt(letter.lines, range.end.line - line, range.end.character),
    };
    return formatParagraphs(letter, { width, followed: one !== document.letters.at(-1) }, stretch);
  });
};
