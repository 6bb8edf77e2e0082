/**
 * Runs the suite in a real VS Code: the desktop's where one is installed or can be downloaded and there is a screen,
 * else the VS Code server in a headless browser (scripts/vscode/launcher.mjs). The suite is the same.
 *
 * IMR_VSCODE names the executable of a desktop VS Code, or is `server` for the other kind. IMR_TEST_ONLY: only the tests
 * whose name contains it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import type { Outcome } from './suite/runner.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LAUNCHER = join(ROOT, 'scripts', 'vscode', 'launcher.mjs');
const SUITE = join(ROOT, 'dist', 'test', 'vscode.js');
/** The oldest VS Code the extension promises to run in: `engines.vscode` of package.json. */
const OLDEST = '1.100.0';

const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'workbench.startupEditor': 'none',
  'files.autoSave': 'off',
};

/** Runs the suite. Throws where VS Code could not be started or ended before the suite did. */
export async function runSuite(): Promise<readonly Outcome[]> {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'vscode', 'built.mjs')], { stdio: 'inherit' });
  await bundle();
  const run = await mkdtemp(join(tmpdir(), 'imr-vscode-'));
  try {
    const results = join(run, 'results.json');
    const workspace = join(run, 'a workspace');
    await cp(join(ROOT, 'samples'), workspace, { recursive: true });
    await mkdir(join(run, 'user', 'User'), { recursive: true });
    await writeFile(join(run, 'user', 'User', 'settings.json'), JSON.stringify(SETTINGS));
    const ended = await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: SUITE,
      launchArgs: [workspace, `--user-data-dir=${join(run, 'user')}`, `--extensions-dir=${join(run, 'extensions')}`],
      extensionTestsEnv: { IMR_TEST_RESULTS: results },
    }).then(
      () => null,
      (error: unknown) => error,
    );
    if (!existsSync(results))
      throw new Error('VS Code ended without the results of the tests; see what it printed above.', { cause: ended });
    return JSON.parse(await readFile(results, 'utf8')) as Outcome[];
  } finally {
    await rm(run, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: [join(ROOT, 'test', 'vscode', 'suite', 'index.ts')],
    outfile: SUITE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function executable(): Promise<string> {
  const wanted = process.env['IMR_VSCODE'];
  if (wanted !== undefined && wanted !== 'server') return wanted;
  const screen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const desktop = wanted === undefined && screen ? (installed() ?? (await downloaded())) : undefined;
  if (desktop !== undefined) return desktop;
  // Archives of the sources do not always keep the permission.
  await chmod(LAUNCHER, 0o755);
  return LAUNCHER;
}

/** The executable of an installed desktop VS Code; its `code` command is a script beside it that does not wait. */
function installed(): string | undefined {
  const command = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'code'))
    .find(existsSync);
  const places = [
    ...(command === undefined ? [] : [join(dirname(realpathSync(command)), '..', 'code')]),
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
    join(process.env['LOCALAPPDATA'] ?? '', 'Programs', 'Microsoft VS Code', 'Code.exe'),
  ];
  return places.find(existsSync);
}

async function downloaded(): Promise<string | undefined> {
  return downloadAndUnzipVSCode({ version: OLDEST, cachePath: join(ROOT, '.vscode-test') }).catch(() => undefined);
}
