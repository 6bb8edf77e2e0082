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
    ({ page, folder, end } = await openWindow({ 'imr.annotator': AUTHOR }));
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
    const fields = 16;
    for (let field = 1; field <= fields; field++) {
      await appears(status(new RegExp(`^Review ${field} of ${fields} · `)));
      await press('a');
    }
    await appears(status('Review done · N next letter'));
    await press('n');
    await appears(status(/^Review 1 of \d+ · Case number: /));
    assert.ok(pressed <= 20, `${pressed} keys`);
    const lines = await kept();
    assert.ok(lines.length > fields);
    assert.deepEqual([...new Set(lines.map(({ op, state, progress }) => state ?? progress ?? op))].sort(), [
      'add',
      'done',
    ]);
    assert.equal(await readFile(join(folder, LETTER), 'utf8'), text, 'the letter is not touched');
  });
});
