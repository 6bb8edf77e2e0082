import type { Severity } from '../checks/index.ts';
import { parse } from '../letter/parse.ts';
import type { Work } from './batch.ts';
import { Beside, verdicts } from './beside.ts';
import { findingOf } from './report.ts';
import { REPORTS } from './reports.ts';
import type { Order } from './work.ts';

/** The findings of a document in the form of the report, and how many there are of each severity. */
export const checkWork = ({ format, settings, roots }: Extract<Order, { command: 'check' }>): Work => {
  const report = REPORTS[format];
  const beside = new Beside(roots);
  return {
    between: [report.between],
    of: ({ name, file, uri, text }) => {
      const letters = parse(text);
      const judged = verdicts(letters, beside.of(file), settings);
      const findings = judged.flatMap(({ placed, verdict }) =>
        verdict.shown.map((problem) => findingOf(problem, placed, uri)),
      );
      const silenced = judged.reduce((sum, { verdict }) => sum + verdict.silenced.length, 0);
      const counts: Partial<Record<Severity | 'silenced', number>> = silenced > 0 ? { silenced } : {};
      for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
      return {
        pieces: [findings.map((finding) => report.finding(finding, name)).join(report.between)],
        letters: letters.length,
        counts,
        sentences: beside.takeSentences(),
      };
    },
  };
};
