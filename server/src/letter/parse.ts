import { lineAt, splitLines } from '../text/lines.ts';
import { readLetter } from './letter.ts';
import type { Letter, PlacedLetter } from './model.ts';
import { findMarks } from './skeleton.ts';
import { letterOpening, letterStarts, startsAmongMarks } from './split.ts';

/** A stretch of a document that holds one letter, or several where the opening of a later one is damaged. */
interface Chunk {
  readonly text: string;
  readonly lineCount: number;
  readonly letters: readonly { readonly letter: Letter; readonly offset: number; readonly line: number }[];
}

/** A document's letters, with what the next version needs so that letters which did not change are not read again. */
export interface ParsedDocument {
  readonly letters: readonly PlacedLetter[];
  readonly chunks: readonly Chunk[];
  /** How many letters were read for this version, the others being those of the version before. */
  readonly read: number;
}

/** The letters of a document, in order. Total: any text gives at least one letter; time is linear in its length. */
export const parse = (text: string): readonly PlacedLetter[] => reparse(null, text).letters;

/** Parses a document's next version; letters whose text is the same keep their `Letter`, wherever they moved. */
export const reparse = (previous: ParsedDocument | null, text: string): ParsedDocument => {
  const known = new Map<string, Chunk>();
  if (previous && previous.chunks.length > 1) for (const chunk of previous.chunks) known.set(chunk.text, chunk);
  const starts = [0, ...letterStarts(text)];
  const chunks: Chunk[] = [];
  let read = 0;
  starts.forEach((start, i) => {
    const part = text.slice(start, starts[i + 1] ?? text.length);
    const same = previous?.chunks[i]?.text === part ? previous.chunks[i] : known.get(part);
    if (!same) read++;
    chunks.push(same ?? readChunk(starts.length > 1 ? ownCopy(part) : part));
  });
  return { letters: placed(chunks), chunks, read };
};

/** A slice keeps the whole document it was cut from; a letter that outlives its version must not. */
const ownCopy = (part: string): string => ` ${part}`.slice(1);

const placed = (chunks: readonly Chunk[]): readonly PlacedLetter[] => {
  const letters: PlacedLetter[] = [];
  let offset = 0;
  let line = 0;
  for (const chunk of chunks) {
    for (const inner of chunk.letters) {
      letters.push({
        letter: inner.letter,
        number: letters.length + 1,
        offset: offset + inner.offset,
        line: line + inner.line,
      });
    }
    offset += chunk.text.length;
    line += chunk.lineCount;
  }
  return letters;
};

const readChunk = (text: string): Chunk => {
  const lines = splitLines(text);
  const marks = findMarks(lines);
  const first = letterOpening(lines, marks);
  const inner = startsAmongMarks(marks, ({ line }) => lines.starts[line] ?? 0).filter((start) => start > first);
  const starts = [first, ...inner];
  return {
    text,
    lineCount: lines.count - 1,
    letters: starts.map((offset, i) => {
      const end = starts[i + 1] ?? text.length;
      const whole = offset === 0 && end === text.length;
      return {
        letter: whole ? readLetter(lines, marks) : readPiece(text.slice(offset, end)),
        offset,
        line: lineAt(lines, offset),
      };
    }),
  };
};

const readPiece = (text: string): Letter => {
  const lines = splitLines(text);
  return readLetter(lines, findMarks(lines));
};
