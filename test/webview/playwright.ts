/*
 * As much of Playwright as the tests use. It is no dependency of the project: scripts/vscode/install.mjs fetches it with
 * the browser.
 */

export interface Locator {
  first(): Locator;
  nth(index: number): Locator;
  getByRole(role: string, options?: { readonly name?: string | RegExp; readonly exact?: boolean }): Locator;
  locator(selector: string): Locator;
  click(): Promise<void>;
  dblclick(): Promise<void>;
  fill(text: string): Promise<void>;
  focus(): Promise<void>;
  press(key: string): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  count(): Promise<number>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<readonly string[]>;
  getAttribute(name: string): Promise<string | null>;
  waitFor(options?: { readonly state?: 'visible' | 'hidden' | 'attached'; readonly timeout?: number }): Promise<void>;
}

export interface FrameLocator {
  frameLocator(selector: string): FrameLocator;
  getByRole: Locator['getByRole'];
  locator(selector: string): Locator;
}

export interface Page extends FrameLocator {
  readonly keyboard: { press(key: string): Promise<void> };
  context(): { newCDPSession(page: Page): Promise<Session> };
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  exposeFunction(name: string, listener: (value: never) => void): Promise<void>;
  addInitScript(script: string): Promise<void>;
  route(pattern: string, handler: (route: Route) => Promise<void>): Promise<void>;
  goto(address: string): Promise<unknown>;
  waitForEvent(event: 'load'): Promise<unknown>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  close(): Promise<void>;
}

interface Route {
  request(): { url(): string };
  fulfill(answer: { readonly status?: number; readonly contentType?: string; readonly body: string }): Promise<void>;
}

export interface Session {
  send(
    method: 'Runtime.evaluate',
    params: { readonly expression: string; readonly awaitPromise: boolean; readonly returnByValue: boolean },
  ): Promise<{ readonly result: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text: string } }>;
}

export interface Browser {
  newPage(options: { readonly viewport: { readonly width: number; readonly height: number } }): Promise<Page>;
  close(): Promise<void>;
}
