import { commands, Disposable, window } from 'vscode';
import { traceOf } from '../trace.ts';
import { copyIssue } from './copyIssue.ts';
import { explain } from './explain.ts';
import { exportCase } from './exportCase.ts';
import { COMMAND_IDS, type CommandName } from './ids.ts';
import { Failure } from './letter.ts';
import { openSample } from './openSample.ts';
import { restartServer } from './restartServer.ts';
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
  showProblems,
  explain,
  turnOffCheck,
  setLanguage,
  openSample,
  restartServer,
  showLog,
};

const SHOW_LOG = 'Show Log';

/** Registers all commands. What goes wrong in one is told in one sentence, and logged by name without letter text. */
export const registerCommands = (services: Services): Disposable => {
  const run = async (name: CommandName, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await HANDLERS[name](services, ...parameters);
    } catch (error) {
      await tell(services, COMMAND_IDS[name], error);
      return undefined;
    }
  };
  const names = Object.keys(COMMAND_IDS) as CommandName[];
  return Disposable.from(
    ...names.map((name) =>
      commands.registerCommand(COMMAND_IDS[name], (...parameters: unknown[]) => run(name, parameters)),
    ),
  );
};

const tell = async ({ log }: Services, id: string, error: unknown): Promise<void> => {
  if (error instanceof Failure) {
    log.warn(`${id} failed`);
    void window.showErrorMessage(error.message);
    return;
  }
  log.error(`${id} failed: ${traceOf(error)}`);
  const choice = await window.showErrorMessage(
    'IMR Letters could not do this because of an error of its own.',
    SHOW_LOG,
  );
  if (choice === SHOW_LOG) log.show();
};
