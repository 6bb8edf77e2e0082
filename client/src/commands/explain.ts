import { commands, Uri } from 'vscode';
import { Failure } from './letter.ts';
import type { Services } from './services.ts';

/** The form of a problem's code: `missing.rationale`. Nothing else becomes part of a path. */
const CODE = /^[a-z][a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,40}){0,2}$/i;

/** Opens the page about a problem, by the problem's code. */
export const explain = async ({ extensionUri }: Services, code: unknown): Promise<void> => {
  if (typeof code !== 'string' || !CODE.test(code)) throw new Failure('There is no page about this problem.');
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'docs', 'checks', `${code}.md`));
};
