/**
 * `npm run bench`: the product's speed, memory and size beside the budgets of docs/architecture.md, as ratios within one
 * run, so that the machine does not matter. `npm run bench -- parse,size` measures some of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { annotationRows } from './annotations.ts';
import { editingRows } from './editing.ts';
import { exportRows } from './export.ts';
import { hoverRows } from './hover.ts';
import { benchLetters } from './letters.ts';
import { memoryRows, sizeRows, startRows } from './process.ts';
import type { Product } from './product.ts';
import { speedRows } from './speed.ts';
import { type Row, report } from './statistics.ts';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const SERVER = at('../../dist/server.js');
const letters = benchLetters();

/** Bundled for the run: what the server is compared with, what looks into its memory, and the product itself. */
interface Helpers {
  readonly empty: string;
  readonly probe: string;
  readonly product: Product;
}

const PARTS: Readonly<Record<string, readonly [title: string, rows: (helpers: Helpers) => Row[] | Promise<Row[]>]>> = {
  parse: ['Parsing', ({ product }) => speedRows(letters, product)],
  hover: ['Hovering', ({ product }) => hoverRows(letters, product)],
  annotations: ['Annotations', ({ product }) => annotationRows(letters, product)],
  edit: ['Editing', ({ empty }) => editingRows(letters, SERVER, empty)],
  start: ['Starting', ({ empty }) => startRows(SERVER, empty)],
  memory: ['Memory', ({ probe }) => memoryRows(letters, SERVER, probe)],
  export: ['Export', () => exportRows(letters, at('../../dist/cli.js'))],
  size: ['Bundles', () => sizeRows(at('../../dist'))],
};

const folder = mkdtempSync(path.join(tmpdir(), 'imr-bench-'));
const wanted = process.argv[2]?.split(',') ?? Object.keys(PARTS);

const bundled = async (): Promise<Helpers> => {
  await build({
    entryPoints: [at('empty-server.ts'), at('heap-probe.ts'), at('product.ts')],
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const file = (name: string): string => path.join(folder, name);
  return {
    empty: file('empty-server.js'),
    probe: file('heap-probe.js'),
    product: (createRequire(import.meta.url)(file('product.js')) as { readonly product: Product }).product,
  };
};

const main = async (): Promise<void> => {
  const helpers = await bundled();
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
