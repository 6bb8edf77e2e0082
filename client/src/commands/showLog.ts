import type { Services } from './services.ts';

/** Shows the log, on demand only: nothing else ever brings it to the front. */
export const showLog = async ({ log }: Services): Promise<void> => {
  log.show();
};
