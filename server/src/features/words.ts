import type { Decision, Determination } from '../letter/model.ts';

/** `no issues`, `1 issue`, `2 issues`. */
export const counted = (count: number, noun: string): string =>
  count === 0 ? `no ${noun}s` : count === 1 ? `1 ${noun}` : `${count} ${noun}s`;

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  modified: 'Modified',
};

export const DETERMINATION_WORDS: Readonly<Record<Determination, string>> = {
  upheld: 'upheld',
  overturned: 'overturned',
  'partially-overturned': 'partially overturned',
};
