import { withConfirmations } from '../annotations/confirmed.ts';
import { problemText } from '../annotations/model.ts';
import { type Case, toCase } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import { parse } from '../letter/parse.ts';
import { AnnotationsBeside } from './annotations-beside.ts';
import type { Doc, Work } from './batch.ts';
import { Beside, readings } from './beside.ts';
import type { Order } from './work.ts';

/** Records with what people say of them, and what is wrong with the files that say it. */
interface Told {
  readonly records: readonly Case[];
  readonly sentences: readonly string[];
}

/** The pieces of a document's records, for each of the wanted files. */
export const exportWork = ({ format, files: wanted, byLetter, roots }: Extract<Order, { command: 'export' }>): Work => {
  const files = CASE_WRITERS[format].filter((_, i) => wanted.includes(i));
  const beside = new Beside(roots);
  const annotations = new AnnotationsBeside(roots);
  const confirmed = (records: readonly Case[], { file, text }: Doc): Told => {
    if (!annotations.any(file)) return { records, sentences: [] };
    const { open, labels, problems } = annotations.of(file);
    return { records: withConfirmations(records, text, open, labels), sentences: problems.map(problemText) };
  };
  return {
    stamp: (file) => beside.stamp(file) + annotations.stamp(file),
    between: files.map((file) => file.between),
    of: (doc) => {
      const { file, uri, text } = doc;
      const letters = parse(text);
      const corrections = readings(letters, beside.of(file));
      const read = letters.map((placed) => toCase(placed, uri, corrections.get(placed)));
      const { records, sentences } = confirmed(read, doc);
      return {
        pieces: files.map((file) => {
          const pieces = records.map(file.piece);
          return byLetter ? JSON.stringify(pieces) : pieces.join(file.between);
        }),
        letters: records.length,
        sentences: [...beside.takeSentences(), ...sentences],
      };
    },
  };
};
