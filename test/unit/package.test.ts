import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { CHECKS } from '../../server/src/checks/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KB = 1024;
/** The extension is downloaded by each of its users. */
const BUDGET = 900 * KB;

/** All that goes into the extension's package; samples and the pages of the checks are added as they stand. */
const EXTENSION = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/browser/client.js',
  'dist/browser/server.js',
  'dist/client.js',
  'dist/server.js',
  'images/icon.png',
  'images/letter-dark.svg',
  'images/letter-light.svg',
  'package.json',
  'package.nls.json',
  'schema/case-1.json',
  'snippets/imr-letter.json',
  'syntaxes/imr-letter.tmLanguage.json',
  'syntaxes/language-configuration.json',
  'walkthrough/export.svg',
  'walkthrough/find.svg',
  'walkthrough/fix.svg',
  'walkthrough/open.svg',
];

/** All that goes into the npm package. */
const COMMAND_LINE = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli.js',
  'dist/server.js',
  'package.json',
  'schema/case-1.json',
];

const packaged = listFiles({ cwd: ROOT, packageManager: PackageManager.None });

void test('package: the extension holds these files and no other', async () => {
  const letters = readdirSync(join(ROOT, 'samples')).filter((name) => name.endsWith('.imr.txt'));
  const expected = [
    ...EXTENSION,
    ...letters.map((name) => `samples/${name}`),
    ...CHECKS.map(({ code }) => `docs/checks/${code}.md`),
  ];
  assert.deepEqual([...(await packaged)].sort(), expected.sort());
});

void test('package: every file the manifest names is in the extension', async () => {
  const files = await packaged;
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'), (name, value: unknown) =>
    ['bin', 'scripts', 'devDependencies', 'extensions'].includes(name) ? undefined : value,
  );
  const named = [
    ...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|images|samples|snippets|syntaxes|walkthrough)\/[^"]+)"/g),
  ].map(([, path]) => path);
  assert.ok(named.length > 5, named.join(', '));
  for (const path of named) assert.ok(path !== undefined && files.includes(path), path);
});

void test('package: the extension keeps within its size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-package-'));
  try {
    const out = join(folder, 'letters.vsix');
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), '--no-build', '--out', out], {
      cwd: ROOT,
      stdio: 'pipe',
    });
    assert.ok(statSync(out).size <= BUDGET, `${statSync(out).size} bytes`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

void test('package: the command line holds these files and no other', () => {
  const shell = process.platform === 'win32';
  const answer = execFileSync(
    shell ? 'npm.cmd' : 'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=silent'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      shell,
    },
  );
  const [pack] = JSON.parse(answer) as { readonly files: readonly { readonly path: string }[] }[];
  assert.deepEqual(pack?.files.map(({ path }) => path).sort(), COMMAND_LINE);
});
