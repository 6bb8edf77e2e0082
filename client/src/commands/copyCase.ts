import { env, window } from 'vscode';
import { type CaseFormat, FORMATS } from '../../../server/src/protocol.ts';
import { chooseLetter, openTarget, requestCase, textOf } from './letter.ts';
import type { Services } from './services.ts';

const MESSAGE_MS = 4000;

const copyAs =
  (format: CaseFormat) =>
  async ({ server }: Services, argument: unknown): Promise<void> => {
    const { target, document } = await openTarget(argument);
    const { title } = FORMATS[format];
    const which = await chooseLetter(server, document, target, `Copy Case as ${title}`);
    if (which === undefined) return;
    const { files, blind } = await requestCase(server, document, which, format);
    await env.clipboard.writeText(textOf(files[0].content));
    const without = blind ? ', without what other annotators say' : '';
    window.setStatusBarMessage(`$(clippy) Case copied as ${title}${without}`, MESSAGE_MS);
  };

/** Puts the case record of a letter on the clipboard as JSON. */
export const copyCaseJson = copyAs('json');

/** Puts the brief of a letter's case on the clipboard as Markdown, for notes and mails. */
export const copyCaseMarkdown = copyAs('markdown');
