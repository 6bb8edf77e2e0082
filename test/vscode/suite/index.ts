/** The tests that run inside VS Code's extension host, bundled to dist/test/vscode.js (test/vscode/run.ts). */
import { writeFile } from 'node:fs/promises';
import './annotating.ts';
import './carrying.ts';
import './checking.ts';
import './exporting.ts';
import './fixing.ts';
import './formatting.ts';
import './reading.ts';
import './recognition.ts';
import './survival.ts';
import { closeAll } from './editor.ts';
import { runAll } from './runner.ts';

/**
 * Called by VS Code. Writes the outcomes to the file named by IMR_TEST_RESULTS, because what a host prints differs from
 * one kind of VS Code to the other; a rejection makes its exit code 1.
 */
export async function run(): Promise<void> {
  const file = process.env['IMR_TEST_RESULTS'];
  const outcomes = await runAll(process.env['IMR_TEST_ONLY'] ?? '', async ({ name, error, milliseconds }) => {
    console.log(
      `${error === null ? 'ok' : 'not ok'} - ${name} (${milliseconds} ms)${error === null ? '' : `\n${error}`}`,
    );
    await closeAll();
  });
  const failed = outcomes.filter(({ error }) => error !== null).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  if (file !== undefined) await writeFile(file, JSON.stringify(outcomes));
  if (failed > 0) throw new Error(`${failed} of ${outcomes.length} tests failed.`);
}
