/** Builds the extension if needed, for `npm start` and the tests in VS Code; `node scripts/vscode/built.mjs` by itself. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './install.mjs';
import { Failure, run } from './npm.mjs';

const BUNDLES = [
  'client',
  'later',
  'server',
  'writers',
  'agreement',
  'changes',
  'cli',
  'webview/preview',
  'webview/cases',
];
const SOURCES = ['client', 'server', 'schema', 'scripts/build.mjs', 'package.json', 'package-lock.json'];

/** Builds the extension's bundles where one is missing or older than a source. */
export async function ensureBuilt(say) {
  const oldest = Math.min(...BUNDLES.map((name) => newest(join(ROOT, 'dist', `${name}.js`)) ?? 0));
  if (SOURCES.every((source) => (newest(join(ROOT, source)) ?? 0) <= oldest)) return;
  say('Building the extension.');
  const { code, stdout, stderr } = await run(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), ...BUNDLES], {
    cwd: ROOT,
  });
  if (code !== 0) throw new Failure(`The extension cannot be built:\n${stderr.trim() || stdout.trim()}`);
}

/** When a file, or the newest file of a folder, was changed last (milliseconds); undefined where there is none. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return found?.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)) ?? 0));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureBuilt(console.log);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
