import { window } from 'vscode';
import { traceOf } from '../trace.ts';
import { isFailure } from './letter.ts';
import type { Services } from './services.ts';

const SHOW_LOG = 'Show Log';

/** Runs the work of a command by its id. What goes wrong is told in one sentence, and logged by name without letter text. */
export const runnerOf =
  (services: Services) =>
  async (id: string, work: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await work();
    } catch (error) {
      await tell(services, id, error);
      return undefined;
    }
  };

const tell = async ({ log }: Services, id: string, error: unknown): Promise<void> => {
  if (isFailure(error)) {
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
