import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import type { LetterRows } from '../../server/src/protocol.ts';
import { readRows } from '../unit/client/cases-rows.ts';
import { type Opened, openBrowser, openPage } from './page.ts';
import type { Browser } from './playwright.ts';

const FOLDER = new URL('../../samples/', import.meta.url);
const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.imr.txt'))
  .map((name) => ({ uri: `file:///${name}`, path: name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
const letters = documents.flatMap(({ uri, text }) => parse(text).map((placed) => toCase(placed, uri)));

/** What the extension sends of the samples. */
const samples = async () => {
  const { documents: rows, outcomes } = await readRows(documents);
  return {
    kind: 'rows',
    documents: documents.map(({ uri, path }, i) => ({ uri, path, letters: rows[i] ?? [] })),
    outcomes,
  };
};

describe('the page of cases', () => {
  let browser: Browser;
  let opened: Opened;
  const rows = () => opened.page.locator('.rows [role=row]');
  const count = () => opened.page.locator('.count').textContent();
  const settled = (text: string) => opened.page.locator(`.count:text-is("${text}")`).waitFor();
  const column = (n: number) =>
    opened.page.locator(`.rows [role=row] [role=gridcell]:nth-child(${n})`).allTextContents();

  before(async () => {
    browser = await openBrowser();
    opened = await openPage(browser, 'cases');
    await opened.send(await samples());
    await settled(`${letters.length} letters`);
  });
  after(() => browser.close());

  test('a row a letter, with the place in all of them', async () => {
    assert.equal(await rows().count(), letters.length);
    assert.equal(await opened.page.getByRole('grid').getAttribute('aria-rowcount'), String(letters.length + 1));
    const numbers = letters.flatMap(({ caseNumber }) => caseNumber ?? []).sort();
    assert.deepEqual((await column(1)).filter(Boolean), numbers);
  });

  test('a click on the head of a column sorts by it, a second the other way round', async () => {
    const { page } = opened;
    const head = page.getByRole('columnheader', { name: 'Decided' });
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const dates = letters.flatMap(({ dates: { decision } }) => decision ?? []).sort();
    assert.deepEqual((await column(2)).filter(Boolean), dates);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual((await column(2)).filter(Boolean), dates.reverse());
  });

  test('search and filters show fewer rows, and Clear all of them again', async () => {
    const { page } = opened;
    await page.getByRole('searchbox', { name: 'Search' }).fill('two-letters');
    await settled(`2 of ${letters.length} letters`);
    await page.getByRole('button', { name: 'Clear' }).click();
    await settled(`${letters.length} letters`);
    await page.getByRole('combobox', { name: 'Problems' }).selectOption('some');
    assert.match((await count()) ?? '', /^\d+ of /);
    await page.getByRole('button', { name: 'Clear' }).click();
  });

  test('a row that is clicked, or chosen by key, is opened', async () => {
    const { page, said } = opened;
    await page.getByRole('row', { name: /two-letters.*\(2\)/ }).click();
    const second = letters.filter(({ source }) => source.uri?.includes('two-letters'))[1];
    const place = { uri: 'file:///two-letters.imr.txt', line: second?.source.firstLine };
    assert.deepEqual(await said('open'), { kind: 'open', place });
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const chosen = await rows().nth(1).locator('[role=gridcell]').nth(8).textContent();
    const { place: opens } = (await said('open')) as unknown as { place: { uri: string } };
    assert.ok(opens.uri.endsWith((chosen ?? '').replace(/ \(\d+\)$/, '')), opens.uri);
  });

  test('what is shown is exported, letter by letter', async () => {
    const { page, said } = opened;
    await page.getByRole('searchbox', { name: 'Search' }).fill('two-letters');
    await settled(`2 of ${letters.length} letters`);
    await page.getByRole('button', { name: 'Export What Is Shown…' }).click();
    const { documents: chosen } = (await said('export')) as unknown as {
      documents: { uri: string; letters: number[] }[];
    };
    assert.deepEqual(
      chosen.map((each) => ({ ...each, letters: [...each.letters].sort() })),
      [{ uri: 'file:///two-letters.imr.txt', letters: [1, 2] }],
    );
    await page.getByRole('button', { name: 'Clear' }).click();
  });

  test('a letter that has changed takes the place of what it was, and one that is gone leaves', async () => {
    const [first, ...others] = (await samples()).documents;
    assert.ok(first);
    await opened.send({ kind: 'rows', documents: [{ ...first, letters: [] }], outcomes: [] });
    await settled(`${others.flatMap((each) => each.letters).length} letters`);
    await opened.send({ kind: 'gone', uri: 'file://' });
    await settled('0 letters');
    await opened.send(await samples());
    await settled(`${letters.length} letters`);
  });

  test('reading is told and can be stopped', async () => {
    const { page, said, send } = opened;
    await send({ kind: 'progress', state: 'reading', text: 'Reading letters: 3 of 9 files' });
    await page.getByRole('button', { name: 'Stop' }).click();
    await said('stop');
    await send({ kind: 'progress', state: 'stopped', text: 'Stopped. 6 files not read.' });
    await page.getByRole('button', { name: 'Go On' }).click();
    await said('goOn');
    await send({ kind: 'progress', state: 'done', text: '' });
    await page.locator('button:text-is("Go On")').waitFor({ state: 'hidden' });
  });

  test('as a table its policy refuses nothing that it does, and every part of it has a name', () =>
    opened.assertSound());

  test('the figures are drawn, described, and have a table each', async () => {
    const { page, valueOf } = opened;
    await page.getByRole('button', { name: 'Figures' }).click();
    for (const title of ['specialty', 'guideline', 'treatment class', 'month']) {
      await page.getByRole('img', { name: new RegExp(`^Decisions by ${title}: \\d+ of \\d+ groups`) }).waitFor();
    }
    const issues = letters.flatMap((letter) => letter.issues);
    const decided = issues.filter(({ decision }) => decision !== null).length;
    const [summary = ''] = await page.locator('.figures p').first().allTextContents();
    assert.ok(summary.startsWith(`${decided} decisions in ${letters.length} letters: `), summary);
    assert.equal(await valueOf("document.querySelectorAll('figure table tbody tr').length > 8"), true);
    assert.match((await page.locator('.legend .line').textContent()) ?? '', /8\.4 % in 2016/);
  });

  test('as figures its policy refuses nothing either', () => opened.assertSound());
});

describe('ten thousand letters', () => {
  const MANY = 10_000;
  const LOT = 16;
  /** No task of the page may take longer, in milliseconds; what the machine does meanwhile is not the page's. */
  const LONGEST = 200;
  let browser: Browser;
  let opened: Opened;

  /** The samples again and again, each time another letter. */
  const lots = async () => {
    const rows = (await samples()).documents.flatMap((each) => each.letters);
    const all = Array.from({ length: MANY }, (_, i) => {
      const [uri, path] = [`file:///many/${i}.txt`, `many/${i}.txt`];
      const row = rows[i % rows.length] ?? assert.fail();
      const [, , , ...others] = row.case;
      const changed: LetterRows = { ...row, case: [uri, 1, `CM16-${String(i).padStart(7, '0')}`, ...others] };
      return { uri, path, letters: [changed] };
    });
    return Array.from({ length: Math.ceil(MANY / LOT) }, (_, i) => all.slice(i * LOT, (i + 1) * LOT));
  };
  const longest = async (): Promise<number> => Number(await opened.valueOf('Math.max(0, ...longTasks)'));

  before(async () => {
    browser = await openBrowser();
    opened = await openPage(browser, 'cases');
    await opened.valueOf(
      `longTasks = []; new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((e) => e.duration)))
        .observe({ type: 'longtask' }); 0`,
    );
  });
  after(() => browser.close());

  test('are there soon, are scrolled, sorted, searched and drawn, and the page never stands still', async (t) => {
    const { page, send, valueOf } = opened;
    const start = performance.now();
    for (const part of await lots()) await send({ kind: 'rows', documents: part, outcomes: [] });
    await page.locator('.count:text-is("10,000 letters")').waitFor();
    const all = performance.now() - start;
    t.diagnostic(`all rows after ${all.toFixed(0)} ms, longest task ${(await longest()).toFixed(0)} ms`);

    const drawn = Number(await valueOf("document.querySelectorAll('.rows [role=row]').length"));
    assert.ok(drawn < 100, `${drawn} rows are drawn`);
    const scrolled = await valueOf(`(async () => {
      const grid = document.querySelector('[role=grid]');
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const start = performance.now();
      for (let i = 1; i <= 50; i++) { grid.scrollTop = i * 5000; await frame(); }
      return (performance.now() - start) / 50;
    })()`);
    t.diagnostic(`a far scroll is drawn in ${Number(scrolled).toFixed(1)} ms, two frames`);
    await page.locator('.rows [role=row]').first().focus();
    await page.keyboard.press('End');
    assert.equal(await valueOf("document.activeElement.getAttribute('aria-rowindex')"), String(MANY + 1));

    await page.getByRole('columnheader', { name: 'Specialty' }).getByRole('button').click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('cm16-00099');
    await page.locator('.count:text-is("100 of 10,000 letters")').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Figures' }).click();
    await page.getByRole('img').nth(3).waitFor();
    t.diagnostic(`longest task ${(await longest()).toFixed(0)} ms`);
    assert.ok((await longest()) <= LONGEST, `a task took ${await longest()} ms`);
  });
});
