import { commands, Uri } from 'vscode';
import { isCode } from './code.ts';
import { Failure } from './letter.ts';
import type { Services } from './services.ts';

/** Opens the page about a problem, by the problem's code. */
export const explain = async ({ extensionUri }: Services, code: unknown): Promise<void> => {
  if (!isCode(code)) throw new Failure('There is no page about this problem.');
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'docs', 'checks', `${code}.md`));
};
