import { type TextDocument, Uri, window, workspace } from 'vscode';
import {
  CASE_REQUEST,
  type CaseFormat,
  type CaseParams,
  type CaseResult,
  type Content,
  LANGUAGE_ID,
} from '../../../server/src/protocol.ts';
import { annotator } from '../annotations/identity.ts';
import type { Server } from '../server/server.ts';
import { letterPicks } from './picks.ts';
import { nameOf } from './place.ts';
import { reasonOf } from './reason.ts';
import { readTarget, type Target } from './target.ts';

/** A failure to tell the person of, in one sentence that names the file and the reason. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Says whether an error is such a failure, also one of a bundle beside this one, which has a class of its own. */
export const isFailure = (error: unknown): error is Error => error instanceof Error && error.name === 'Failure';

/** What a command acts on, with its document open and known to be a letter. Throws a Failure where it is not. */
export const openTarget = async (argument: unknown): Promise<{ target: Target; document: TextDocument }> => {
  const target = readTarget(argument, window.activeTextEditor?.document.uri.toString() ?? null);
  if (target === null) throw new Failure('No letter is open.');
  const uri = Uri.parse(target.uri);
  const document = await open(uri);
  if (document.languageId !== LANGUAGE_ID) throw new Failure(`${nameOf(uri)} is not an IMR letter.`);
  return { target, document };
};

const open = async (uri: Uri): Promise<TextDocument> => {
  try {
    return await workspace.openTextDocument(uri);
  } catch (error) {
    throw new Failure(`${nameOf(uri)} could not be read: ${reasonOf(error)}.`);
  }
};

/** Asks the server for case records of an open document. Throws a Failure where the letter or issue is not there. */
export const requestCase = async (
  server: Server,
  document: TextDocument,
  which: Pick<CaseParams, 'letter' | 'issue'>,
  format: CaseFormat = 'json',
): Promise<CaseResult> => {
  const params: CaseParams = { uri: document.uri.toString(), ...which, format, author: annotator() };
  const name = nameOf(document.uri);
  let result: CaseResult | null;
  try {
    result = await server.request<CaseResult | null>(CASE_REQUEST, params);
  } catch {
    throw new Failure(`The language server gave no answer for ${name}.`);
  }
  if (result === null)
    throw new Failure(`There is no such ${which.issue === undefined ? 'letter' : 'issue'} in ${name}.`);
  return result;
};

/** The same as a text, of a format of one file that is text. */
export const requestCaseText = async (...request: Parameters<typeof requestCase>): Promise<string> => {
  const [{ content }] = (await requestCase(...request)).files;
  return textOf(content);
};

/** Content of a format that is text. */
export const textOf = (content: Content): string => ('text' in content ? content.text : '');

/** Asks which letter of a document is meant where it holds several; undefined where the person changed their mind. */
export const chooseLetter = async (
  server: Server,
  document: TextDocument,
  { letter }: Target,
  title: string,
): Promise<Pick<CaseParams, 'letter'> | undefined> => {
  if (letter !== null) return { letter };
  const picks = letterPicks(await requestCaseText(server, document, {}));
  if (picks.length <= 1) return {};
  const pick = await window.showQuickPick(picks, { title, placeHolder: 'Which letter?' });
  return pick && (pick.letter === null ? {} : { letter: pick.letter });
};
