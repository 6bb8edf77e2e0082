import { CHECKS, type CheckSettings, type Severity } from '../checks/index.ts';
import { oneOf, pathsOf, readArgs, UsageError } from './args.ts';
import { REPORTS } from './reports.ts';
import { jobsOf, newTally, rootsOf, type Tally, writeAll } from './run.ts';
import { EXIT, say } from './terminal.ts';
import { CHECK_FORMATS, type Order } from './work.ts';

export const CHECK_HELP = `Usage: imr-letters check [--format text|json|sarif] [--fail-on error|warning|information]
                         [--off CODE]… [--no-notes] [--jobs N] PATH…

Says what is missing or damaged in letters, but of what notes beside them silence
(.imr/notes.jsonl in the folder of a letter, or above it up to PATH or the folder you are in).

PATH is a file, a pattern such as 'letters/**/*.txt', - for the standard input, or a folder, in
which every *.imr and *.imr.txt file is read, and every *.txt file that looks like a letter.

  --format text       FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE] (this is the default)
  --format json       an array of { uri, code, severity, line, column, endLine, endColumn, message }
  --format sarif      SARIF 2.1.0
  --fail-on SEVERITY  the least severity that gives exit code 1 (default: error)
  --off CODE          leave out a check, for example --off missing.summary
  --no-notes          say also what notes silence
  --jobs N            how many letters are read at once (default: one for each core)

Examples:
  imr-letters check letter.imr.txt
  imr-letters check --format json --fail-on warning letters/
  imr-letters check --format sarif letters/ > problems.sarif

Exit code: 0 clean, 1 problems at or above --fail-on, 2 where a file could not be read.
`;

/** From the gravest. */
const RANKS: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const FAIL_ON = ['error', 'warning', 'information'] as const;

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'error' },
  off: { type: 'string', multiple: true, default: [] as string[] },
  'no-notes': { type: 'boolean', default: false },
  jobs: { type: 'string' },
} as const;

/** `imr-letters check`: the problems of all letters in the paths. Resolves to the exit code. */
export const runCheck = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = oneOf('format', CHECK_FORMATS, values.format);
  const failOn = oneOf('fail-on', FAIL_ON, values['fail-on']);
  const paths = pathsOf(positionals);
  const order: Order = {
    command: 'check',
    format,
    settings: settingsOf(values.off),
    roots: values['no-notes'] ? null : rootsOf(paths),
  };
  const options = { paths, order, jobs: jobsOf(values.jobs) };
  const tally = newTally();
  await writeAll(options, REPORTS[format], tally);
  if (format === 'text') say(summaryOf(tally));
  if (tally.failures > 0) return EXIT.failure;
  const grave = RANKS.slice(0, RANKS.indexOf(failOn) + 1);
  return grave.some((severity) => tally.counts[severity]) ? EXIT.problems : EXIT.clean;
};

const settingsOf = (codes: readonly string[]): CheckSettings => {
  const unknown = codes.find((code) => CHECKS.every((check) => check.code !== code));
  if (unknown !== undefined) {
    throw new UsageError(`There is no check “${unknown}”; the checks are ${CHECKS.map(({ code }) => code).join(', ')}`);
  }
  return Object.fromEntries(codes.map((code) => [code, 'off']));
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning in 12 letters.` */
const summaryOf = ({ letters, counts }: Tally): string => {
  if (letters === 0) return 'no letter was found.';
  const kinds = RANKS.filter((severity) => counts[severity]);
  const parts = kinds.map((severity) => counted(counts[severity] ?? 0, NOUNS[severity]));
  const silenced = counts['silenced'] ? `, ${counts['silenced']} silenced` : '';
  return `${parts.join(', ') || 'no problems'}${silenced} in ${counted(letters, 'letter')}.`;
};

const NOUNS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'remark',
  hint: 'hint',
};
