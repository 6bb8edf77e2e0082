import { CASE_FORMATS, FORMATS } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import { oneOf, pathsOf, readArgs, UsageError } from './args.ts';
import { exportAll } from './export-run.ts';
import { jobsOf } from './run.ts';
import type { Wanted } from './target.ts';

const TABLES = ['cases', 'issues', 'citations'] as const;

const formatLines = CASE_FORMATS.map((id) => `  --format ${id.padEnd(9)} ${FORMATS[id].detail}`);

export const EXPORT_HELP = `Usage: imr-letters export [--format FORMAT] [--table cases|issues|citations] [--bom]
                          [--out FILE|FOLDER [--force] [--resume]] [--jobs N] PATH…

Writes one case record per letter, in the order of the files' names, or tables of them.
Every format and column is explained in docs/export.md.

PATH is a file, a pattern such as 'letters/**/*.txt', - for the standard input, or a folder, in
which every *.imr and *.imr.txt file is read, and every *.txt file that looks like a letter.

${formatLines.join('\n')}
                    json is the default
  --table TABLE     which table of csv or parquet goes to the standard output or to FILE
                    (default: cases)
  --bom             begin csv with a byte order mark, for Excel
  --out FILE        write to FILE instead of the standard output
  --out FOLDER      write all tables of csv or parquet into FOLDER, or a page for each letter
  --force           replace files that exist
  --resume          go on where a run was stopped; later, do again only what has changed. What
                    was done is kept beside the output, which is replaced by what it has become
  --jobs N          how many letters are read at once (default: one for each core)

Examples:
  imr-letters export letter.imr.txt
  imr-letters export --format jsonl --out cases.jsonl letters/
  imr-letters export --format csv --out tables/ letters/
  imr-letters export --format parquet --resume --out tables/ letters/
  pdftotext -layout letter.pdf - | imr-letters export -

Exit code: 0, or 2 where a file could not be read or written.
`;

const OPTIONS = {
  format: { type: 'string', default: 'json' },
  table: { type: 'string' },
  bom: { type: 'boolean', default: false },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  resume: { type: 'boolean', default: false },
  jobs: { type: 'string' },
} as const;

/** `imr-letters export`: the records of all letters in the paths. Resolves to the exit code. */
export const runExport = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = oneOf('format', CASE_FORMATS, values.format);
  const table = values.table === undefined ? undefined : oneOf('table', TABLES, values.table);
  if (CASE_WRITERS[format].every(({ name }) => name !== (table ?? 'cases'))) {
    throw new UsageError(`--table ${table} is of csv and parquet; ${format} has but one table`);
  }
  if (values.resume && values.out === undefined) throw new UsageError('--resume needs --out FILE or FOLDER');
  if (FORMATS[format].binary && values.out === undefined && process.stdout.isTTY) {
    throw new UsageError(`${FORMATS[format].title} is nothing to read on a terminal; add --out FILE or FOLDER`);
  }
  const wanted: Wanted = { format, table, out: values.out, options: { bom: values.bom } };
  const { force, resume } = values;
  return exportAll({ wanted, force, resume, paths: pathsOf(positionals), jobs: jobsOf(values.jobs) });
};
