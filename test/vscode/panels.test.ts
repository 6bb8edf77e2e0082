/**
 * The panels of the extension as a person uses them, in a real VS Code in a headless browser: what stands in a panel can be
 * seen from without only.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Page } from '../webview/playwright.ts';
import { appears, openWindow, type Window } from './window.ts';

const LETTER = 'credentials-2015-several-issues.imr.txt';
/** Which column of the table of cases, from 1. */
const PROBLEMS = 8;

describe('panels in a real VS Code', () => {
  let page: Page;
  let panel: FrameLocator;
  let folder: string;
  let run: Window['run'];
  let end: Window['end'] = async () => undefined;

  before(async () => {
    const opened = await openWindow();
    ({ page, folder, run, end } = opened);
    panel = opened.panel;
    const files = page.locator('.explorer-folders-view .monaco-list');
    await appears(files);
    // A file that the address names would be all that is there again after a reload.
    await files.getByRole('treeitem', { name: LETTER }).dblclick();
    await appears(page.locator('.codelens-decoration'));
  });
  after(() => end());

  test('Preview Case shows the letter beside its text, and a click leads there', async () => {
    await run('IMR Letters: Preview Case');
    await appears(panel.getByRole('heading', { name: 'Independent Medical Review CM16-0104417' }));
    await appears(page.getByRole('tab', { name: 'Preview CM16-0104417' }));
    await panel.getByRole('link', { name: 'Overturned' }).first().click();
    await appears(page.getByRole('button', { name: '(10 selected)' }));
  });

  test('the preview is there again after the window was', async () => {
    const loaded = page.waitForEvent('load');
    await run('Developer: Reload Window');
    await loaded;
    await appears(panel.getByRole('heading', { name: 'Independent Medical Review CM16-0104417' }));
  });

  test('the preview follows an edit that another program made', async () => {
    const file = join(folder, LETTER);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll('CM16-0104417', 'CM16-0104499'));
    await appears(panel.getByRole('heading', { name: 'Independent Medical Review CM16-0104499' }));
    assert.equal(await panel.getByRole('heading', { name: /CM16-0104417/ }).count(), 0);
    await writeFile(file, text);
  });

  test('Show Cases shows all letters of the workspace, and a click opens one', async () => {
    await run('View: Close All Editors');
    await run('IMR Letters: Show Cases');
    await appears(panel.locator('.count:text-is("11 letters")'));
    await panel.getByRole('row', { name: /CM15-0181204/ }).click();
    await appears(page.getByRole('tab', { name: 'credentials-2015.imr.txt' }));
  });

  test('a letter that is added to the workspace, changed and removed is so in the table', async () => {
    const file = join(folder, 'added.imr.txt');
    const text = await readFile(join(folder, 'credentials-2015.imr.txt'), 'utf8');
    await writeFile(file, text.replaceAll('CM15-0181204', 'CM15-0000001'));
    await appears(panel.getByRole('row', { name: /CM15-0000001/ }));
    await writeFile(file, text.replaceAll('CM15-0181204', 'CM15-0000002'));
    await appears(panel.getByRole('row', { name: /CM15-0000002/ }));
    await rm(file);
    await appears(panel.locator('.count:text-is("11 letters")'));
  });

  test('a folder that comes, gets another name and goes is followed as well', async () => {
    const [first, second] = [join(folder, 'more'), join(folder, 'others')];
    await cp(join(folder, 'two-letters.imr.txt'), join(first, 'two.imr.txt'));
    await appears(panel.locator('.count:text-is("13 letters")'));
    await appears(panel.getByRole('gridcell', { name: 'more/two.imr.txt', exact: true }));
    await rename(first, second);
    await appears(panel.getByRole('gridcell', { name: 'others/two.imr.txt', exact: true }));
    await appears(panel.locator('.count:text-is("13 letters")'));
    await rm(second, { recursive: true });
    await appears(panel.locator('.count:text-is("11 letters")'));
  });

  test('the count of problems follows notes that other programs write', async () => {
    const count = `.row:has-text("CM16-0030586") .cell:nth-child(${PROBLEMS})`;
    const row = (problems: number) => panel.locator(`${count}:text-is("${problems}")`);
    const before = Number(await panel.locator(count).textContent());
    assert.ok(before > 1);
    const notes = join(folder, '.imr', 'notes.jsonl');
    const about = { path: 'damaged-fields.imr.txt', letter: 'a name it had', code: 'slot.date-letter', quote: null };
    await mkdir(join(folder, '.imr'));
    await writeFile(notes, `${JSON.stringify({ v: 1, id: 'one', kind: 'ignore-in-letter', ...about })}\n`);
    await appears(row(before - 1));
    await rm(join(folder, '.imr'), { recursive: true });
    await appears(row(before));
  });

  test('what is shown is exported into files: the same letters in the same order', async () => {
    const to = join(folder, 'exported');
    await mkdir(to);
    await panel.getByRole('searchbox').fill('credentials');
    await panel.getByRole('columnheader', { name: 'Decided' }).getByRole('button').click();
    await panel
      .getByRole('columnheader', { name: /Decided/ })
      .getByRole('button')
      .click();
    await appears(panel.locator('.count:text-is("3 of 11 letters")'));
    const shown = await panel.locator('.rows .cell:first-child').allTextContents();
    assert.equal(shown.length, 3);
    await panel.getByRole('button', { name: 'Export What Is Shown…' }).click();
    await page.locator('.quick-input-widget input[placeholder="Which formats?"]').fill('JSON Lines');
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    await page.keyboard.press('Enter');
    await appears(page.locator('.quick-input-title:text-is("Export into…")'));
    // Enter before the dialog has looked there would take the folder that it shows first.
    const listed = page.locator('.quick-input-list .monaco-list-row:has-text("exported")');
    await appears(listed);
    await page.locator('.quick-input-widget input').first().fill(`${to}/`);
    await listed.first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await appears(page.locator('.notification-toast:has-text("Exported 3 letters")'));
    const lines = (await readFile(join(to, 'cases.jsonl'), 'utf8')).trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).caseNumber),
      shown,
    );
  });

  test('its figures are drawn', async () => {
    await panel.getByRole('button', { name: 'Figures' }).click();
    await appears(panel.getByRole('img', { name: /^Decisions by specialty/ }));
  });
});
