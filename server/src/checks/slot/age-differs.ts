import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Leaf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Kind, tokensOf, tokenText } from '../tokens.ts';
import { agesIn } from './age.ts';
import { tokenSpan } from './around.ts';

/**
 * The summary gives the injured worker two ages that the years between cannot explain.
 *
 *     a 57-year-old man ... This 75 year old man
 *
 * Ages that differ by a few years are those of two dates. The ages of others than the worker are no contradiction, so that
 * only one whose digits are those of the first, turned or but for one, is reported.
 */
export const slotAgeDiffers: Check = {
  code: 'slot.age-differs',
  title: 'The summary gives two ages that contradict each other.',
  severity: 'information',
  category: 'slot',
  run: (letter) => {
    const age = letter.summary?.age;
    return age ? flatMap(agesBehind(letter, age.span.end), (other) => differingFrom(letter, age, other)) : [];
  },
};

/** The ages in numbers that the summary gives behind its first. */
const agesBehind = (letter: Letter, end: number): readonly number[] => {
  const { kinds, starts, regions } = tokensOf(letter);
  const summary = regions.find(({ kind }) => kind === 'summary');
  return agesIn(letter).filter(
    (index) => kinds[index] === Kind.digit && (starts[index] ?? 0) >= end && index < (summary?.last ?? 0),
  );
};

/** Years between a report and the review that letters look back on. */
const FEW_YEARS = 7;

const differingFrom = (letter: Letter, age: Leaf<number>, other: number): readonly Found[] => {
  const tokens = tokensOf(letter);
  const [a, b] = [String(age.value), tokenText(tokens, other)];
  if (a.length !== 2 || b.length !== 2 || Math.abs(Number(a) - Number(b)) <= FEW_YEARS || !isSlip(a, b)) return [];
  const related = [{ span: age.span, message: `The age ${a}` }];
  return [{ span: tokenSpan(tokens, other), message: `The age ${b} stands here, but ${a} further up.`, related }];
};

const isSlip = (a: string, b: string): boolean =>
  (a[0] === b[1] && a[1] === b[0]) || (a[0] === b[0]) !== (a[1] === b[1]);
