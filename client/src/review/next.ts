import { languages, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  ANNOTATION_REQUESTS,
  type FolderParams,
  LANGUAGE_ID,
  type LetterInfo,
  type LettersResult,
} from '../../../server/src/protocol.ts';
import { annotator } from '../annotations/identity.ts';
import { isLetter } from '../annotations/lists.ts';
import { make, type Work } from '../annotations/work.ts';
import { nextWaiting } from './waiting.ts';

/** The letters of the folder that a letter belongs to; none where it belongs to no folder. */
const lettersAround = async ({ server }: Work, { uri }: TextDocument): Promise<readonly LetterInfo[]> => {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return [];
  const params: FolderParams = { uri: folder.uri.toString(), author: annotator() };
  return (await server.request<LettersResult>(ANNOTATION_REQUESTS.letters, params)).letters;
};

/**
 * Marks a letter as done where it is, and opens the next of its folder that waits for the person. Gives false, and says so,
 * where there is none.
 */
export const openNext = async (work: Work, document: TextDocument, isDone: boolean): Promise<boolean> => {
  const known = work.lists.known(document);
  if (isDone && known?.progress !== 'done') await make(work, document, [{ op: 'progress', progress: 'done' }]);
  const next = nextWaiting(await lettersAround(work, document), document.uri.toString());
  if (!next) {
    const what = isDone ? 'This letter is marked as done. ' : '';
    void window.showInformationMessage(`${what}No other letter of this folder waits for you.`);
    return false;
  }
  const opened = await workspace.openTextDocument(Uri.parse(next.uri));
  // A letter that is known by its content is plain text until somebody has looked into it, as the server has.
  const letter = isLetter(opened) ? opened : await languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  await window.showTextDocument(letter, { preview: false });
  return true;
};
