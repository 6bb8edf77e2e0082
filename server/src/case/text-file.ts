import type { Assembly, CaseFile, Chunk, WriterOptions } from './writer.ts';

/** A file of text: its pieces stand one after the other, and so do several files' worth of them. */
export interface TextFile extends Omit<CaseFile, 'assemble'> {
  readonly open: (options: WriterOptions) => string;
  readonly close: string;
  /** Instead of all of it where there is no record; where missing, what opens and closes. */
  readonly none?: string;
}

export const textFile = ({ open, close, none, ...file }: TextFile): CaseFile => ({
  ...file,
  assemble: (options) => assembly(open(options), file.between, close, none),
});

const assembly = (open: string, between: string, close: string, none = open + close): Assembly => {
  let empty = true;
  return {
    add: (pieces) => {
      const before = empty ? open : between;
      empty = false;
      return chunks(before, pieces);
    },
    end: () => chunks(empty ? none : close),
  };
};

const chunks = (...all: readonly Chunk[]): readonly Chunk[] => all.filter((chunk) => chunk.length > 0);
