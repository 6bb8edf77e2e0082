import { Failure } from './letter.ts';
import type { Services } from './services.ts';

/** Stops the language server and starts it again. Calls that come while it restarts share one restart. */
export const restartServer = async ({ server, log }: Services): Promise<void> => {
  log.info('The language server is restarted by hand.');
  try {
    await server.restart();
  } catch {
    throw new Failure('The IMR Letters language server did not start.');
  }
};
