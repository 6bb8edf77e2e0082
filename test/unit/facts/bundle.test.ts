import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { decoded, encoded } from '../../../scripts/base91.mjs';
import { factsApart, factsPlugin } from '../../../scripts/facts-plugin.mjs';
import { topicsOf } from '../../../server/src/facts/index.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ENTRY = "export { matchStateAt, topicsOf } from './server/src/facts/index.ts';";

const bundle = async (entry = ENTRY, apart = false): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: ROOT, sourcefile: 'entry.ts', loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    plugins: [factsPlugin({ apart })],
    absWorkingDir: path.resolve(ROOT),
  });
  return outputFiles[0]?.text ?? '';
};

interface Bundled {
  readonly matchStateAt: (text: string, offset: number) => unknown;
  readonly topicsOf: (id: string) => unknown;
}

test('in a bundle a table is unpacked at first use, and says the same as in the sources', async () => {
  const parsed: number[] = [];
  const watched = { parse: (text: string): unknown => (parsed.push(text.length), JSON.parse(text) as unknown) };
  const exported = { exports: {} as Bundled };
  vm.runInNewContext(await bundle(), { module: exported, exports: exported.exports, JSON: watched, TextDecoder });
  const facts = exported.exports;
  assert.deepEqual(parsed, [], 'nothing is parsed when the bundle is loaded');
  assert.deepEqual({ ...(facts.matchStateAt('Texas', 0) as object) }, { name: 'Texas', length: 5 });
  assert.equal(parsed.length, 1, 'one table for one look-up');
  facts.matchStateAt('Ohio', 0);
  assert.equal(parsed.length, 1, 'and only once');
  assert.equal(
    JSON.stringify(facts.topicsOf('mtus/chronic-pain-2009')),
    JSON.stringify(topicsOf('mtus/chronic-pain-2009')),
  );
});

test('tables apart are loaded from the file beside the bundle, at first use', async () => {
  const file = { exports: {} };
  vm.runInNewContext(await factsApart(path.join(ROOT, 'server/src/facts')), { module: file });
  const asked: string[] = [];
  const require = (name: string): unknown => (asked.push(name), file.exports);
  const exported = { exports: {} as Bundled };
  vm.runInNewContext(await bundle(ENTRY, true), { module: exported, exports: exported.exports, require, TextDecoder });
  assert.deepEqual(asked, []);
  assert.deepEqual({ ...(exported.exports.matchStateAt('Texas', 0) as object) }, { name: 'Texas', length: 5 });
  assert.deepEqual(asked, ['./facts.js']);
});

test('each table comes out of the bundle as it went in', async () => {
  const folder = path.join(ROOT, 'server/src/facts/data');
  for (const file of readdirSync(folder)) {
    const exported = { exports: {} as { readonly default: Record<string, unknown> } };
    const code = await bundle(`import table from './server/src/facts/data/${file}'; export default table;`);
    vm.runInNewContext(code, { module: exported, exports: exported.exports, TextDecoder });
    const { $schema, ...table } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>;
    assert.ok($schema, file);
    assert.deepEqual(JSON.parse(JSON.stringify({ ...exported.exports.default })), table, file);
  }
});

for (const table of ['sentences', 'starts', 'whole'])
  test(`the ${table} of the forms too`, async () => {
    const name = `server/src/facts/formats/${table}.json`;
    const exported = { exports: {} as { readonly default: Record<string, unknown> } };
    const code = await bundle(`import table from './${name}'; export default table;`);
    vm.runInNewContext(code, { module: exported, exports: exported.exports, TextDecoder });
    const rows = JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as unknown;
    assert.deepEqual(JSON.parse(JSON.stringify({ ...exported.exports.default })), rows);
    assert.ok((await factsApart(path.join(ROOT, 'server/src/facts'))).includes(`"${table}": '`));
  });

test('the tables stay within their part of the bundle', async () => {
  const size = Buffer.byteLength(await bundle());
  assert.ok(size <= 170 * 1024, `${String(size)} bytes`);
});

test('bytes come out of their text as they went in, and nothing of it wants escaping', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = encoded(bytes);
      assert.doesNotMatch(text, /[^\x21-\x7e]|['"\\]/);
      assert.deepEqual(decoded(text).subarray(0, bytes.length), bytes);
    }),
  );
});
