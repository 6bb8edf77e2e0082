import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './log.ts';

const cancelled = (name: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled.`);

/**
 * Wraps a handler so that the server never dies of a letter: a cancelled request is answered as such, before the work as
 * well as after it; an exception is logged by name and class, and the fallback is answered. Notifications have no token.
 */
export const safe =
  <P, R>(log: Log, name: string, fallback: R, run: (params: P, token?: CancellationToken) => R | Promise<R>) =>
  async (params: P, token?: CancellationToken): Promise<R | ResponseError<void>> => {
    const isCancelled = () => token?.isCancellationRequested === true;
    if (isCancelled()) return cancelled(name);
    try {
      const result = await run(params, token);
      return isCancelled() ? cancelled(name) : result;
    } catch (error) {
      if (isCancelled()) return cancelled(name);
      log.failure(name, error);
      return fallback;
    }
  };
