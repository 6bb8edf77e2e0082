/**
 * Opens VS Code with the extension running and a letter showing: `npm start [-- [--browser] [FOLDER]]`.
 *
 * FOLDER is `samples/` unless given; a letter's own path shows that letter. The desktop VS Code is used where its
 * command `code` is on the PATH; otherwise, or with `--browser`, the VS Code server of scripts/vscode/ in a browser.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './vscode/built.mjs';
import { CACHE, install, ROOT } from './vscode/install.mjs';
import { Failure } from './vscode/npm.mjs';
import { startServer } from './vscode/server.mjs';
import { askedToEnd } from './vscode/signals.mjs';

const USAGE_ERROR = 2;
/** A folder is looked through for its first letter as far as this many entries; it may be somebody's whole archive. */
const LOOK_AT_MOST = 5000;

class UsageError extends Failure {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new Error('more than one folder is given');
    return { browser: values.browser, path: positionals[0] };
  } catch (error) {
    throw new UsageError(`Usage: npm start [-- [--browser] [FOLDER]] (${error.message})`);
  }
}

/** The folder to open and the letter to show in it, null where it holds none. */
function target(path) {
  // npm runs its scripts in the project's folder; a relative path is meant from where the person stands.
  const asked = path === undefined ? join(ROOT, 'samples') : resolve(process.env['INIT_CWD'] ?? '.', path);
  try {
    if (statSync(asked).isFile()) return { folder: dirname(asked), letter: asked };
    return { folder: asked, letter: firstLetter(asked) };
  } catch (error) {
    const reason =
      { ENOENT: 'there is no such folder', EACCES: 'it may not be read' }[error.code] ?? error.code ?? error.message;
    throw new UsageError(`${asked} cannot be opened: ${reason}.`);
  }
}

/** The first letter by name, files of a folder before its folders; else the first text file. */
function firstLetter(folder) {
  const byName = (a, b) => (a.name < b.name ? -1 : 1);
  let text = null;
  let left = LOOK_AT_MOST;
  for (const folders = [folder]; folders.length > 0 && left > 0; ) {
    const here = folders.shift();
    const entries = read(here, here === folder).sort(byName);
    left -= entries.length;
    const find = (pattern) => entries.find((entry) => entry.isFile() && pattern.test(entry.name))?.name;
    const letter = find(/\.imr(?:\.txt)?$/i);
    if (letter !== undefined) return join(here, letter);
    const other = find(/\.txt$/i);
    if (other !== undefined) text ??= join(here, other);
    folders.push(
      ...entries
        .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
        .map(({ name }) => join(here, name)),
    );
  }
  return text;
}

/** The entries of a folder; of one further down that may not be read, none. */
function read(folder, outermost) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (outermost) throw error;
    return [];
  }
}

/** The desktop's command, unless it is the one of a VS Code terminal, which can only speak to the window around it. */
function desktopCommand() {
  if (process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  });
}

/** Opens an extension development window; the command itself ends at once. Gives the exit code. */
function openDesktop(command, { folder, letter }) {
  const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, folder, ...(letter === null ? [] : [letter])];
  const shell = process.platform === 'win32';
  const child = spawn(shell ? `"${command}"` : command, shell ? args.map((each) => `"${each}"`) : args, {
    stdio: 'inherit',
    shell,
  });
  return new Promise((done, failed) => {
    child.once('error', (error) =>
      failed(new Failure(`${command} cannot be started (${error.code}). npm start -- --browser does without it.`)),
    );
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Runs the server until Ctrl+C. Gives the exit code. */
async function openBrowser({ folder, letter }) {
  const server = await startServer({ folder: await install('server', console.log), data: join(CACHE, 'data') });
  const stopped = askedToEnd().then(() => true);
  const payload = [
    ['extensionDevelopmentPath', server.uri(ROOT)],
    ['skipWelcome', 'true'],
    ...(letter === null ? [] : [['openFile', server.uri(letter)]]),
  ];
  const address = server.address({ folder, payload: JSON.stringify(payload) });
  console.log(
    `VS Code is running with the extension. Open this address in a browser:\n\n${address}\n\nPress Ctrl+C to stop.`,
  );
  showInBrowser(address);
  if (await Promise.race([stopped, server.ended.then(() => false)])) {
    console.log('\nStopping.');
    await server.stop();
    return 0;
  }
  console.error('The VS Code server ended by itself. Run npm start again.');
  return 1;
}

/** Tries to show the address in the person's browser. A machine without one has the address in the terminal. */
function showInBrowser(address) {
  const [command, ...args] = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }[
    process.platform
  ] ?? ['xdg-open'];
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!screen || process.env['BROWSER'] === 'none') return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

async function main() {
  const { browser, path } = readArguments();
  const wanted = target(path);
  await ensureBuilt(console.log);
  const command = browser ? undefined : desktopCommand();
  return command === undefined ? openBrowser(wanted) : openDesktop(command, wanted);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? USAGE_ERROR : 1;
}
