import { CHECKS, type CheckSettings, checkLetter, type Severity } from '../checks/index.ts';
import { parse } from '../letter/parse.ts';
import { oneOf, pathsOf, readArgs, UsageError } from './args.ts';
import { Inputs } from './inputs.ts';
import { openOutput } from './output.ts';
import { type Finding, findingOf, type Report } from './report.ts';
import { jsonReport } from './report-json.ts';
import { sarifReport } from './report-sarif.ts';
import { textReport } from './report-text.ts';
import { EXIT, isSystemError, reasonOf, say } from './terminal.ts';

export const CHECK_HELP = `Usage: imr-letters check [--format text|json|sarif] [--fail-on error|warning|information]
                         [--off CODE]… PATH…

Says what is missing or damaged in letters.

PATH is a file, - for the standard input, or a folder, in which every *.imr and *.imr.txt
file is read, and every *.txt file that looks like a letter.

  --format text       FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE] (this is the default)
  --format json       an array of { uri, code, severity, line, column, endLine, endColumn, message }
  --format sarif      SARIF 2.1.0
  --fail-on SEVERITY  the least severity that gives exit code 1 (default: error)
  --off CODE          leave out a check, for example --off missing.summary

Examples:
  imr-letters check letter.imr.txt
  imr-letters check --format json --fail-on warning letters/

Exit code: 0 clean, 1 problems at or above --fail-on, 2 where a file could not be read.
`;

const REPORTS = { text: textReport, json: jsonReport, sarif: sarifReport } as const;
const FORMATS = ['text', 'json', 'sarif'] as const;
/** From the gravest. */
const RANKS: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const FAIL_ON = ['error', 'warning', 'information'] as const;

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'error' },
  off: { type: 'string', multiple: true, default: [] as string[] },
} as const;

interface Tally {
  letters: number;
  readonly found: Record<Severity, number>;
}

/** `imr-letters check`: the problems of all letters in the paths. Resolves to the exit code. */
export const runCheck = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = oneOf('format', FORMATS, values.format);
  const failOn = oneOf('fail-on', FAIL_ON, values['fail-on']);
  const settings = settingsOf(values.off);
  const inputs = new Inputs(pathsOf(positionals));
  const tally: Tally = { letters: 0, found: { error: 0, warning: 0, information: 0, hint: 0 } };
  try {
    await writeFindings(inputs, settings, REPORTS[format], tally);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    say(`cannot write the standard output: ${reasonOf(error)}.`);
    return EXIT.failure;
  }
  if (format === 'text') say(summaryOf(tally));
  if (inputs.failures > 0) return EXIT.failure;
  const grave = RANKS.slice(0, RANKS.indexOf(failOn) + 1);
  return grave.some((severity) => tally.found[severity] > 0) ? EXIT.problems : EXIT.clean;
};

const settingsOf = (codes: readonly string[]): CheckSettings => {
  const unknown = codes.find((code) => CHECKS.every((check) => check.code !== code));
  if (unknown !== undefined) {
    throw new UsageError(`There is no check “${unknown}”; the checks are ${CHECKS.map(({ code }) => code).join(', ')}`);
  }
  return Object.fromEntries(codes.map((code) => [code, 'off']));
};

const writeFindings = async (inputs: Inputs, settings: CheckSettings, report: Report, tally: Tally): Promise<void> => {
  const output = openOutput(undefined, false);
  let count = 0;
  await output.write(report.open);
  for await (const { name, finding } of findingsOf(inputs, settings, tally)) {
    tally.found[finding.severity]++;
    await output.write(report.finding(finding, name, count++));
  }
  await output.write(report.close(count));
  await output.close();
};

const findingsOf = async function* (
  inputs: Inputs,
  settings: CheckSettings,
  tally: Tally,
): AsyncGenerator<{ name: string; finding: Finding }> {
  for await (const { name, uri, text } of inputs.documents()) {
    for (const placed of parse(text)) {
      tally.letters++;
      for (const problem of checkLetter(placed.letter, settings))
        yield { name, finding: findingOf(problem, placed, uri) };
    }
  }
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `2 errors, 1 warning in 12 letters.` */
const summaryOf = ({ letters, found }: Tally): string => {
  if (letters === 0) return 'no letter was found.';
  const kinds = RANKS.filter((severity) => found[severity] > 0);
  const parts = kinds.map((severity) => counted(found[severity], NOUNS[severity]));
  return `${parts.join(', ') || 'no problems'} in ${counted(letters, 'letter')}.`;
};

const NOUNS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'remark',
  hint: 'hint',
};
