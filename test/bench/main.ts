/**
 * `npm run bench`: the product's speed, memory and size beside the budgets of docs/architecture.md, as ratios within one
 * run, so that the machine does not matter. `npm run bench -- parse,size` measures some of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { editingRows } from './editing.ts';
import { hoverRows } from './hover.ts';
import { benchLetters } from './letters.ts';
import { exportRows, memoryRows, sizeRows, startRows } from './process.ts';
import { speedRows } from './speed.ts';
import { type Row, report } from './statistics.ts';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const SERVER = at('../../dist/server.js');
const letters = benchLetters();

/** Bundled for the run: what the server is compared with, and what looks into its memory. */
interface Helpers {
  readonly empty: string;
  readonly probe: string;
}

const PARTS: Readonly<Record<string, readonly [title: string, rows: (helpers: Helpers) => Row[] | Promise<Row[]>]>> = {
  parse: ['Parsing', () => speedRows(letters)],
  hover: ['Hovering', () => hoverRows(letters)],
  edit: ['Editing', ({ empty }) => editingRows(letters, SERVER, empty)],
  start: ['Starting', ({ empty }) => startRows(SERVER, empty)],
  memory: ['Memory', ({ probe }) => memoryRows(letters, SERVER, probe)],
  export: ['Export', () => exportRows(letters, at('../../dist/cli.js'))],
  size: ['Bundles', () => sizeRows(at('../../dist'))],
};

const folder = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
const helpers: Helpers = { empty: path.join(folder, 'empty-server.js'), probe: path.join(folder, 'heap-probe.js') };
const wanted = process.argv[2]?.split(',') ?? Object.keys(PARTS);

const main = async (): Promise<void> => {
  await build({
    entryPoints: [at('empty-server.ts'), at('heap-probe.ts')],
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores, ${letters.texts.length} letters (${letters.name})`,
  );
  for (const [name, [title, rows]] of Object.entries(PARTS)) {
    if (wanted.includes(name)) console.log(`\n${report(title, await rows(helpers))}`);
  }
};

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true }));
