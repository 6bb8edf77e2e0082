/**
 * Takes the README's pictures from the running VS Code: `screenshot.png`, a letter with its outline, a hover over a
 * citation, and its problems; `cases.png`, the table of all letters; `review.png`, a letter that is being reviewed.
 * `node scripts/vscode/screenshot.mjs [FOLDER [PICTURE…]]` writes them, or those that are named, into a folder, images/ by
 * default.
 */
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { ensureBuilt } from './built.mjs';
import { command, PATIENCE, panelIn } from './drive.mjs';
import { CACHE, install, ROOT } from './install.mjs';
import { Failure } from './npm.mjs';
import { startServer } from './server.mjs';

const LETTER = join(ROOT, 'samples', 'damaged-fields.imr.txt');
/** What the pointer rests on, and the line that the editor shows in its middle. */
const CITATION = 'Chronic';
const LINE = 37;
const SIDEBAR_TO = 410;
const PANEL_FROM = 628;
const SIZE = { width: 1280, height: 800 };
const MOST_BYTES = 400 * 1024;
/** So many rows are to be there before the table is worth a picture. */
const CASES = 20;
/** The field of the review that the picture shows, and the one before it that is flagged. */
const REVIEWED = 12;
const FLAGGED = 5;

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'editor.fontSize': 13,
  'editor.lineHeight': 19,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.hover.delay': 100,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.navigationControl.enabled': false,
  'chat.commandCenter.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'imr.annotator': 'ma',
  'imr.gitAttributes': 'never',
};

async function goToLine(page, line) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').first().fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE });
}

/** Moves the edge of a part of the window (its `right` or its `top`) to a place in pixels. */
async function moveEdge(page, part, edge, to) {
  const box = await page.locator(part).first().boundingBox();
  if (box === null) throw new Failure(`${part} is not in view.`);
  const [x, y] = edge === 'right' ? [box.x + box.width, box.y + box.height / 2] : [box.x + box.width / 2, box.y];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(edge === 'right' ? to : x, edge === 'right' ? y : to, { steps: 8 });
  await page.mouse.up();
}

/** Opens what the picture shows. */
async function arrange(page) {
  const visible = (selector) => page.locator(selector).first().waitFor({ state: 'visible', timeout: PATIENCE });
  await visible('.monaco-editor .view-line');
  await visible('.codelens-decoration');
  await visible('.squiggly-error');
  await command(page, 'Problems: Focus on Problems View');
  await visible('.markers-panel .monaco-list-row');
  await command(page, 'Explorer: Focus on Outline View');
  await visible('.outline-tree .monaco-list-row');
  // The names of the other files are of no use in the picture.
  await page.locator('.explorer-viewlet .pane-header').first().click();
  await command(page, 'View: Focus Active Editor Group');
  await moveEdge(page, '.part.sidebar', 'right', SIDEBAR_TO);
  await moveEdge(page, '.part.panel', 'top', PANEL_FROM);
  await goToLine(page, LINE);
}

/** Rests the pointer on the citation until its hover is there. */
async function pointAtCitation(page) {
  const words = page.locator('.view-line span', { hasText: CITATION }).last();
  const box = await words.boundingBox();
  if (box === null) throw new Failure(`"${CITATION}" is not in view.`);
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 });
  await page.locator('.monaco-hover-content:visible').first().waitFor({ timeout: PATIENCE });
  // It fades in.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  );
}

/** Opens the table of all letters of the workspace, which has all of the window. */
async function showCases(page) {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: PATIENCE });
  await command(page, 'IMR Letters: Show Cases');
  const panel = panelIn(page);
  await panel.locator('.rows [role=row]').nth(CASES).waitFor({ timeout: PATIENCE });
  await panel.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden', timeout: PATIENCE });
  await command(page, 'View: Toggle Primary Side Bar Visibility');
  await panel.getByRole('columnheader', { name: 'Decisions' }).getByRole('button').click();
  await panel.getByRole('columnheader', { name: 'Decisions' }).getByRole('button').click();
  await panel.locator('[aria-sort=descending]').waitFor({ timeout: PATIENCE });
}

/** Reviews a letter up to its decision, beside the list of its annotations. */
async function reviewCase(page) {
  const visible = (selector) => page.locator(selector).first().waitFor({ state: 'visible', timeout: PATIENCE });
  await visible('.codelens-decoration');
  await command(page, 'Annotations: Focus on Annotations View');
  await visible('.monaco-list-row');
  await moveEdge(page, '.part.sidebar', 'right', SIDEBAR_TO);
  await command(page, 'View: Focus Active Editor Group');
  await command(page, 'IMR Letters: Review Case');
  for (let field = 1; field <= REVIEWED; field++) {
    await page
      .locator('.statusbar')
      .getByRole('button', { name: `Review ${field} of ` })
      .waitFor({ timeout: PATIENCE });
    if (field < REVIEWED) await page.keyboard.press(field === FLAGGED ? 'f' : 'a');
  }
  await page.locator('.codelens-decoration', { hasText: 'Decision of issue 1' }).waitFor({ timeout: PATIENCE });
}

/** By their names: the folder of the workspace, the file that is open, and what is done before the picture is taken. */
const PICTURES = {
  'screenshot.png': {
    folder: join(ROOT, 'samples'),
    open: LETTER,
    prepare: async (page) => {
      await arrange(page);
      await pointAtCitation(page);
    },
  },
  'cases.png': { folder: join(ROOT, 'test', 'letters'), prepare: showCases },
  'review.png': {
    folder: join(ROOT, 'samples'),
    open: join(ROOT, 'samples', 'credentials-2015.imr.txt'),
    // What is decided is kept beside the letters.
    isWritten: true,
    prepare: reviewCase,
  },
};

/** A picture of a copy of its folder. */
async function onCopy({ folder, open, ...picture }, data) {
  const copy = join(data, 'letters');
  await cp(folder, copy, { recursive: true });
  return { ...picture, folder: copy, open: join(copy, basename(open)) };
}

async function take(file, { folder, open, prepare }, { server, browser }) {
  const page = await browser.newPage({ viewport: SIZE });
  const payload = [
    ['extensionDevelopmentPath', server.uri(ROOT)],
    ...(open ? [['openFile', server.uri(open)]] : []),
    ['skipWelcome', 'true'],
  ];
  await page.goto(server.address({ folder, payload: JSON.stringify(payload) }));
  await prepare(page);
  await page.screenshot({ path: file });
  await page.close();
  const { size } = await stat(file);
  console.log(`${file} (${Math.round(size / 1024)} KB)`);
  if (size > MOST_BYTES) throw new Failure(`The picture is larger than ${MOST_BYTES / 1024} KB.`);
}

async function takeAll(folder, names, later) {
  await ensureBuilt(console.log);
  const installed = { server: await install('server', console.log), browser: await install('browser', console.log) };
  const data = await mkdtemp(join(CACHE, 'data-'));
  later.push(() => rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const server = await startServer({ folder: installed.server, data, settings: SETTINGS });
  later.push(server.stop);
  const browser = await launchBrowser(installed.browser);
  later.push(() => browser.close());
  for (const [name, picture] of Object.entries(PICTURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    await take(join(folder, name), picture.isWritten ? await onCopy(picture, data) : picture, { server, browser });
  }
}

const later = [];
try {
  const [folder = join(ROOT, 'images'), ...names] = process.argv.slice(2);
  await takeAll(resolve(folder), names, later);
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const end of later.reverse()) await end();
}
