import { ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/protocol.ts';
import { isCode } from './code.ts';
import { Failure } from './letter.ts';
import { reasonOf } from './reason.ts';

const UNDO = 'Undo';

/** Where a check is turned off, in words. */
const PLACES = {
  [ConfigurationTarget.WorkspaceFolder]: 'in this folder',
  [ConfigurationTarget.Workspace]: 'in this workspace',
  [ConfigurationTarget.Global]: 'everywhere',
} as const;

/**
 * The narrowest place that holds more than one letter: the folder where the workspace has several, else the workspace, else
 * everywhere.
 */
const targetFor = (uri: Uri): ConfigurationTarget => {
  if (workspace.getWorkspaceFolder(uri) === undefined) return ConfigurationTarget.Global;
  return (workspace.workspaceFolders?.length ?? 0) > 1
    ? ConfigurationTarget.WorkspaceFolder
    : ConfigurationTarget.Workspace;
};

/** Turns a check off in the settings, and offers to take that back. */
export const turnOffCheck = async (_services: unknown, code: unknown, address: unknown): Promise<void> => {
  if (!isCode(code) || typeof address !== 'string') throw new Failure('There is no such check.');
  const uri = Uri.parse(address);
  const target = targetFor(uri);
  const set = async (value: 'off' | undefined): Promise<void> => {
    try {
      await workspace.getConfiguration(SETTINGS_SECTION, uri).update(`checks.${code}`, value, target);
    } catch (error) {
      throw new Failure(`The setting could not be changed: ${reasonOf(error)}.`);
    }
  };
  await set('off');
  void window.showInformationMessage(`The check ${code} is off ${PLACES[target]}.`, UNDO).then(async (choice) => {
    if (choice === UNDO) await set(undefined).catch(() => undefined);
  });
};
