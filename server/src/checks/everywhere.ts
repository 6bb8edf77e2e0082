import type { Letter } from '../letter/model.ts';
import { flatMap } from '../text/flat-map.ts';
import type { Check, Fix, Found } from './check.ts';
import { editTo } from './reading.ts';

/**
 * The second fix of a finding that has its like elsewhere in the letter: the change made at every such place. Alike are
 * those that are certain, or else those where the same stands for the same.
 */
export const everywhere =
  (run: Check['run']): NonNullable<Check['fixes']> =>
  (found, letter) => {
    if (found.reading === undefined) return [];
    const alike = Array.from(run(letter)).filter((other) => areAlike(letter, found, other));
    if (alike.length < 2) return [];
    const edits = flatMap(alike, (each) => (each.reading === undefined ? [] : [editTo(letter, each, each.reading)]));
    return [{ title: `Change all ${alike.length} such places in this letter`, edits, preferred: false } satisfies Fix];
  };

const areAlike = ({ text }: Letter, one: Found, other: Found): boolean =>
  one.certain === true
    ? other.certain === true
    : other.reading === one.reading &&
      text.slice(other.span.start, other.span.end) === text.slice(one.span.start, one.span.end);
