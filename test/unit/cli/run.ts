import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const SAMPLES = path.join(ROOT, 'samples');

const TEMPORARY = realpathSync(mkdtempSync(path.join(tmpdir(), 'imr-cli-')));
process.once('exit', () => rmSync(TEMPORARY, { recursive: true, force: true }));

/** The command line, bundled from the sources as they are: a bundle starts many times faster than they do. */
export const COMMAND: readonly [string, string] = [process.execPath, path.join(TEMPORARY, 'cli.js')];
buildSync({
  absWorkingDir: ROOT,
  entryPoints: ['server/src/cli/main.ts'],
  outfile: COMMAND[1],
  bundle: true,
  platform: 'node',
  format: 'cjs',
});

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder, with bytes on its standard input. */
export const imrLetters = (cwd: string, args: readonly string[], stdin: string | Uint8Array = ''): Promise<Result> =>
  new Promise((resolve, reject) => {
    const [program, main] = COMMAND;
    const child = spawn(program, [main, ...args], { cwd });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // A command that reads nothing may end first.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });

/** A folder of its own for a test, with the project's samples in `samples/`. */
export const workFolder = (): string => {
  const folder = mkdtempSync(path.join(TEMPORARY, 'work-'));
  cpSync(SAMPLES, path.join(folder, 'samples'), { recursive: true });
  return folder;
};
