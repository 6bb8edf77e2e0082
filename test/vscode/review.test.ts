/** Review mode by its keys alone: no other test can press them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from '../webview/playwright.ts';
import { appears, openWindow, type Window } from './window.ts';

const LETTER = 'credentials-2015.imr.txt';
const AUTHOR = 'tester';

describe('review mode in a real VS Code', () => {
  let page: Page;
  let folder: string;
  let run: Window['run'];
  let end: Window['end'] = async () => undefined;
  let pressed = 0;

  const press = async (key: string): Promise<void> => {
    pressed++;
    await page.keyboard.press(key);
  };
  const status = (text: string | RegExp) => page.locator('.statusbar').getByRole('button', { name: text });
  /** What the annotator's own file holds, line for line. */
  const kept = async (letter = LETTER) =>
    (await readFile(join(folder, '.imr', 'annotations', letter, `${AUTHOR}.jsonl`), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly op: string; readonly state?: string; readonly progress?: string });

  before(async () => {
    ({ page, folder, run, end } = await openWindow({ 'imr.annotator': AUTHOR, 'files.autoSave': 'off' }));
    const files = page.locator('.explorer-folders-view .monaco-list');
    await appears(files);
    await files.getByRole('treeitem', { name: LETTER }).dblclick();
    await appears(page.locator('.codelens-decoration'));
  });
  after(() => end());

  test('a clean letter of one issue is confirmed and done in at most twenty keys, without a mouse', async () => {
    const text = await readFile(join(folder, LETTER), 'utf8');
    pressed = 0;
    await press('Control+k');
    await press('g');
    const fields = 15;
    for (let field = 1; field <= fields; field++) {
      await appears(status(new RegExp(`^Review ${field} of ${fields} · `)));
      await press('a');
    }
    await appears(status('Review done · N next letter'));
    await press('n');
    await appears(status(/^Review 1 of \d+ · Case number: /));
    assert.equal(await page.locator(`.tab[data-resource-name="${LETTER}"] .codicon-lock`).count(), 0);
    assert.ok(pressed <= 20, `${pressed} keys`);
    const lines = await kept();
    assert.ok(lines.length > fields);
    assert.deepEqual([...new Set(lines.map(({ op, state, progress }) => state ?? progress ?? op))].sort(), [
      'confirmed',
      'done',
    ]);
    assert.equal(await readFile(join(folder, LETTER), 'utf8'), text, 'the letter is not touched');
  });

  test('other decisions: skip, reject, undo, correct, flag and a note; what was decided is skipped the next time', async () => {
    const next = 'damaged-fields.imr.txt';
    const at = (field: number) => appears(status(new RegExp(`^Review ${field} of \\d+ · `)));
    const last = async (states: readonly string[]) => {
      const lines = await kept(next);
      assert.deepEqual(
        lines.slice(-states.length).map(({ op, state }) => state ?? op),
        states,
      );
    };
    await appears(page.getByRole('tab', { name: next }));
    await press('Space');
    await at(2);
    await press('x');
    await at(3);
    await last(['rejected']);
    await press('Backspace');
    await at(2);
    await last(['rejected', 'del']);
    await press('e');
    await appears(page.locator('.quick-input-widget input'));
    await page.locator('.quick-input-widget input').first().fill('2014-01-31');
    await press('Enter');
    await at(3);
    await last(['corrected']);
    await press('f');
    await at(4);
    await last(['flagged']);
    await press('c');
    await appears(page.locator('.quick-input-widget input'));
    await page.locator('.quick-input-widget input').first().fill('As the stamp has it.');
    await press('Enter');
    await at(5);
    await last(['confirmed']);
    await press('p');
    await at(4);
    await press('Escape');
    await status(/^Review /)
      .first()
      .waitFor({ state: 'hidden' });
    await run('IMR Letters: Review Case');
    await at(1);
    await press('a');
    await at(5);
  });

  test('the letter is read-only while it is reviewed, and as it was afterwards', async () => {
    const dirty = page.locator('.tab.active.dirty');
    await press('q');
    await appears(page.locator('.monaco-editor-overlaymessage:visible'));
    assert.equal(await dirty.count(), 0);
    await press('Escape');
    await press('Escape');
    await status(/^Review /)
      .first()
      .waitFor({ state: 'hidden' });
    await press('q');
    await appears(dirty);
    await press('Control+z');
    await dirty.waitFor({ state: 'hidden' });
  });

  test('the view of the letters has them by status, and Enter opens one', async () => {
    await run('Letters: Focus on Letters View');
    const line = (name: string | RegExp) => page.getByRole('treeitem', { name });
    await appears(line('Done, 1 letter'));
    await appears(line('In progress, 1 letter'));
    await appears(line(`${LETTER}, done, annotated by ${AUTHOR}`));
    await run('IMR Letters: Set How Far I Am with the Letter');
    await appears(page.locator('.quick-input-list .monaco-list-row').nth(2));
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await appears(line('Problem, 1 letter'));
    await run('Letters: Focus on Letters View');
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await press(key);
    await appears(page.locator('.tab.active[data-resource-name="cover-page.imr.txt"]'));
  });
});
