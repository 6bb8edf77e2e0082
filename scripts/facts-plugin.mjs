// Keeps the tables of server/src/facts/data out of the server's start. Inlined as they are, they would be built as
// objects whenever the bundle is loaded; this plugin keeps each as a string that is parsed when it is first read.
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';

const DATA = /[\\/]facts[\\/]data[\\/][^\\/]+\.json$/;

/** A string literal that needs next to no escapes in JSON, which is full of double quotes. */
const literal = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/**
 * A module whose default export has the table's members, read from the string at the first of them. The string stands in
 * a function of the module's top, where the engine passes over it once; in a wrapped module it would read it thrice.
 */
const lazily = (text) => {
  const table = JSON.parse(text);
  delete table.$schema;
  const members = Object.keys(table).map(
    (key) => `get ${JSON.stringify(key)}() { return table()[${JSON.stringify(key)}]; }`,
  );
  return [
    'let parsed;',
    `const table = () => (parsed ??= JSON.parse(${literal(JSON.stringify(table))}));`,
    `export default { ${members.join(', ')} };`,
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
