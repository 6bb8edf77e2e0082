/** What a person does in the editor, for the picture and the tests. */

export const PATIENCE = 30_000;

/** Runs a command by its name in the palette. */
export async function command(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: PATIENCE });
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE });
}

/** The page of the panel that is shown, of which VS Code has two frames around it. */
export const panelIn = (page) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
