/** What a command acts on; `letter` and `issue` count from 1, null where the person is still to choose. */
export interface Target {
  readonly uri: string;
  readonly letter: number | null;
  readonly issue: number | null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : null;

/**
 * Reads a command's first argument: a `LensTarget` from a code lens, an address from a menu of the editor or from another
 * extension, nothing from the command palette. Falls back on the document in front; null where there is none either.
 */
export const readTarget = (argument: unknown, active: string | null): Target | null => {
  if (typeof argument === 'string' && argument !== '') return { uri: argument, letter: null, issue: null };
  if (isRecord(argument)) {
    const { uri, scheme } = argument;
    if (typeof uri === 'string') {
      return { uri, letter: numberOf(argument['letter']), issue: numberOf(argument['issue']) };
    }
    if (typeof scheme === 'string' && scheme !== '') return { uri: String(argument), letter: null, issue: null };
  }
  return active === null ? null : { uri: active, letter: null, issue: null };
};
