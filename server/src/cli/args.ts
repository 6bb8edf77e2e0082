import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A mistake on the command line, in a sentence for the person. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's arguments; a mistake becomes a `UsageError`. `--help` is known to every command. */
export const readArgs = <T extends Options>(args: readonly string[], options: T) => {
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Node adds advice on positional arguments after its first sentence.
    throw new UsageError(error instanceof Error ? (error.message.split(/\.? To specify|\. /)[0] ?? '') : '');
  }
};

/** One of the words that an option knows. */
export const oneOf = <T extends string>(option: string, words: readonly T[], given: string): T => {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`--${option} is one of ${words.join(', ')}, not “${given}”`);
  return found;
};

/** The PATHs of a command, of which there must be one. */
export const pathsOf = (positionals: readonly string[]): readonly string[] => {
  if (positionals.length === 0) throw new UsageError('Name a file or a folder, or - for the standard input');
  return positionals;
};
