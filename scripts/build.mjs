// Bundles client, server and command line into dist/.
//
//   node scripts/build.mjs [--dev] [--watch] [NAME…]
//
// --dev    readable output with source maps; without it, output is minified and must keep within its budget
// --watch  --dev, and again after every change
// NAME…    only these bundles (client, later, server, writers, agreement, changes, cli, browser/client, browser/server,
//          webview/preview, webview/cases)
//
// Beside them stands dist/facts.js, the tables of facts for the programs in Node; when all bundles are built,
// dist/THIRD-PARTY-LICENSES.txt is written too.
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { apart } from './apart-plugin.mjs';
import { factsApart, factsPlugin } from './facts-plugin.mjs';
import { thirdPartyLicences } from './licences.mjs';
import { noNetwork } from './no-network-plugin.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KB = 1024;

/** What the programs in Node leave to files beside them. */
const WRITERS_APART = apart({ module: 'server/src/case/writers.ts', name: 'CASE_WRITERS', file: './writers.js' });
const AGREEMENT_APART = apart({
  module: 'server/src/annotations/agreement/index.ts',
  name: 'AGREEMENT',
  file: './agreement.js',
});
const CHANGES_APART = apart({
  module: 'server/src/annotations/anchor/changes.ts',
  name: 'CHANGES',
  file: './changes.js',
});

/** One row a bundle: what esbuild needs to know, and the largest size of its minified file. */
const BUNDLES = {
  client: {
    entry: 'client/src/extension.node.ts',
    platform: 'node',
    format: 'cjs',
    processes: true,
    budget: 500 * KB,
    plugins: [apart({ module: 'client/src/later.ts', name: 'LATER', file: './later.js' })],
  },
  later: { entry: 'client/src/later.ts', platform: 'node', format: 'cjs', processes: false, budget: 150 * KB },
  server: {
    entry: 'server/src/node.ts',
    platform: 'node',
    format: 'cjs',
    processes: false,
    budget: 600 * KB,
    plugins: [WRITERS_APART, AGREEMENT_APART, CHANGES_APART],
  },
  writers: { entry: 'server/src/case/writers.ts', platform: 'node', format: 'cjs', processes: false, budget: 150 * KB },
  agreement: {
    entry: 'server/src/annotations/agreement/index.ts',
    platform: 'node',
    format: 'cjs',
    processes: false,
    budget: 250 * KB,
    plugins: [CHANGES_APART],
  },
  changes: {
    entry: 'server/src/annotations/anchor/changes.ts',
    platform: 'node',
    format: 'cjs',
    processes: false,
    budget: 30 * KB,
  },
  cli: {
    entry: 'server/src/cli/main.ts',
    platform: 'node',
    format: 'cjs',
    processes: false,
    budget: 700 * KB,
    plugins: [WRITERS_APART, AGREEMENT_APART, CHANGES_APART],
  },
  'browser/client': {
    entry: 'client/src/extension.browser.ts',
    platform: 'browser',
    format: 'cjs',
    processes: false,
    // With what the client on the desktop leaves to a file beside it: a browser loads no second file.
    budget: 600 * KB,
  },
  'browser/server': {
    entry: 'server/src/browser.ts',
    platform: 'browser',
    format: 'iife',
    processes: false,
    // The tables too, which the programs in Node load from a file of their own.
    budget: 830 * KB,
  },
  // A page of the extension, with the style that stands beside it.
  'webview/preview': {
    entry: 'client/webview/preview.ts',
    platform: 'browser',
    format: 'iife',
    processes: false,
    budget: 10 * KB,
  },
  'webview/cases': {
    entry: 'client/webview/cases.ts',
    platform: 'browser',
    format: 'iife',
    processes: false,
    // Most of it is the library that draws the figures.
    budget: 300 * KB,
  },
};

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { dev: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
});
const dev = flags.dev || flags.watch;

/** The packed tables of facts, which the programs in Node load when they need one; a worker in a browser has them within. */
const FACTS = 'dist/facts.js';

const outputOf = (name) => `dist/${name}.js`;

const optionsFor = (name) => {
  const { entry, platform, format, processes, plugins = [] } = BUNDLES[name];
  return {
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: outputOf(name),
    bundle: true,
    platform,
    format,
    target: platform === 'node' ? ['node20', 'es2022'] : ['es2022'],
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    external: ['vscode'],
    minify: !dev,
    // An engine reads a file of ASCII alone with half the memory, and sooner.
    charset: 'ascii',
    sourcemap: dev ? 'linked' : false,
    // The licences of others stand in a file of their own.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [noNetwork({ processes }), factsPlugin({ apart: platform === 'node' }), ...plugins],
  };
};

const inKilobytes = (bytes) => `${(bytes / KB).toFixed(0)} KB`;

/** Prints a bundle's size; says whether it keeps within its budget, which holds for minified files only. */
const report = async (name) => {
  const { size } = await stat(`${ROOT}/${outputOf(name)}`);
  const { budget } = BUNDLES[name];
  const fits = dev || size <= budget;
  console.log(
    `${outputOf(name).padEnd(26)}${inKilobytes(size).padStart(8)}${fits ? '' : `  over its budget of ${inKilobytes(budget)}`}`,
  );
  return fits;
};

const LICENCES = 'dist/THIRD-PARTY-LICENSES.txt';

const writeLicences = async (metafiles) => {
  try {
    await writeFile(`${ROOT}/${LICENCES}`, await thirdPartyLicences(ROOT, metafiles));
  } catch (error) {
    console.error(`${LICENCES} cannot be written: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
};

const names = positionals.length > 0 ? positionals : Object.keys(BUNDLES);
const unknown = names.filter((name) => !(name in BUNDLES));
if (unknown.length > 0) {
  console.error(`No such bundle: ${unknown.join(', ')}. There are ${Object.keys(BUNDLES).join(', ')}.`);
  process.exit(2);
}

await mkdir(`${ROOT}/dist`, { recursive: true });
await writeFile(`${ROOT}/${FACTS}`, await factsApart(`${ROOT}/server/src/facts`));

if (flags.watch) {
  for (const name of names) await (await context({ ...optionsFor(name), logLevel: 'info' })).watch();
} else {
  // What is wrong has been printed by esbuild.
  const built = await Promise.all(names.map((name) => build(optionsFor(name)))).catch(() => process.exit(1));
  if (names.length === Object.keys(BUNDLES).length) await writeLicences(built.map(({ metafile }) => metafile));
  if (names.includes('cli')) await chmod(`${ROOT}/${outputOf('cli')}`, 0o755);
  const fits = [];
  for (const name of names) fits.push(await report(name));
  if (fits.includes(false)) process.exitCode = 1;
}
