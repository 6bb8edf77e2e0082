import { once } from 'node:events';
import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a command writes its result. */
export interface Output {
  write(text: string): Promise<void>;
  /** Ends the output; only now does a file appear under its name. */
  close(): Promise<void>;
}

/** As many UTF-16 units as are gathered before they are written. */
const CHUNK = 65_536;

/** The standard output, or a file. Throws where the file cannot be made; without `force` it must not exist. */
export const openOutput = (file: string | undefined, force: boolean): Output =>
  file === undefined ? buffered(toStdout, async () => {}) : fileOutput(file, force);

const buffered = (put: (text: string) => Promise<void>, end: () => Promise<void>): Output => {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text) await put(text);
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= CHUNK) await flush();
    },
    close: async () => {
      await flush();
      await end();
    },
  };
};

const toStdout = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

/** Writes beside the file and gives it its name at the end, so that a half-written one never stands there. */
const fileOutput = (file: string, force: boolean): Output => {
  const taken = statSync(file, { throwIfNoEntry: false });
  if (taken?.isDirectory()) throw failure('EISDIR');
  if (taken && !force) throw failure('EEXIST');
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  const handle = openSync(temporary, 'wx');
  const remove = (): void => rmSync(temporary, { force: true });
  process.once('exit', remove);
  // Without these the process would end unasked, and the file would stay.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  return buffered(
    async (text) => writeFileSync(handle, text),
    async () => {
      closeSync(handle);
      if (force) renameSync(temporary, file);
      else publish(temporary, file);
      remove();
    },
  );
};

/** Unlike a rename, a link fails where the name was taken in the meantime; some file systems have no links. */
const publish = (temporary: string, file: string): void => {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (existsSync(file)) throw error;
    renameSync(temporary, file);
  }
};

const failure = (code: string): Error => Object.assign(new Error(code), { code });
