/** A headless browser for the tests and the screenshot: the one of the registry where it runs, else an installed one. */
import { accessSync, constants, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { HAS_CHROMIUM } from './components.mjs';
import { Failure, run } from './npm.mjs';

const ARGUMENTS = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--font-render-hinting=none'];

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')];
  }),
];

/** Starts the browser with what is installed in `folder` (see install.mjs); gives Playwright's browser. Throws a Failure where there is none. */
export async function launchBrowser(folder) {
  const { executablePath, env } = await findBrowser(folder);
  const { chromium } = createRequire(join(folder, 'playwright', 'package.json'))('./index.js');
  // Signals are the caller's: Playwright's own handlers would end this process before it has put things away.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: ARGUMENTS, ...signals });
}

/** Path and extra environment of the browser: CHROME_PATH, the registry's, or one on this machine, in this order. */
async function findBrowser(folder) {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') {
    if (!existsSync(wanted)) throw new Failure(`CHROME_PATH names no file: ${wanted}`);
    return { executablePath: wanted, env: {} };
  }
  const why = [];
  if (HAS_CHROMIUM) {
    const found = await registryBrowser(folder, why);
    if (found !== null) return found;
  }
  const executablePath = installedBrowser();
  if (executablePath !== undefined) return { executablePath, env: {} };
  throw new Failure(
    `No browser was found for a headless VS Code. Install Chrome, Chromium or Edge, or name one in CHROME_PATH.${why.map((each) => ` (${each})`).join('')}`,
  );
}

/**
 * The registry's Chromium, which brings the few libraries a bare machine lacks. They are used only where it does not
 * start without them: they are newer than the C library of some machines that have their own.
 */
async function registryBrowser(folder, why) {
  const executablePath = join(folder, 'chromium');
  const libraries = [join(folder, 'libraries', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: await fontSettings(join(folder, 'fonts')) };
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }]) {
    const { code, stderr } = await run(executablePath, ['--version'], { env: { ...process.env, ...env } });
    if (code === 0) return { executablePath, env };
    why.push(stderr.trim().split('\n')[0] ?? '');
  }
  return null;
}

/** Settings that name the fonts it brings, for a machine that has no fonts at all. */
async function fontSettings(folder) {
  const file = join(folder, 'here.conf');
  const xml = (path) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const text = `<?xml version="1.0"?>\n<fontconfig><dir>${xml(folder)}</dir><cachedir>${xml(join(folder, 'cache'))}</cachedir></fontconfig>\n`;
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
  return file;
}

function installedBrowser() {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...onPath, ...PLACES].find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
