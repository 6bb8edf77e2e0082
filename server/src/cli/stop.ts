import { EXIT, say, showProgress } from './terminal.ts';

const CODES = { SIGINT: EXIT.stopped, SIGTERM: 143 } as const;

/** Ends the process when a person or the system stops it, with a sentence; what is temporary goes with it. */
export const onStop = (sentence: string): void => {
  for (const [signal, code] of Object.entries(CODES)) {
    process.once(signal, () => {
      showProgress('');
      say(sentence);
      process.exit(code);
    });
  }
};
