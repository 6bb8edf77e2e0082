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
