import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { previewOf } from '../../server/src/host/preview.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { type Opened, openBrowser, openPage } from './page.ts';
import type { Browser } from './playwright.ts';

const text = readFileSync(new URL('../../samples/two-letters.imr.txt', import.meta.url), 'utf8');
const uri = 'file:///two-letters.imr.txt';

/** What the extension sends of a letter. */
const caseOf = (letter: number) => {
  const result = previewOf({ uri, version: 1, text, letters: parse(text) }, { uri, letter, line: 0 }) ?? assert.fail();
  return {
    kind: 'case',
    letter,
    names: result.letters.map(({ name }) => name),
    html: result.html,
    state: { uri, letter },
  };
};

describe('the page of a preview', () => {
  let browser: Browser;
  let opened: Opened;

  before(async () => {
    browser = await openBrowser();
    opened = await openPage(browser, 'preview');
    await opened.send(caseOf(1));
    await opened.page.locator('h1').waitFor();
  });
  after(() => browser.close());

  test('a value that is clicked, or chosen by key, is told', async () => {
    const { page, said } = opened;
    const number = page.getByRole('heading').first().getByRole('link');
    await number.click();
    assert.deepEqual(await said('go'), { kind: 'go', at: '/caseNumber' });
    await page.locator('[data-at="/issues/0/rationale"]').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await said('go'), { kind: 'go', at: '/issues/0/rationale' });
  });

  test('the focus stays on its value when the letter is edited', async () => {
    const { page, send, valueOf } = opened;
    await page.locator('[data-at="/dates/decision"]').focus();
    await send(caseOf(1));
    assert.equal(await valueOf('document.activeElement.dataset.at'), '/dates/decision');
  });

  test('of several letters one is chosen', async () => {
    const { page, said, send } = opened;
    const chooser = page.getByRole('combobox', { name: 'Letter' });
    await chooser.selectOption('2');
    assert.deepEqual(await said('letter'), { kind: 'letter', letter: 2 });
    await send(caseOf(2));
    assert.match((await page.locator('h1').textContent()) ?? '', new RegExp(caseOf(2).names[1] ?? ''));
    await send({ kind: 'nothing', text: 'This document holds no letter.' });
    assert.equal(await page.locator('p').textContent(), 'This document holds no letter.');
    await chooser.waitFor({ state: 'hidden' });
    await send(caseOf(1));
  });

  test('its policy refuses nothing that it does, and every part of it has a name', () => opened.assertSound());
});
