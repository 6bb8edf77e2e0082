import type { Case } from './case.ts';
import type { CaseFile, Chunk, WriterOptions } from './writer.ts';

/** A whole file of records that are at hand, in parts to be written one after the other. */
export const wholeFile = (file: CaseFile, records: readonly Case[], options: WriterOptions = {}): readonly Chunk[] => {
  const [first] = records;
  if (first && records.length === 1 && file.alone) return [file.alone(file.piece(first))];
  const assembly = file.assemble(options);
  return [...records.flatMap((record) => assembly.add(file.piece(record))), ...assembly.end()];
};

/** The same of a file that is text. */
export const wholeText = (file: CaseFile, records: readonly Case[], options?: WriterOptions): string =>
  wholeFile(file, records, options).join('');
