import { checkLetter, type Severity } from '../checks/index.ts';
import { parse } from '../letter/parse.ts';
import type { Work } from './batch.ts';
import { findingOf } from './report.ts';
import { REPORTS } from './reports.ts';
import type { Order } from './work.ts';

/** The findings of a document in the form of the report, and how many there are of each severity. */
export const checkWork = ({ format, settings }: Extract<Order, { command: 'check' }>): Work => {
  const report = REPORTS[format];
  return {
    between: [report.between],
    of: ({ name, uri, text }) => {
      const letters = parse(text);
      const findings = letters.flatMap((placed) =>
        checkLetter(placed.letter, settings).map((problem) => findingOf(problem, placed, uri)),
      );
      const counts: Partial<Record<Severity, number>> = {};
      for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
      return {
        pieces: [findings.map((finding) => report.finding(finding, name)).join(report.between)],
        letters: letters.length,
        counts,
      };
    },
  };
};
