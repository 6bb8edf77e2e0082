import type { Plant } from '../plant.ts';
import { inProse } from './slot.ts';

export const PUNCTUATION_PLANTS: readonly Plant[] = [
  inProse('punctuation.space-before', 'a blank before a comma', /(?<=[a-z]),(?= [a-z])/g, () => ' ,'),
  inProse('punctuation.comma-without-space', 'no blank behind a comma', /(?<=[a-z]{2}), (?=[a-z]{2})/g, () => ','),
  inProse('punctuation.doubled', 'a mark doubled', /(?<=[a-z]{5})[.,;](?= )/g, (mark) => mark + mark),
  inProse('punctuation.stop-for-comma', 'a full stop for a comma', /(?<=\b[a-z]{5,14}),(?= [a-z]{3})/g, () => '.'),
  inProse('punctuation.unbalanced', 'a bracket too many', /\((?=[a-z]{3})/g, () => '((', false),
  inProse(
    'punctuation.stray-apostrophe',
    'an apostrophe behind a word',
    // A dropped g (`feelin' well`) is spoken language, and of words in s it may be the plural's own.
    /(?<=[a-z]{3}[a-rt-wy])(?<!in)(?= [a-z])/g,
    () => "'",
  ),
];
