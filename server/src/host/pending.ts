/**
 * Jobs that follow a change, one a document: however many changes arrive while a job waits, it runs once and sees the
 * last of them.
 */
export class Pending {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #delay: number;
  readonly #run: (uri: string) => void;

  /** `delay` in milliseconds; `run` must not throw. */
  constructor(delay: number, run: (uri: string) => void) {
    this.#delay = delay;
    this.#run = run;
  }

  add(uri: string): void {
    if (this.#timers.has(uri)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      this.#run(uri);
    }, this.#delay);
    this.#timers.set(uri, timer);
  }

  drop(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }
}
