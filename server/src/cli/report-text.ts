import type { Report } from './report.ts';

/** One finding a line, in the form that compilers use and editors turn into links. */
export const textReport: Report = {
  open: '',
  finding: ({ line, column, severity, message, code }, name) =>
    `${name}:${line}:${column}: ${severity}: ${message} [${code}]\n`,
  between: '',
  close: '',
  none: '',
};
