import { commands, Disposable } from 'vscode';
import { LATER } from '../later.ts';
import { copyCaseJson, copyCaseMarkdown } from './copyCase.ts';
import { copyIssue } from './copyIssue.ts';
import { explain } from './explain.ts';
import { exportCase } from './exportCase.ts';
import { COMMAND_IDS, type CommandName } from './ids.ts';
import { openSample } from './openSample.ts';
import { restartServer } from './restartServer.ts';
import { runnerOf } from './run.ts';
import type { Services } from './services.ts';
import { setLanguage } from './setLanguage.ts';
import { showLog } from './showLog.ts';
import { showProblems } from './showProblems.ts';
import { turnOffCheck } from './turnOffCheck.ts';

type Handler = (services: Services, ...parameters: unknown[]) => Promise<unknown>;

/** A handler for every command; a name without one does not compile. */
const HANDLERS: Readonly<Record<CommandName, Handler>> = {
  exportCase,
  copyIssue,
  copyCaseJson,
  copyCaseMarkdown,
  exportFolder: (services, argument, selection, options) => LATER.exportFolder(services, argument, selection, options),
  checkFolder: (services, argument, selection) => LATER.checkFolder(services, argument, selection),
  clearProblems: () => LATER.clearProblems(),
  removeNotes: (services, argument, folders) => LATER.removeNotes(services, argument, folders),
  previewCase: (services, argument) => LATER.previewCase(services, argument),
  showCases: (services) => LATER.showCases(services),
  showProblems,
  explain,
  turnOffCheck,
  setLanguage,
  openSample,
  restartServer,
  showLog,
};

/** Registers all commands. */
export const registerCommands = (services: Services): Disposable => {
  const run = runnerOf(services);
  const names = Object.keys(COMMAND_IDS) as CommandName[];
  return Disposable.from(
    ...names.map((name) => {
      const id = COMMAND_IDS[name];
      return commands.registerCommand(id, (...parameters: unknown[]) =>
        run(id, () => HANDLERS[name](services, ...parameters)),
      );
    }),
  );
};
