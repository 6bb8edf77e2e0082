import {
  type Case,
  type CaseFormat,
  type Chunk,
  FORMATS,
  fileName,
  type Gathering,
  gather,
  partName,
  wholeFile,
  withoutEnding,
} from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import type { Content, ExportBegun, ExportDocument, ExportPart } from '../protocol.ts';
import { contentOf } from './content.ts';
import type { LookedAt } from './looked-at.ts';

/** Takes the records of the documents in their order. */
interface Writing {
  add(records: readonly Case[], document: ExportDocument): readonly ExportPart[];
  end(): readonly ExportPart[];
}

const isEmpty = (content: Content): boolean => ('text' in content ? content.text : content.base64) === '';

/** All letters go into one set of files. */
const runWriting = (format: CaseFormat): Writing => {
  const files = CASE_WRITERS[format].map((file) => ({ file, gathering: gather(file) }));
  const parts = (chunksOf: (each: (typeof files)[number]) => readonly Chunk[]): readonly ExportPart[] =>
    files
      .map((each) => ({
        file: partName(each.file.name, format),
        content: contentOf(chunksOf(each), FORMATS[format].binary),
        whole: false,
      }))
      .filter(({ content }) => !isEmpty(content));
  const take = (gathering: Gathering, pieces: readonly string[], between: string): readonly Chunk[] =>
    pieces.length === 0 ? [] : gathering.take(pieces.join(between), pieces.length);
  return {
    add: (records) => parts(({ file, gathering }) => take(gathering, records.map(file.piece), file.between)),
    end: () => parts(({ gathering }) => gathering.end()),
  };
};

/** Each letter has a file, named as its document is; of several in a document each has its number at the end. */
const letterWriting = (format: CaseFormat): Writing => {
  const [file] = CASE_WRITERS[format];
  const { extension, binary } = FORMATS[format];
  const taken = new Set<string>();
  const freeName = (name: string): string => {
    let free = name;
    for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name}-${i}`;
    taken.add(free.toLowerCase());
    return `${free}.${extension}`;
  };
  return {
    add: (records, { path }) => {
      const base = withoutEnding(path).split('/').map(fileName).join('/');
      return records.map((record) => ({
        file: freeName(records.length > 1 ? `${base}-letter-${record.source.letter}` : base),
        content: contentOf(wholeFile(file, [record]), binary),
        whole: true,
      }));
    },
    end: () => [],
  };
};

const writingOf = (format: CaseFormat): Writing =>
  FORMATS[format].per === 'letter' ? letterWriting(format) : runWriting(format);

/** Formats that hold the whole record, with what people say of its values. */
const WHOLE: ReadonlySet<CaseFormat> = new Set(['json', 'jsonl']);

export const tellsOfPeople = (formats: readonly CaseFormat[]): boolean => formats.some((format) => WHOLE.has(format));

interface OpenExport {
  readonly writings: readonly Writing[];
  readonly run: ExportRun;
}

/** What is known of an export while it runs. */
export interface ExportRun {
  /** Who exports; null where nobody has said. */
  readonly author: string | null;
  /** Do its files tell what people say of values? */
  readonly tells: boolean;
  /** The folders that were looked into for annotations whose letters are gone. */
  readonly folders: Set<string>;
}

/** The exports that have begun and not ended. Each holds a row group of its tables at most. */
export class Exports {
  readonly #open = new Map<number, OpenExport>();
  #count = 0;

  /** Formats that are not known are left out. */
  begin(formats: readonly CaseFormat[], author: string | null): ExportBegun {
    const known = [...new Set(formats)].filter((format) => Object.hasOwn(FORMATS, format));
    const run = { author, tells: tellsOfPeople(known), folders: new Set<string>() };
    this.#open.set(++this.#count, { writings: known.map(writingOf), run });
    return { id: this.#count };
  }

  /** What a document's letters add to the files; null where there is no such export. */
  add(id: number, document: ExportDocument, letters: readonly LookedAt[]): readonly ExportPart[] | null {
    const records = letters.map(({ record }) => record);
    return this.#open.get(id)?.writings.flatMap((writing) => writing.add(records, document)) ?? null;
  }

  /** Null where there is no such export. */
  runOf(id: number): ExportRun | null {
    return this.#open.get(id)?.run ?? null;
  }

  /** What is left to write; null where there is no such export. */
  end(id: number): readonly ExportPart[] | null {
    const parts = this.#open.get(id)?.writings.flatMap((writing) => writing.end()) ?? null;
    this.#open.delete(id);
    return parts;
  }

  cancel(id: number): void {
    this.#open.delete(id);
  }
}
