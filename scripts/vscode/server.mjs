/** The VS Code server on 127.0.0.1, for a browser: what `npm start` and the tests run where no desktop VS Code is. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Failure } from './npm.mjs';

const READY = /Extension host agent listening on (\d+)/;
const READY_WITHIN = 60_000;
const STOP_WITHIN = 3000;
/** How much of what the server prints is kept for the sentence that says why it failed. */
const TAIL = 4000;

/** Nothing that phones out, asks, or distracts. The person's own settings of `settings` win. */
const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
};

/**
 * Starts the server installed in `folder` (see install.mjs) with its data in `data`, and waits until it listens.
 * Gives its `authority` (127.0.0.1 and a free port), `address(query)` for a browser, `stop()`, which ends it and all
 * that it started, and `ended`, a promise of its exit. A random token keeps other pages and users of the machine out.
 */
export async function startServer({ folder, data, settings = {}, env = process.env }) {
  await writeSettings(data, { ...QUIET, ...settings });
  const outside = await aside(folder);
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      join(folder, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--server-data-dir', data],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--builtin-extensions-dir', join(outside, 'extensions')],
    ],
    // A process group of its own, so that its extension hosts and their children end with it.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32', env: environment(env) },
  );
  const forget = endWith(child);
  const ended = new Promise((resolve) => child.once('exit', resolve))
    .then(() => rm(outside, { recursive: true, force: true }))
    .finally(forget);
  const port = await listening(child);
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    ended,
    address: (query) => `http://${authority}/?${queryString({ tkn: token, ...query })}`,
    /** The address of a file or folder of this machine inside the editor. */
    uri: (path) => pathToFileURL(path).href.replace('file://', `vscode-remote://${authority}`),
    stop: () => stop(child, ended),
  };
}

const queryString = (query) =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/**
 * A folder outside the project with a link to the editor's own extensions. In the project they would lie below the
 * extension in development, and the editor would take their themes for the ones being developed and force one on the
 * person.
 */
async function aside(folder) {
  const outside = await mkdtemp(join(tmpdir(), 'imr-vscode-'));
  await symlink(join(folder, 'extensions'), join(outside, 'extensions'), 'junction');
  return outside;
}

async function writeSettings(data, settings) {
  const folder = join(data, 'data', 'User');
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    // What the person has changed there since the first start is theirs.
    if (error.code !== 'EEXIST') throw error;
  }
}

/**
 * Without what npm tells its own scripts, and without what would make an editor inside an editor think it is the outer
 * one. No extension gallery: nothing is to be looked up outside.
 */
function environment(env) {
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:npm_|VSCODE_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|ELECTRON_)/.test(name)),
  );
  return { ...own, EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) };
}

/** The port the server says it listens on. Throws a Failure with its last words when it ends or stays silent instead. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why) =>
      reject(new Failure(`The VS Code server ${why}. Its last words:\n${printed.trim() || '(none)'}`));
    const silent = setTimeout(() => {
      end(child, 'SIGKILL');
      fail(`was not ready within ${READY_WITHIN / 1000} seconds`);
    }, READY_WITHIN);
    const listen = (text) => {
      printed = (printed + text).slice(-TAIL);
      const port = READY.exec(printed)?.[1];
      if (port === undefined) return;
      clearTimeout(silent);
      resolve(Number(port));
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('error', (error) => fail(`cannot be started (${error.code})`));
    child.once('exit', (code, signal) => {
      clearTimeout(silent);
      fail(`stopped at once (${signal ?? `exit code ${code}`})`);
    });
  });
}

async function stop(child, ended) {
  end(child, 'SIGTERM');
  const waiting = new AbortController();
  await Promise.race([ended, delay(STOP_WITHIN, undefined, { signal: waiting.signal }).catch(() => undefined)]);
  waiting.abort();
  // The group outlives its leader where an extension host is slow to go.
  end(child, 'SIGKILL');
  await ended;
}

function end(child, signal) {
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

/** The server never outlives this process, however that ends; gives the function that lifts this. */
function endWith(child) {
  const onExit = () => end(child, 'SIGKILL');
  process.once('exit', onExit);
  return () => process.off('exit', onExit);
}
