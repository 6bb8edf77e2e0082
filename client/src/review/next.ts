import { type TextDocument, window, workspace } from 'vscode';
import {
  ANNOTATION_REQUESTS,
  type FolderParams,
  type LetterInfo,
  type LettersResult,
} from '../../../server/src/protocol.ts';
import { annotator } from '../annotations/identity.ts';
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
 * Marks a letter as done where it is, and gives the address of the next of its folder that waits for the person. Gives null,
 * and says so, where there is none.
 */
export const finish = async (work: Work, document: TextDocument, isDone: boolean): Promise<string | null> => {
  const known = work.lists.known(document);
  if (isDone && known?.progress !== 'done') await make(work, document, [{ op: 'progress', progress: 'done' }]);
  const next = nextWaiting(await lettersAround(work, document), document.uri.toString());
  if (next) return next.uri;
  const what = isDone ? 'This letter is marked as done. ' : '';
  void window.showInformationMessage(`${what}No other letter of this folder waits for you.`);
  return null;
};
