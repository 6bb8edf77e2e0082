import type { Report } from './report.ts';

/** A JSON array, one finding a line. */
export const jsonReport: Report = {
  open: '[\n',
  finding: (finding) => `  ${JSON.stringify(finding)}`,
  between: ',\n',
  close: '\n]\n',
  none: '[]\n',
};
