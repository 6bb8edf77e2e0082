// Keeps the tables of server/src/facts out of the server's start, and small. Inlined as they are, they would be built as
// objects whenever the bundle is loaded; this plugin keeps each as a deflated text that is unpacked when it is first read.
// Where programs can load a file when they want it, the texts stand in one beside them, which they share.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { encoded } from './base91.mjs';

/** All tables in two folders, and those of the forms that nothing wants at the start. */
const TABLE = /[\\/]facts[\\/](?:(?:data|generated)[\\/][^\\/]+|formats[\\/](?:sentences|starts|whole))\.json$/;
const FOLDERS = ['data', 'generated', 'formats'];
const UNPACK = fileURLToPath(new URL('facts-unpack.mjs', import.meta.url));

const isRow = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * A table's rows repeat their members' names; a list of rows becomes `{ "": names, rows: values }`, the commonest names
 * first, absent members null and left out at a row's end. scripts/facts-unpack.mjs is its reverse.
 */
const pack = (value) => {
  if (Array.isArray(value)) return value.length > 2 && value.every(isRow) ? packRows(value) : value.map(pack);
  return isRow(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, pack(member)])) : value;
};

const packRows = (rows) => {
  const counts = new Map();
  for (const key of rows.flatMap(Object.keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const values = rows.map((row) => {
    const packed = names.map((name) => pack(row[name] ?? null));
    return packed.slice(0, packed.findLastIndex((member) => member !== null) + 1);
  });
  return { '': names, rows: values };
};

const deflated = (table) => encoded(deflateRawSync(JSON.stringify(pack(table)), { level: 9 }));

const FACTS = './facts.js';

/** A table without the name of its schema. */
const tableOf = (text) => {
  const table = JSON.parse(text);
  delete table.$schema;
  return table;
};

/**
 * A module whose default export has the table's members, unpacked at the first of them. A text within the bundle stands in
 * a function of the module's top, where the engine passes over it once; in a wrapped module it would read it thrice.
 */
const lazily = (name, table, apart) => {
  const members = Object.keys(table).map(
    (key) => `get ${JSON.stringify(key)}() { return table()[${JSON.stringify(key)}]; }`,
  );
  const packed = apart ? `require('${FACTS}')[${JSON.stringify(name)}]` : `'${deflated(table)}'`;
  return [
    `import { unpack } from ${JSON.stringify(UNPACK)};`,
    'let unpacked;',
    `const table = () => (unpacked ??= unpack(${packed}));`,
    `export default { ${members.join(', ')} };`,
  ].join('\n');
};

/** An esbuild plugin for every bundle that holds facts; `apart` leaves the packed texts to the file that `factsApart` writes. */
export const factsPlugin = ({ apart = false } = {}) => ({
  name: 'facts',
  setup(build) {
    if (apart) build.onResolve({ filter: /^\.\/facts\.js$/ }, () => ({ path: FACTS, external: true }));
    build.onLoad({ filter: TABLE }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      try {
        return { contents: lazily(basename(path, '.json'), tableOf(text), apart), loader: 'js' };
      } catch (error) {
        const file = relative(process.cwd(), path).split(sep).join('/');
        return { errors: [{ text: `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}` }] };
      }
    });
  },
});

/** What the file beside the bundles holds: every table of `facts`, the folder server/src/facts, packed, under its name. */
export const factsApart = async (facts) => {
  const rows = [];
  for (const folder of FOLDERS) {
    const files = (await readdir(join(facts, folder))).map((name) => join(facts, folder, name));
    for (const file of files.filter((name) => TABLE.test(name)).sort()) {
      const table = tableOf(await readFile(file, 'utf8'));
      rows.push(`  ${JSON.stringify(basename(file, '.json'))}: '${deflated(table)}',\n`);
    }
  }
  return `module.exports = {\n${rows.join('')}};\n`;
};
