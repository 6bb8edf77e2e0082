import type { AnnotationInfo } from '../../../server/src/protocol.ts';
import { indexOf, isOpen, type Step } from './steps.ts';

const LONGEST = 60;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A value as a person reads it: what the record holds, else the words. */
export const valueText = ({ value, words }: AnnotationInfo): string =>
  shortened(value === null ? words : String(value));

/** The value of a step; of one with several values all that are short, else how many there are. */
export const stepValue = ({ members }: Step): string => {
  const [first] = members;
  if (first && members.length === 1) return valueText(first);
  const all = [...new Set(members.map(valueText))].join(' · ');
  return all.length <= LONGEST ? all : counted(members.length, 'value');
};

/** `Review 7 of 18 · Decision of issue 1: upheld` */
export const progressText = (steps: readonly Step[], step: Step): string =>
  `Review ${indexOf(steps, step.key) + 1} of ${steps.length} · ${step.title}: ${stepValue(step)}`;

/** The name of a field, with its value where its words are another. */
export const nameText = (step: Step): string => {
  const [first] = step.members;
  const isOne = first !== undefined && new Set(step.members.map(valueText)).size === 1;
  return !isOne || valueText(first) === shortened(first.words) ? step.title : `${step.title} = ${stepValue(step)}`;
};

const STATES = ['confirmed', 'corrected', 'rejected', 'flagged'] as const;

const tally = (members: readonly AnnotationInfo[]): string =>
  STATES.flatMap((state) => {
    const count = members.filter((info) => info.state === state && !isOpen(info)).length;
    return count === 0 ? [] : [`${count} ${state}`];
  }).join(', ');

/** What is said at the end of the walk: what became of the values, what was left, and how to go on. */
export const endText = (steps: readonly Step[]): string => {
  const members = steps.flatMap((step) => step.members);
  if (members.length === 0) return 'The parser read nothing in this letter that could be reviewed.';
  const left = members.filter(isOpen).length;
  const what = tally(members);
  const done =
    left === 0 ? `All ${counted(members.length, 'value')} of this letter are decided` : 'The walk is at its end';
  const rest =
    left === 0 ? '' : ` ${counted(left, 'value')} you skipped ${left === 1 ? 'waits' : 'wait'} still; P goes back.`;
  const next = left === 0 ? 'N marks the letter as done and opens the next' : 'N opens the next letter';
  return `${done}${what && `: ${what}`}.${rest} ${next}; Escape ends the review.`;
};

/** The same in the status bar. */
export const endStatus = (steps: readonly Step[]): string => {
  const left = steps.flatMap(({ members }) => members).filter(isOpen).length;
  return left === 0 ? 'Review done · N next letter' : `Review: ${counted(left, 'value')} skipped · N next letter`;
};
