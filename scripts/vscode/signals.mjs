const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** npm passes on a signal that the terminal has sent to this process as well; milliseconds. */
const SAME_SIGNAL = 1000;

/** Resolves when this process is first asked to end, as by Ctrl+C. Asked again later, it ends at once. */
export function askedToEnd() {
  return new Promise((resolve) => {
    let first = 0;
    const onSignal = () => {
      if (first === 0) first = Date.now();
      else if (Date.now() - first > SAME_SIGNAL) process.exit(1);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
