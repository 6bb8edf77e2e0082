import { languages, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol.ts';
import { isLetter } from '../annotations/lists.ts';

/** Opens a letter in front. One that is known by its content is plain text until somebody has looked into it, as the server has. */
export const openLetter = async (uri: string): Promise<void> => {
  const opened = await workspace.openTextDocument(Uri.parse(uri));
  const letter = isLetter(opened) ? opened : await languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  await window.showTextDocument(letter, { preview: false });
};

/** The address of the letter that a line of the view hands to a command; null of any other argument. */
const addressOf = (argument: unknown): string | null => {
  if (typeof argument !== 'object' || argument === null || !('letter' in argument)) return null;
  const { letter } = argument;
  const isAddressed = typeof letter === 'object' && letter !== null && 'uri' in letter;
  return isAddressed && typeof letter.uri === 'string' ? letter.uri : null;
};

/** Opens the letter that a command was called on in the view; the one in front stays there where it was called elsewhere. */
export const openNamed = async (argument: unknown): Promise<void> => {
  const uri = addressOf(argument);
  if (uri !== null) await openLetter(uri);
};
