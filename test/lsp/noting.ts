/** A letter with problems, and what an editor does about them. */

import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';

/** An invented letter with two words as a wrong encoding leaves them. */
export const LETTER = `CLINICAL CASE SUMMARY
The worker\u00e2\u20ac\u2122s knee hurts since the fall, and the doctor\u00e2\u20ac\u2122s notes say that it swells in the evening.
`;
export const CODE = 'characters.mojibake';

export const damage = async (editor: Editor, uri: string): Promise<readonly Diagnostic[]> =>
  (await editor.problems(uri)).filter(({ code }) => code === CODE);

export const actions = (editor: Editor, uri: string, { range }: Diagnostic): Promise<CodeAction[]> =>
  editor.ask('codeAction', uri, { range, context: { diagnostics: [] } });

/** Runs the action whose title fits, as an editor does with one that is a command. */
export const run = async (editor: Editor, uri: string, problem: Diagnostic, title: RegExp): Promise<void> => {
  const action = (await actions(editor, uri, problem)).find((each) => title.test(each.title));
  assert.ok(action?.command, String(title));
  const { command, arguments: parameters } = action.command;
  await editor.request('workspace/executeCommand', { command, arguments: parameters });
};

export const first = <T>(list: readonly T[]): T => list[0] ?? assert.fail('nothing there');
