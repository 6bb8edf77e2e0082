import { ProgressLocation, window, workspace } from 'vscode';
import {
  ANNOTATION_REQUESTS,
  type AttachParams,
  type ChangeResult,
  type FolderParams,
  type GoneParams,
  type LettersResult,
  type LikelyLetter,
  type LikelyResult,
} from '../../../server/src/protocol.ts';
import { annotator } from '../annotations/identity.ts';
import type { Work } from '../annotations/work.ts';
import { Failure } from '../commands/letter.ts';
import { goneText } from './nodes.ts';
import { openLetter } from './open.ts';

const TITLE = 'Attach Annotations to a Letter';

const likenessOf = ({ same, lines }: LikelyLetter): string => {
  if (same === null) return '';
  return same === 'text' ? 'has the same text' : `seems to be the same case, ${Math.floor(100 * lines)} % of the lines`;
};

/** Lets the person say which letter annotations belong to whose own letter is gone, and opens it. */
export const attach = async (work: Work, argument: unknown): Promise<void> => {
  const gone = goneIn(argument) ?? (await askGone(work));
  if (gone === null) return;
  const letter = await askLetter(work, gone);
  if (letter === null) return;
  const params: AttachParams = { ...gone, letter: letter.uri };
  const { failed } = await work.server.request<ChangeResult>(ANNOTATION_REQUESTS.attach, params);
  if (failed !== null) throw new Failure(failed);
  await openLetter(letter.uri);
};

/** What a line of the view names; null of any other argument. */
const goneIn = (argument: unknown): GoneParams | null => {
  if (typeof argument !== 'object' || argument === null || !('folder' in argument) || !('gone' in argument))
    return null;
  const { folder, gone } = argument as { folder: unknown; gone: { path?: unknown } | null };
  return typeof folder === 'string' && typeof gone?.path === 'string' ? { uri: folder, path: gone.path } : null;
};

/** Which annotations it is about, of all whose letter is gone. */
const askGone = async ({ server }: Work): Promise<GoneParams | null> => {
  const lines = await Promise.all(
    (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
      const params: FolderParams = { uri: uri.toString(), author: annotator() };
      const { gone } = await server.request<LettersResult>(ANNOTATION_REQUESTS.letters, params);
      return gone.map((one) => ({ ...goneText(one), gone: { uri: params.uri, path: one.path } }));
    }),
  );
  if (lines.flat().length === 0) {
    void window.showInformationMessage('All annotations have their letters.');
    return null;
  }
  const options = { title: TITLE, placeHolder: 'Which annotations?', matchOnDescription: true };
  return (await window.showQuickPick(lines.flat(), options))?.gone ?? null;
};

const askLetter = async ({ server }: Work, gone: GoneParams): Promise<LikelyLetter | null> => {
  const { letters } = await window.withProgress({ location: ProgressLocation.Window, title: 'Comparing letters' }, () =>
    server.request<LikelyResult>(ANNOTATION_REQUESTS.likely, gone),
  );
  if (letters.length === 0) throw new Failure('There is no letter here that has no annotations of its own.');
  const lines = letters.map((letter) => ({ label: letter.path, description: likenessOf(letter), letter }));
  const placeHolder = `The annotations of ${gone.path} are of…`;
  return (await window.showQuickPick(lines, { title: TITLE, placeHolder, matchOnDescription: true }))?.letter ?? null;
};
