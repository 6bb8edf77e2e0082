import { languages, window } from 'vscode';
import { otherLanguage } from '../detect/decide.ts';
import { Failure } from './letter.ts';

/** Makes the document in front an IMR letter, or plain text again where it is one. Detection then leaves it so. */
export const setLanguage = async (): Promise<void> => {
  const document = window.activeTextEditor?.document;
  if (document === undefined) throw new Failure('No text document is open.');
  await languages.setTextDocumentLanguage(document, otherLanguage(document.languageId));
};
