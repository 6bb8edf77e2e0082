import type { Report } from './report.ts';

/** A JSON array, one finding a line. */
export const jsonReport: Report = {
  open: '[',
  finding: (finding, _name, index) => `${index === 0 ? '\n' : ',\n'}  ${JSON.stringify(finding)}`,
  close: (count) => (count === 0 ? ']\n' : '\n]\n'),
};
