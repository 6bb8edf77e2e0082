import type { LetterInfo } from '../../../server/src/protocol.ts';

const WAITING: ReadonlySet<LetterInfo['status']> = new Set(['new', 'in-progress']);

/** The next letter behind one, in the order of their paths, with which the person is not done; from the beginning again. */
export const nextWaiting = (letters: readonly LetterInfo[], uri: string): LetterInfo | null => {
  const here = letters.findIndex((letter) => letter.uri === uri);
  const others = [...letters.slice(here + 1), ...letters.slice(0, Math.max(here, 0))];
  return others.find(({ status }) => WAITING.has(status)) ?? null;
};
