#!/usr/bin/env node
/**
 * Stands in for a desktop VS Code's executable in `runTests` of @vscode/test-electron: understands the same arguments,
 * runs the extension and its tests in the VS Code server and a headless browser, prints what they print, and ends with
 * their exit code.
 *
 *   launcher.mjs --extensionDevelopmentPath=EXT --extensionTestsPath=MODULE [--user-data-dir=DIR] [FOLDER]
 *
 * IMR_VSCODE_TIMEOUT: seconds after which a run that has not ended is ended (180).
 * IMR_VSCODE_VERBOSE=1: prints the editor's own log too.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { CACHE, install } from './install.mjs';
import { Failure } from './npm.mjs';
import { startServer } from './server.mjs';
import { askedToEnd } from './signals.mjs';

const VERBOSE = process.env['IMR_VSCODE_VERBOSE'] === '1';
const TIMEOUT = Number(process.env['IMR_VSCODE_TIMEOUT'] ?? 180);

/** The arguments that matter here; all others of the desktop's are for its windows and are passed over. */
function readArguments(args) {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests, 'user-data-dir': userData } = values;
  if (typeof extension !== 'string' || typeof tests !== 'string') {
    throw new Failure('The launcher needs --extensionDevelopmentPath=FOLDER and --extensionTestsPath=MODULE.');
  }
  const folder = positionals[0] === undefined ? undefined : resolve(positionals[0]);
  return { extension: resolve(extension), tests: resolve(tests), userData, folder };
}

/** The settings a caller has put where the desktop keeps them. */
async function settingsOf(userData) {
  if (typeof userData !== 'string') return {};
  return readFile(join(userData, 'User', 'settings.json'), 'utf8').then(JSON.parse, () => ({}));
}

/** Runs the tests; gives their exit code. `later` gets what must be ended when the run is over, last first. */
async function runTests({ extension, tests, userData, folder }, later) {
  const installed = { server: await install('server', console.log), browser: await install('browser', console.log) };
  const data = await mkdtemp(join(CACHE, 'data-'));
  later.push(() => rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const server = await startServer({ folder: installed.server, data, settings: await settingsOf(userData) });
  later.push(server.stop);
  const browser = await launchBrowser(installed.browser);
  later.push(() => browser.close());

  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions });
  const outcome = Promise.race([
    exitCode(page),
    failure(new Promise((gone) => browser.once('disconnected', gone)), 'The browser ended before the tests did.'),
    failure(new Promise((gone) => page.once('crash', gone)), 'The page of the editor crashed before the tests ended.'),
    failure(server.ended, 'The VS Code server ended before the tests did.'),
  ]);
  outcome.catch(() => undefined);
  await page.exposeFunction('codeAutomationLog', print);
  const payload = [
    ['extensionDevelopmentPath', server.uri(extension)],
    ['extensionTestsPath', server.uri(tests)],
    ['skipWelcome', 'true'],
  ];
  await page.goto(
    server.address({ ...(folder === undefined ? { ew: 'true' } : { folder }), payload: JSON.stringify(payload) }),
  );
  return outcome;
}

const exitCode = (page) =>
  new Promise((resolve, reject) => page.exposeFunction('codeAutomationExit', (code) => resolve(code)).catch(reject));

const failure = async (event, message) => {
  await event;
  throw new Failure(message);
};

/** What the editor itself logs in every run. */
const NOISE =
  /^(?:Resolv(?:ing|ed) connection token|Creating a socket|Creation of workbench contribution|Updating additional builtin|Ignoring fetching additional builtin|ChatSessionStore|\[Service Worker\])/;

function print(type, args) {
  const text = args.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ');
  if (VERBOSE || !NOISE.test(text)) console.log(type === 'info' || type === 'log' ? text : `[${type}] ${text}`);
}

async function main() {
  const later = [];
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure(`The tests in VS Code did not end within ${TIMEOUT} seconds (IMR_VSCODE_TIMEOUT).`)),
      TIMEOUT * 1000,
    );
  });
  const stopped = askedToEnd().then(() => 130);
  try {
    return await Promise.race([runTests(readArguments(process.argv.slice(2)), later), tooLong, stopped]);
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    return 1;
  } finally {
    clearTimeout(timer);
    for (const end of later.reverse()) await end().catch((error) => console.error(error));
  }
}

process.exit(await main());
