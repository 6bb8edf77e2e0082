// Keeps the tables of server/src/facts/data out of the server's start. Inlined as they are, they would be built as
// objects whenever the bundle is loaded; this plugin keeps each as a string that is parsed when it is first read.
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';

const DATA = /[\\/]facts[\\/]data[\\/][^\\/]+\.json$/;

/** A string literal that needs next to no escapes in JSON, which is full of double quotes. */
const literal = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A CommonJS module whose default export parses the table at first use. */
const lazily = (text) => {
  const table = JSON.parse(text);
  delete table.$schema;
  return [
    'let table;',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    `Object.defineProperty(exports, "default", { enumerable: true, get: () => (table ??= JSON.parse(${literal(JSON.stringify(table))})) });`,
  ].join('\n');
};

/** An esbuild plugin for every bundle that holds facts. */
export const factsPlugin = () => ({
  name: 'facts',
  setup(build) {
    build.onLoad({ filter: DATA }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      try {
        return { contents: lazily(text), loader: 'js' };
      } catch (error) {
        const file = relative(process.cwd(), path).split(sep).join('/');
        return { errors: [{ text: `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}` }] };
      }
    });
  },
});
