import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** A failure whose message is one sentence for the person at the terminal; no stack is shown. */
export class Failure extends Error {}

const UNREACHABLE =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|SELF_SIGNED_CERT_IN_CHAIN)\b/;
const REFUSED = /\b(?:E401|E403|E404|E429|E5\d\d|ENEEDAUTH|ETARGET|EINTEGRITY|ENOSPC|EACCES|ENOENT)\b/;
const FLAGS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
];

/**
 * Runs npm in `cwd` and gives what it printed. `what` names the goal in the sentence thrown when npm fails:
 * what failed, why, and what to do.
 */
export async function npm(args, { cwd, what }) {
  const { code, stdout, stderr } = await run(...npmCommand([...args, ...FLAGS]), { cwd, env: environment() });
  if (code === 0) return stdout;
  const text = `${stderr}\n${stdout}`;
  const reason = (UNREACHABLE.exec(text) ?? REFUSED.exec(text))?.[0];
  if (UNREACHABLE.test(text)) {
    throw new Failure(
      `The npm registry ${await registry(cwd)} cannot be reached (${reason}), so ${what} could not be fetched. ` +
        'Check the network or the proxy (npm config get proxy) and run the command again; what was fetched is kept.',
    );
  }
  throw new Failure(`npm could not fetch ${what} (${reason ?? `exit code ${code}`}): ${firstLine(text)}`);
}

async function registry(cwd) {
  const { code, stdout } = await run(...npmCommand(['config', 'get', 'registry', '--loglevel=silent']), {
    cwd,
    env: environment(),
  });
  return code === 0 ? stdout.trim() : '';
}

/** npm as it runs this script, else the one on the PATH. */
function npmCommand(args) {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && basename(cli).startsWith('npm-cli.')) return [process.execPath, [cli, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/** Without what `npm start` itself put there about this project: npm is to look at the folder it is called in. */
function environment() {
  const own = /^npm_(?:package_|lifecycle_|config_local_prefix$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function firstLine(text) {
  const line = text.split('\n').find((each) => /\S/.test(each.replace(/^npm (?:error|ERR!)(?: code \S+)?/, '')));
  return (line ?? 'no reason given').replace(/^npm (?:error|ERR!) ?/, '').trim();
}

/** Runs a program to its end: exit code and what it printed. A program that cannot be started throws a Failure. */
export function run(command, args, { cwd, env = process.env, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => reject(new Failure(`${command} cannot be started (${error.code ?? error.message}).`)));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
    if (input !== undefined) {
      // A reader that gives up early is reported by its exit code.
      child.stdin.on('error', () => undefined);
      input.on('error', reject);
      input.pipe(child.stdin);
    }
  });
}
