export function launchBrowser(folder: string): Promise<unknown>;
