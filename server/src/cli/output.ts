import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Chunk } from '../case/index.ts';
import { isSystemError, reasonOf, say } from './terminal.ts';

/** Where a command writes its result. */
export interface Output {
  /** Resolves when there is room for more. */
  write(chunk: Chunk): Promise<void>;
  /** Writes what is left; a file is whole then, but has not got its name. */
  end(): Promise<void>;
  /** Gives a file its name, at last. */
  publish(): Promise<void>;
}

/** A file that could not be written, by its name; `cause` is what the system said. */
export class WriteError extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('not written', { cause });
    this.file = file;
  }
}

/** As many bytes or UTF-16 units as are gathered before they are written. */
const CHUNK = 262_144;

/** The standard output, or a file. Throws a `WriteError` where it cannot be made; without `force` it must not exist. */
export const openOutput = (file: string | undefined, force: boolean): Output =>
  file === undefined ? buffered('the standard output', STDOUT) : fileOutput(file, force);

/** Where gathered bytes go. */
interface Drain {
  put(bytes: Uint8Array): Promise<void>;
  end(): void;
  publish(): void;
}

const buffered = (name: string, drain: Drain): Output => {
  let waiting: Chunk[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
    waiting = [];
    size = 0;
    if (bytes.length > 0) await drain.put(bytes);
  };
  const write = async (chunk: Chunk): Promise<void> => {
    if (typeof chunk !== 'string' && chunk.length >= CHUNK) {
      // Large ones are not copied once more.
      await flush();
      return drain.put(chunk);
    }
    waiting.push(chunk);
    size += chunk.length;
    if (size >= CHUNK) await flush();
  };
  const end = async (): Promise<void> => {
    await flush();
    drain.end();
  };
  return {
    write: (chunk) => named(name, () => write(chunk)),
    end: () => named(name, end),
    publish: () => named(name, async () => drain.publish()),
  };
};

const named = async (file: string, action: () => Promise<void>): Promise<void> => {
  try {
    await action();
  } catch (error) {
    throw new WriteError(file, error);
  }
};

const STDOUT: Drain = {
  put: async (bytes) => {
    if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
  },
  end: () => {},
  publish: () => {},
};

/** Temporary files that are to go when the process ends, however it ends. */
const temporary = new Set<string>();
process.once('exit', () => {
  for (const file of temporary) rmSync(file, { force: true });
});

/** Writes beside the file and gives it its name at the end, so that a half-written one never stands there. */
const fileOutput = (file: string, force: boolean): Output => {
  try {
    const beside = besideName(file);
    checkFree(file, force);
    const handle = openSync(beside, 'wx');
    temporary.add(beside);
    return buffered(file, {
      put: async (bytes) => writeFileSync(handle, bytes),
      end: () => closeSync(handle),
      publish: () => publish(beside, file, force),
    });
  } catch (error) {
    throw new WriteError(file, error);
  }
};

/** Writes a whole file at once, in the same way. */
export const writeWhole = (file: string, bytes: Buffer, force: boolean): void => {
  try {
    const beside = besideName(file);
    checkFree(file, force);
    temporary.add(beside);
    writeFileSync(beside, bytes, { flag: 'wx' });
    publish(beside, file, force);
  } catch (error) {
    rmSync(besideName(file), { force: true });
    throw new WriteError(file, error);
  }
};

/** Writes one file after the other, with their folders. */
export interface FileWriter {
  /** Leaves a file alone that has these bytes already. What cannot be written is said, and the next may be. */
  write(file: string, bytes: Buffer): void;
  /** How many could not be written. */
  failures(): number;
}

/** Files that exist are replaced with `force` only. */
export const eachFile = (force: boolean): FileWriter => {
  let failures = 0;
  return {
    write: (file, bytes) => {
      if (isSame(file, bytes)) return;
      try {
        makeFolder(path.dirname(file));
        writeWhole(file, bytes, force);
      } catch (error) {
        if (!(error instanceof WriteError) || !isOfOneFile(error)) throw error;
        failures++;
        say(`cannot write ${error.file}: ${reasonOf(error.cause)}.`);
      }
    },
    failures: () => failures,
  };
};

const isSame = (file: string, bytes: Buffer): boolean => {
  try {
    return readFileSync(file).equals(bytes);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
};

/** What concerns one file, where the next may still be written. */
const isOfOneFile = ({ cause }: WriteError): boolean =>
  isSystemError(cause) && ['EEXIST', 'EISDIR', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG'].includes(cause.code);

/** Makes a folder with those that it lies in. Throws a `WriteError`. */
export const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new WriteError(folder, error);
  }
};

const besideName = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);

const checkFree = (file: string, force: boolean): void => {
  const taken = statSync(file, { throwIfNoEntry: false });
  if (taken?.isDirectory()) throw failure('EISDIR');
  if (taken && !force) throw failure('EEXIST');
};

/** Unlike a rename, a link fails where the name was taken in the meantime; some file systems have no links. */
const publish = (beside: string, file: string, force: boolean): void => {
  if (force) {
    renameSync(beside, file);
  } else {
    try {
      linkSync(beside, file);
    } catch (error) {
      if (existsSync(file)) throw error;
      renameSync(beside, file);
    }
  }
  rmSync(beside, { force: true });
  temporary.delete(beside);
};

const failure = (code: string): Error => Object.assign(new Error(code), { code });
