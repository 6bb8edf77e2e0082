import { CASE_FORMATS, type Case, type CaseFile, type Chunk, toCase } from '../case/index.ts';
import { CASE_WRITERS } from '../case/writers.ts';
import { parse } from '../letter/parse.ts';
import { oneOf, pathsOf, readArgs } from './args.ts';
import { Inputs } from './inputs.ts';
import { type Output, openOutput } from './output.ts';
import { EXIT, isSystemError, reasonOf, say } from './terminal.ts';

export const EXPORT_HELP = `Usage: imr-letters export [--format json|jsonl|csv] [--out FILE [--force]] PATH…

Writes one case record per letter (schema/case-1.json), in the order of the files' names.

PATH is a file, - for the standard input, or a folder, in which every *.imr and *.imr.txt
file is read, and every *.txt file that looks like a letter.

  --format json    one record as an object, several as an array (this is the default)
  --format jsonl   one record a line
  --format csv     the table of cases, one row a letter (docs/export.md)
  --out FILE       write to FILE instead of the standard output
  --force          replace FILE if it exists

Examples:
  imr-letters export letter.imr.txt
  imr-letters export --format jsonl --out cases.jsonl letters/
  pdftotext -layout letter.pdf - | imr-letters export -

Exit code: 0, or 2 where a file could not be read or written.
`;

const OPTIONS = {
  format: { type: 'string', default: 'json' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const;

/** `imr-letters export`: the records of all letters in the paths. Resolves to the exit code. */
export const runExport = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = oneOf('format', CASE_FORMATS, values.format);
  const inputs = new Inputs(pathsOf(positionals));
  try {
    const output = openOutput(values.out, values.force);
    const count = await writeCases(casesOf(inputs), CASE_WRITERS[format][0], output);
    await output.close();
    if (count === 0) say('no letter was found.');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    say(`cannot write ${values.out ?? 'the standard output'}: ${reasonOf(error)}.`);
    return EXIT.failure;
  }
  return inputs.failures > 0 ? EXIT.failure : EXIT.clean;
};

const casesOf = async function* (inputs: Inputs): AsyncGenerator<Case> {
  for await (const { uri, text } of inputs.documents()) {
    for (const placed of parse(text)) yield toCase(placed, uri);
  }
};

/** Writes records as they come; only the first is held back, since it may be the only one. Resolves to their number. */
const writeCases = async (cases: AsyncIterable<Case>, file: CaseFile, output: Output): Promise<number> => {
  const assembly = file.assemble({});
  let first: string | null = null;
  let count = 0;
  const put = async (chunks: readonly Chunk[]): Promise<void> => {
    for (const chunk of chunks) await output.write(String(chunk));
  };
  for await (const record of cases) {
    if (first !== null) await put(assembly.add(first));
    if (count > 0) await put(assembly.add(file.piece(record)));
    first = count === 0 ? file.piece(record) : null;
    count++;
  }
  if (first !== null && file.alone) await put([file.alone(first)]);
  else await put([...(first === null ? [] : assembly.add(first)), ...assembly.end()]);
  return count;
};
