import path from 'node:path';
import { type CaseFile, type CaseFormat, FORMATS, type WriterOptions, withoutEnding } from '../case/index.ts';
import { eachFile, makeFolder } from './output.ts';
import type { Receiver } from './target.ts';

interface Wanted {
  readonly format: CaseFormat;
  readonly force: boolean;
  readonly options: WriterOptions;
}

/**
 * Writes a file for each letter, named and placed as its document is; of several letters in a document each has its number
 * at the end. A file that has the same bytes already is left alone; another one is replaced with `force` only, and what
 * cannot be written is said and does not stop the others.
 */
export const lettersFolder = (folder: string, file: CaseFile, { format, force, options }: Wanted): Receiver => {
  const { extension } = FORMATS[format];
  const taken = new Set<string>();
  const writer = eachFile(force);

  const freeName = (name: string): string => {
    let free = name;
    for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name}-${i}`;
    taken.add(free.toLowerCase());
    return path.join(folder, `${free}.${extension}`);
  };
  makeFolder(folder);
  return {
    take: async ([part], _letters, name) => {
      const pieces: string[] = part?.length ? JSON.parse(Buffer.from(part).toString()) : [];
      const base = placeOf(name);
      pieces.forEach((piece, i) => {
        const target = freeName(pieces.length > 1 ? `${base}-letter-${i + 1}` : base);
        writer.write(target, Buffer.from(wholeOf(file, piece, options)));
      });
    },
    end: async () => writer.failures(),
  };
};

/** The name of the document without its ending, with its folders where they lie below the place of the command. */
const placeOf = (name: string): string => {
  const bare = withoutEnding(path.normalize(name));
  return path.isAbsolute(bare) || bare.startsWith('..') ? path.basename(bare) : bare;
};

const wholeOf = (file: CaseFile, piece: string, options: WriterOptions): string => {
  if (file.alone) return file.alone(piece);
  const { add, end } = file.assemble(options);
  return [...add(piece), ...end()].join('');
};
