/** A real VS Code in a headless browser on a copy of samples/, used from without as a person does. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from '../webview/playwright.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SIZE = { width: 1280, height: 800 };
const TIMEOUT = 60_000;

export interface Window {
  readonly page: Page;
  /** The page of the panel that is shown. */
  readonly panel: FrameLocator;
  /** The folder of the workspace. */
  readonly folder: string;
  /** Runs a command by its name in the palette. */
  readonly run: (name: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** The scripts wait at their top level, so that only an import on the way can load them here. */
const tools = async () => ({
  ...(await import('../../scripts/vscode/install.mjs')),
  ...(await import('../../scripts/vscode/browser.mjs')),
  ...(await import('../../scripts/vscode/server.mjs')),
  ...(await import('../../scripts/vscode/drive.mjs')),
});

/** Waits until something is in view. */
export const appears = (locator: Locator): Promise<void> => locator.first().waitFor({ timeout: TIMEOUT });

/** Starts a VS Code with the extension, with settings of the person. */
export async function openWindow(settings: Readonly<Record<string, unknown>> = {}): Promise<Window> {
  const { install, launchBrowser, startServer, command, panelIn, CACHE } = await tools();
  const ends: (() => Promise<unknown>)[] = [];
  const folder = join(await mkdtemp(join(tmpdir(), 'imr-window-')), 'a workspace');
  await cp(join(ROOT, 'samples'), folder, { recursive: true });
  const data = await mkdtemp(join(CACHE, 'data-'));
  for (const each of [join(folder, '..'), data]) {
    ends.push(() => rm(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  }
  const server = await startServer({ folder: await install('server', console.log), data, settings });
  ends.push(server.stop);
  const browser = (await launchBrowser(await install('browser', console.log))) as Browser;
  ends.push(() => browser.close());
  const page = await browser.newPage({ viewport: SIZE });
  const payload = [
    ['extensionDevelopmentPath', server.uri(ROOT)],
    ['skipWelcome', 'true'],
  ];
  await page.goto(server.address({ folder, payload: JSON.stringify(payload) }));
  const end = async (): Promise<void> => {
    for (const each of ends.reverse()) await each();
  };
  return { page, panel: panelIn(page), folder, run: (name) => command(page, name), end };
}
