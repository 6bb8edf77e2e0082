/** How long to measure before a time left is worth telling, in milliseconds. */
const SETTLED_MS = 1500;
const MINUTE_S = 60;

const NUMBER = new Intl.NumberFormat('en-US');

/** `12,345`. */
export const numberText = (number: number): string => NUMBER.format(number);

/** `1 letter`, `1,200 letters`. */
export const counted = (count: number, noun: string): string => `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `about 2 minutes left`, by the pace so far; empty while that is too early to say. */
export const timeLeft = (done: number, total: number, elapsedMs: number): string => {
  if (done === 0 || elapsedMs < SETTLED_MS || done >= total) return '';
  const seconds = Math.ceil(((total - done) * elapsedMs) / done / 1000);
  return `about ${seconds < MINUTE_S ? counted(seconds, 'second') : counted(Math.round(seconds / MINUTE_S), 'minute')} left`;
};

/** `1,200 of 10,000 files · about 2 minutes left`. */
export const progressText = (done: number, total: number, elapsedMs: number): string =>
  [`${numberText(done)} of ${counted(total, 'file')}`, timeLeft(done, total, elapsedMs)].filter(Boolean).join(' · ');

/** Where VS Code shows how far something has come. */
interface Progress {
  report(news: { readonly message: string; readonly increment: number }): void;
}

/** Tells a person how many of so many files are done, each time it is called with that number. */
export const progressOf = (progress: Progress, total: number): ((done: number) => void) => {
  const start = Date.now();
  let shown = 0;
  return (done) => {
    const increment = ((done - shown) * 100) / Math.max(1, total);
    progress.report({ message: progressText(done, total, Date.now() - start), increment });
    shown = done;
  };
};

/** Of more files that could not be read the rest is counted. */
const MOST_NAMED = 3;

/** `2 files could not be read: a.txt (you have no permission), b.txt (it is a folder).`, from reasons by path. */
export const unreadText = (unreadable: ReadonlyMap<string, string>): string => {
  if (unreadable.size === 0) return '';
  const named = [...unreadable].slice(0, MOST_NAMED).map(([path, reason]) => `${path} (${reason})`);
  const more = unreadable.size > MOST_NAMED ? ', …' : '';
  return `${counted(unreadable.size, 'file')} could not be read: ${named.join(', ')}${more}.`;
};
