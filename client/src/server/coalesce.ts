/**
 * Wraps a task so that it never runs twice at once: a call while it runs waits for one more run after it, and all calls
 * that come meanwhile share that one. Each promise settles as the run does that serves it.
 */
export const coalesce = (task: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;

  const run = (): Promise<void> => {
    running = task().finally(() => {
      running = null;
    });
    return running;
  };

  return () => {
    if (running === null) return run();
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = null;
        return run();
      });
    return queued;
  };
};
