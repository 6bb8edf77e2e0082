import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { codeOf, eventually, hover, inWorkspace, outline, problems, show } from './editor.ts';
import { test } from './runner.ts';

const LETTER = 'damaged-fields.imr.txt';

/** Number, parent and command line of a process. */
type Process = readonly [pid: number, parent: number, command: string];

/** The processes of this machine. A bare Linux machine has no `ps`. */
function processes(): readonly Process[] {
  if (process.platform !== 'linux') {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
    return table.split('\n').map((row) => {
      const [pid, parent, ...command] = row.trim().split(/\s+/);
      return [Number(pid), Number(parent), command.join(' ')];
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Process[] => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
        return [[Number(name), parent, readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')]];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

/** The language servers that this extension host has started. */
const servers = (): readonly number[] =>
  processes()
    .filter(([, parent, command]) => parent === process.pid && /dist[\\/]server\.js/.test(command))
    .map(([pid]) => pid);

const server = (other?: number): Promise<number> =>
  eventually('the language server', () => servers().find((pid) => pid !== other));

async function answers(): Promise<void> {
  const document = await show(inWorkspace(LETTER));
  assert.ok((await outline(document.uri)).length > 0);
  await hover(document, 'MTUS Chronic Pain Medical Treatment 2009');
  await problems(document.uri, 'problems', (all) => all.some((each) => codeOf(each) === 'missing.decision'));
}

test('a server that is killed comes back and answers', async () => {
  await answers();
  const first = await server();
  process.kill(first, 'SIGKILL');
  const second = await server(first);
  await answers();
  assert.deepEqual(servers(), [second]);
});

test('the problems that are shown after a crash are those of the text as it is now', async () => {
  const document = await show(inWorkspace(LETTER));
  const found = await problems(document.uri, 'problems', (all) =>
    all.some((each) => codeOf(each) === 'missing.decision'),
  );
  const line = found.find((each) => codeOf(each) === 'missing.decision')?.range.start.line ?? -1;
  process.kill(await server(), 'SIGKILL');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(line).range.end, ' Overturned');
  await vscode.workspace.applyEdit(edit);
  const after = await problems(
    document.uri,
    'the problem to go',
    (all) => all.length > 0 && all.every((each) => codeOf(each) !== 'missing.decision'),
  );
  assert.ok(after.length < found.length);
});

test('the restart command starts another server', async () => {
  await answers();
  const first = await server();
  await vscode.commands.executeCommand('imr.restartServer');
  const second = await server(first);
  await answers();
  assert.deepEqual(servers(), [second], 'the first one is gone');
});

test('the log tells of the server and holds nothing of a letter', async () => {
  await answers();
  const letter = await show(inWorkspace(LETTER));
  await vscode.commands.executeCommand('imr.showLog');
  const log = await eventually('the log to be shown', () =>
    vscode.workspace.textDocuments.find(
      ({ uri, getText }) => uri.scheme === 'output' && getText().includes('language server'),
    ),
  );
  const logged = log.getText().toLowerCase();
  // A request that failed when its server was killed is logged in the program's own words, which letters have too.
  const { extensionPath } = vscode.extensions.getExtension('imr-letters.imr-letters') ?? assert.fail();
  const program = readFileSync(join(extensionPath, 'dist', 'client.js'), 'utf8').toLowerCase();
  const words = (
    letter
      .getText()
      .toLowerCase()
      .match(/[a-z]{7,}/g) ?? []
  ).filter((word) => !program.includes(word));
  assert.ok(new Set(words).size > 50, 'the letter has long words to look for');
  const found = words.filter((word) => logged.includes(word));
  assert.deepEqual(found, []);
});
