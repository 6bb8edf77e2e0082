/** The built pages of the extension in a headless browser, with a test in the place of the extension. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { pageHtml } from '../../client/src/webview/html.ts';
import type { Browser, Page } from './playwright.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Answered by the test itself: no address of a network. */
const ORIGIN = 'https://page.test';
const SIZE = { width: 1000, height: 700 };

/** What a page says to the extension. */
type Said = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Opened {
  readonly page: Page;
  /** The next message of this kind that nobody has taken yet. */
  said(kind: string): Promise<Said>;
  /** Sends a message to the page. */
  send(message: object): Promise<unknown>;
  /** The value of an expression in the page, which the page's policy does not refuse. */
  valueOf(expression: string): Promise<unknown>;
  /** Fails where the page's policy has refused something, an error was thrown, or a rule of accessibility is broken. */
  assertSound(): Promise<void>;
}

/** Colours and fonts as VS Code gives them to every page, in short. */
const THEME = `:root { --vscode-editor-background: #1f1f1f; --vscode-editor-foreground: #ccc; --vscode-foreground: #ccc;
--vscode-descriptionForeground: #9d9d9d; --vscode-font-family: sans-serif; --vscode-font-size: 13px;
--vscode-focusBorder: #0078d4; --vscode-dropdown-background: #313131; --vscode-dropdown-foreground: #ccc;
--vscode-input-background: #313131; --vscode-input-foreground: #ccc; --vscode-button-background: #0078d4;
--vscode-button-foreground: #fff; --vscode-button-secondaryBackground: #313131;
--vscode-button-secondaryForeground: #ccc; --vscode-list-activeSelectionBackground: #04395e;
--vscode-list-activeSelectionForeground: #fff; --vscode-list-hoverBackground: #2a2d2e;
--vscode-widget-border: #313131; --vscode-charts-blue: #59a4f9; --vscode-charts-orange: #d18616;
--vscode-charts-purple: #b180d7; --vscode-charts-foreground: #ccc; }
body { background: var(--vscode-editor-background); }`;

const EXTENSION = `{ let kept;
window.acquireVsCodeApi = () => ({ postMessage: tell, getState: () => kept, setState: (state) => { kept = state; } });
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  tell({ kind: 'refused', violatedDirective, blockedURI })); }`;

/** The scripts wait at their top level, so that only an import on the way can load them here. */
export const openBrowser = async (): Promise<Browser> => {
  const { install } = await import('../../scripts/vscode/install.mjs');
  const { launchBrowser } = await import('../../scripts/vscode/browser.mjs');
  return (await launchBrowser(await install('browser', console.log))) as Browser;
};

/** Messages by their kinds, which are waited for. */
const mailbox = () => {
  const kept: Said[] = [];
  const waiting: { readonly kind: string; readonly take: (message: Said) => void }[] = [];
  return {
    kept,
    put: (message: Said): void => {
      const at = waiting.findIndex(({ kind }) => kind === message.kind);
      if (at < 0) kept.push(message);
      else waiting.splice(at, 1)[0]?.take(message);
    },
    next: (kind: string): Promise<Said> => {
      const at = kept.findIndex((message) => message.kind === kind);
      const [found] = at < 0 ? [] : kept.splice(at, 1);
      return found ? Promise.resolve(found) : new Promise((take) => waiting.push({ kind, take }));
    },
  };
};

const htmlOf = (name: string): string =>
  pageHtml({
    title: name,
    script: `${ORIGIN}/${name}.js`,
    style: `${ORIGIN}/${name}.css`,
    styleSource: ORIGIN,
    nonce: 'known',
  });

/** Answers for the files of a page as VS Code does. */
const serve = (page: Page, name: string): Promise<void> =>
  page.route('**/*', async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file === '') return route.fulfill({ contentType: 'text/html', body: htmlOf(name) });
    if (file !== `${name}.js` && file !== `${name}.css`) return route.fulfill({ status: 404, body: '' });
    const body = await readFile(join(ROOT, 'dist', 'webview', file), 'utf8');
    return file.endsWith('.css')
      ? route.fulfill({ contentType: 'text/css', body: `${THEME}\n${body}` })
      : route.fulfill({ contentType: 'text/javascript', body });
  });

/** Opens dist/webview/NAME.js with its style as VS Code would, and waits until it is ready. */
export const openPage = async (browser: Browser, name: string): Promise<Opened> => {
  const page = await browser.newPage({ viewport: SIZE });
  const box = mailbox();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) errors.push(message.text());
  });
  await serve(page, name);
  await page.exposeFunction('tell', box.put);
  await page.addInitScript(EXTENSION);
  await page.goto(`${ORIGIN}/`);
  await box.next('ready');
  const session = await page.context().newCDPSession(page);
  const valueOf = async (expression: string): Promise<unknown> => {
    const answer = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    assert.equal(answer.exceptionDetails?.text, undefined, expression.slice(0, 200));
    return answer.result.value;
  };
  return {
    page,
    said: box.next,
    send: (message) => valueOf(`postMessage(${JSON.stringify(message)}, '*')`),
    valueOf,
    assertSound: async () => {
      assert.deepEqual(
        box.kept.filter(({ kind }) => kind === 'refused'),
        [],
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(await broken(valueOf), []);
    },
  };
};

interface Findings {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** The rules of accessibility that a page breaks, with the elements. */
const broken = async (valueOf: Opened['valueOf']): Promise<readonly string[]> => {
  await valueOf(`${axe.source};0`);
  const { violations } = JSON.parse(
    String(await valueOf('axe.run(document).then((r) => JSON.stringify(r))')),
  ) as Findings;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};
