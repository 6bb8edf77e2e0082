import { toCase } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import { parse } from '../letter/parse.ts';
import type { Work } from './batch.ts';
import { Beside, readings } from './beside.ts';
import type { Order } from './work.ts';

/** The pieces of a document's records, for each of the wanted files. */
export const exportWork = ({ format, files: wanted, byLetter, roots }: Extract<Order, { command: 'export' }>): Work => {
  const files = CASE_WRITERS[format].filter((_, i) => wanted.includes(i));
  const beside = new Beside(roots);
  return {
    stamp: (file) => beside.stamp(file),
    between: files.map((file) => file.between),
    of: ({ uri, text }) => {
      const letters = parse(text);
      const corrections = readings(letters, beside.of(uri));
      const records = letters.map((placed) => toCase(placed, uri, corrections.get(placed)));
      return {
        pieces: files.map((file) => {
          const pieces = records.map(file.piece);
          return byLetter ? JSON.stringify(pieces) : pieces.join(file.between);
        }),
        letters: records.length,
        sentences: beside.takeSentences(),
      };
    },
  };
};
