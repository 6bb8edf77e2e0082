import { toCase } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import { parse } from '../letter/parse.ts';
import type { Work } from './batch.ts';
import type { Order } from './work.ts';

/** The pieces of a document's records, for each of the wanted files. */
export const exportWork = ({ format, files: wanted, byLetter }: Extract<Order, { command: 'export' }>): Work => {
  const files = CASE_WRITERS[format].filter((_, i) => wanted.includes(i));
  return {
    between: files.map((file) => file.between),
    of: ({ uri, text }) => {
      const records = parse(text).map((placed) => toCase(placed, uri));
      return {
        pieces: files.map((file) => {
          const pieces = records.map(file.piece);
          return byLetter ? JSON.stringify(pieces) : pieces.join(file.between);
        }),
        letters: records.length,
      };
    },
  };
};
