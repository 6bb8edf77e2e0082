import type { FrameLocator, Page } from '../../test/webview/playwright.ts';

export const PATIENCE: number;
export function command(page: Page, name: string): Promise<void>;
export function panelIn(page: Page): FrameLocator;
