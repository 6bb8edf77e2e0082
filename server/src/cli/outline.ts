import { oneOf, pathsOf, readArgs } from './args.ts';
import { type Frame, jobsOf, newTally, writeAll } from './run.ts';
import { EXIT, say } from './terminal.ts';
import { OUTLINE_FORMATS, type OutlineFormat } from './work.ts';

export const OUTLINE_HELP = `Usage: imr-letters outline [--format text|json] [--jobs N] PATH…

Shows how letters are built: their sections, fields and issues, as an editor's outline does.

PATH is a file, a pattern such as 'letters/**/*.txt', - for the standard input, or a folder, in
which every *.imr and *.imr.txt file is read, and every *.txt file that looks like a letter.

  --format text   FILE:LINE: NAME · DETAIL, what is below a row indented (this is the default)
  --format json   an array of { uri, name, detail, line, column, endLine, endColumn, children }
  --jobs N        how many letters are read at once (default: one for each core)

Examples:
  imr-letters outline letter.imr.txt
  pdftotext -layout letter.pdf - | imr-letters outline --format json -

Exit code: 0, or 2 where a file could not be read.
`;

const OPTIONS = { format: { type: 'string', default: 'text' }, jobs: { type: 'string' } } as const;

const FRAMES: Readonly<Record<OutlineFormat, Frame>> = {
  text: { open: '', between: '', close: '', none: '' },
  json: { open: '[\n', between: ',\n', close: '\n]\n', none: '[]\n' },
};

/** `imr-letters outline`: the outlines of all letters in the paths. Resolves to the exit code. */
export const runOutline = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = oneOf('format', OUTLINE_FORMATS, values.format);
  const tally = newTally();
  const options = {
    paths: pathsOf(positionals),
    order: { command: 'outline', format },
    jobs: jobsOf(values.jobs),
  } as const;
  await writeAll(options, FRAMES[format], tally);
  if (tally.letters === 0) say('no letter was found.');
  return tally.failures > 0 ? EXIT.failure : EXIT.clean;
};
