import { Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol.ts';
import { Failure } from './letter.ts';
import { reasonOf } from './reason.ts';
import { sampleFile } from './samples.ts';
import type { Services } from './services.ts';

/** Opens a copy of an invented letter that may be changed at will: an untitled document, so that the sample stays whole. */
export const openSample = async ({ extensionUri }: Services, argument: unknown): Promise<void> => {
  const name = sampleFile(argument);
  let content: string;
  try {
    content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', name)));
  } catch (error) {
    throw new Failure(`${name} could not be read: ${reasonOf(error)}.`);
  }
  await window.showTextDocument(await workspace.openTextDocument({ content, language: LANGUAGE_ID }));
};
