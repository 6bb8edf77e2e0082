import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { CHECKS } from '../../server/src/checks/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KB = 1024;
/** The extension is downloaded by each of its users. */
const BUDGET = 1250 * KB;

/** All that goes into the extension's package; samples and the pages of the checks are added as they stand. */
const EXTENSION = [
  'LICENSE.txt',
  'changelog.md',
  'dist/THIRD-PARTY-LICENSES.txt',
  'dist/agreement.js',
  'dist/browser/client.js',
  'dist/browser/server.js',
  'dist/changes.js',
  'dist/client.js',
  'dist/facts.js',
  'dist/later.js',
  'dist/server.js',
  'dist/webview/cases.css',
  'dist/webview/cases.js',
  'dist/webview/preview.css',
  'dist/webview/preview.js',
  'dist/writers.js',
  'images/flag-dark.svg',
  'images/flag-light.svg',
  'images/icon.png',
  'images/letter-dark.svg',
  'images/letter-light.svg',
  'images/views.svg',
  'package.json',
  'package.nls.json',
  'readme.md',
  'schema/case-1.json',
  'schema/labels-1.json',
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
  'dist/THIRD-PARTY-LICENSES.txt',
  'dist/agreement.js',
  'dist/changes.js',
  'dist/cli.js',
  'dist/facts.js',
  'dist/server.js',
  'dist/writers.js',
  'package.json',
  'schema/case-1.json',
  'schema/labels-1.json',
  'schema/tables-1.json',
];

/** The extension's package, made of the bundles as they are. */
function extensionPackage(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'imr-package-'));
  try {
    const out = join(folder, 'letters.vsix');
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'package.mjs'), '--no-build', '--out', out], {
      stdio: 'pipe',
    });
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const STORED = 0;

/** The files in a zip file by name, in the order of its central directory. */
function filesIn(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = (field: number): number => zip.readUInt16LE(at + field);
    const [method, name, extra, comment] = [size(10), size(28), size(30), size(32)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    found.set(zip.toString('utf8', at + 46, at + 46 + name), method === STORED ? packed : inflateRawSync(packed));
    at += 46 + name + extra + comment;
  }
  return found;
}

const extension = extensionPackage();
const contents = filesIn(extension);
const files = [...contents.keys()]
  .filter((name) => name.startsWith('extension/'))
  .map((name) => name.slice('extension/'.length));
const textOf = (file: string): string => contents.get(`extension/${file}`)?.toString('utf8') ?? '';

void test('package: the extension holds these files and no other', () => {
  const letters = readdirSync(join(ROOT, 'samples')).filter((name) => name.endsWith('.imr.txt'));
  const expected = [
    ...EXTENSION,
    ...letters.map((name) => `samples/${name}`),
    'docs/checks/README.md',
    ...CHECKS.map(({ code }) => `docs/checks/${code}.md`),
  ];
  assert.deepEqual([...files].sort(), expected.sort());
});

void test('package: every file the manifest names is in the extension', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'), (name, value: unknown) =>
    ['bin', 'scripts', 'devDependencies', 'extensions'].includes(name) ? undefined : value,
  );
  const named = [
    ...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|images|samples|snippets|syntaxes|walkthrough)\/[^"]+)"/g),
  ].map(([, path]) => path);
  assert.ok(named.length > 5, named.join(', '));
  for (const path of named) assert.ok(path !== undefined && files.includes(path), path);
});

void test('package: the extension’s page has no picture and no link that leads nowhere', () => {
  const page = textOf('readme.md');
  const source = readFileSync(join(ROOT, 'README.md'), 'utf8');
  assert.equal(page.split('\n', 1)[0], source.split('\n', 1)[0]);
  assert.match(source, /!\[[^\]]+\]\(images\/screenshot\.png\)/);
  const targets = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);
  assert.ok(
    targets.every((target) => /^(?:https:|#)/.test(target)),
    targets.join(', '),
  );
});

void test('package: the licences of all that is bundled go with it', () => {
  const licences = textOf('dist/THIRD-PARTY-LICENSES.txt');
  const packages = [...licences.matchAll(/^={80}\n(\S+) \S+ \([^)]+\)\n={80}$/gm)].map(([, name]) => name);
  for (const name of ['vscode-jsonrpc', 'vscode-languageclient', 'vscode-languageserver', 'minimatch', 'semver']) {
    assert.ok(packages.includes(name), `${name} is not in ${packages.join(', ')}`);
  }
  for (const text of licences.split(/^={80}\n.*\n={80}$/m).slice(1)) assert.ok(text.trim().length > 200, text);
});

void test('package: the extension keeps within its size', () => {
  assert.ok(extension.length <= BUDGET, `${extension.length} bytes`);
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
