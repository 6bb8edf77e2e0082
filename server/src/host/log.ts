import type { Features, RemoteConsole } from 'vscode-languageserver';

/** Where the server tells what went wrong. Nothing that a letter says may reach it. */
export interface Log {
  /** One sentence without letter text. */
  warn(sentence: string): void;
  /** An exception: its class and its frames are told, its message is not, since it may quote the letter. */
  failure(name: string, error: unknown): void;
}

const MAX_FRAMES = 5;

/** A class name as programs write one; anything else might be text. */
const CLASS_NAME = /^[A-Z][A-Za-z]{0,40}$/;

/** One frame of a stack, without folders: `at outline (server.js:12:34)`. Null for a line of the message. */
const frame = (line: string): string | null => {
  const found = /^ {4}at (?:(?:async |new )?([\w.$<>]{1,80}) )?\(?([^()\s]{1,500}):(\d{1,9}):(\d{1,9})\)?$/.exec(line);
  if (!found) return null;
  const [, name, path = '', row, column] = found;
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return `at ${name ?? '?'} (${file}:${row}:${column})`;
};

/**
 * An exception in one line: its class and where it was thrown. The message is left out, and so are its lines at the head
 * of the stack.
 */
export const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return `a thrown ${error === null ? 'null' : typeof error}`;
  const name = CLASS_NAME.test(error.name) ? error.name : 'Error';
  const stack = typeof error.stack === 'string' ? error.stack : '';
  // The stack begins with the message, which may hold any text, even lines that look like frames.
  const head = stack.indexOf(error.message);
  const frames = (head < 0 ? stack : stack.slice(head + error.message.length)).split('\n').map(frame);
  return [name, ...frames.filter((line) => line !== null).slice(0, MAX_FRAMES)].join(' ');
};

/** The log of a connection: `window/logMessage`. It never throws. */
export const createLog = (console: Pick<RemoteConsole, 'warn' | 'error'>): Log => ({
  warn: (sentence) => console.warn(sentence),
  failure: (name, error) => console.error(`${name} failed: ${describe(error)}`),
});

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? '';

/**
 * The connection's own console, cut to the first line of every message: below it the protocol library prints messages it
 * could not understand in full, and those may hold a letter.
 */
export const quietConsole: Features<object> = {
  __brand: 'features',
  console: (Base) =>
    class extends Base {
      override error(message: string): void {
        super.error(firstLine(message));
      }
      override warn(message: string): void {
        super.warn(firstLine(message));
      }
      override info(message: string): void {
        super.info(firstLine(message));
      }
      override log(message: string): void {
        super.log(firstLine(message));
      }
    },
};
