#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { version } from '../../../package.json';
import { ANNOTATIONS_HELP, runAnnotations } from './annotations.ts';
import { UsageError } from './args.ts';
import { CHECK_HELP, runCheck } from './check.ts';
import { EXPORT_HELP, runExport } from './export.ts';
import { OUTLINE_HELP, runOutline } from './outline.ts';
import { WriteError } from './output.ts';
import { serveAsWorker } from './pool.ts';
import { EXIT, NAME, reasonOf, say } from './terminal.ts';

const HELP = `Usage: imr-letters COMMAND

Reads California Independent Medical Review (IMR) final determination letters.

  export PATH…      a record of each letter, or tables: JSON, CSV, Parquet and more
  check PATH…       what is missing or damaged
  outline PATH…     how letters are built
  annotations …     export, import and compare what people say of letters
  lsp --stdio       the language server, for an editor
  COMMAND --help    more on a command, with examples
  --version         the version

PATH is a file, a folder, a pattern such as 'letters/**/*.txt', or - for the standard input.
`;

const LSP_HELP = `Usage: imr-letters lsp --stdio

Runs the language server on the standard input and output. An editor starts it: docs/editors.md
says how in Neovim, Helix, Emacs and Zed.

Examples:
  imr-letters lsp --stdio
`;

interface Command {
  readonly help: string;
  /** Resolves to the exit code, or to null where the process goes on. */
  readonly run: (args: readonly string[]) => Promise<number | null>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  export: { help: EXPORT_HELP, run: runExport },
  check: { help: CHECK_HELP, run: runCheck },
  outline: { help: OUTLINE_HELP, run: runOutline },
  annotations: { help: ANNOTATIONS_HELP, run: runAnnotations },
  lsp: {
    help: LSP_HELP,
    run: async () => {
      // Loaded only here, since an export has no use for a server.
      const { runLsp } = await import('./lsp.ts');
      runLsp('stdio');
      return null;
    },
  },
};

const HELP_WORDS: ReadonlySet<string | undefined> = new Set(['--help', '-h', 'help']);
const VERSION_WORDS: ReadonlySet<string | undefined> = new Set(['--version', '-v', 'version']);

const print = (text: string): number => {
  process.stdout.write(text);
  return EXIT.clean;
};

const main = async ([name, ...args]: readonly string[]): Promise<number | null> => {
  if (HELP_WORDS.has(name)) return print((args[0] && COMMANDS[args[0]]?.help) || HELP);
  if (VERSION_WORDS.has(name)) return print(`${version}\n`);
  if (name === undefined) {
    process.stderr.write(HELP);
    return EXIT.failure;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new UsageError(`There is no command “${name}”; the commands are ${Object.keys(COMMANDS).join(', ')}`);
  // Those of a command within a command are its own.
  const isHelp = args.includes('--help') || args.includes('-h');
  if (isHelp && !(name === 'annotations' && args.length > 1)) return print(command.help);
  return command.run(args);
};

const runMain = (): void => {
  // A reader that has seen enough, such as `head`, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.clean);
    say(`cannot write the standard output: ${error.code ?? error.name}.`);
    process.exit(EXIT.failure);
  });

  main(process.argv.slice(2)).then(
    (code) => {
      if (code !== null) process.exitCode = code;
    },
    (error: unknown) => {
      // No message of an unforeseen error is printed: it might hold text of a letter.
      if (error instanceof UsageError) say(`${error.message}. Try ${NAME} --help.`);
      else if (error instanceof WriteError) say(`cannot write ${error.file}: ${reasonOf(error.cause)}.`);
      else say(`unexpected ${error instanceof Error ? error.name : 'error'}; please report it.`);
      process.exitCode = EXIT.failure;
    },
  );
};

if (isMainThread) runMain();
else void serveAsWorker();
