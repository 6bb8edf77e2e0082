import type { AnnotationInfo } from '../../../server/src/protocol.ts';
import type { TextRange } from './drawing.ts';

type Position = TextRange['start'];

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

const holds = ({ start, end }: TextRange, position: Position): boolean =>
  compare(start, position) <= 0 && compare(position, end) <= 0;

/** Those that are shown in the text: they stand somewhere, and nobody has rejected them. */
export const shownOnes = (annotations: readonly AnnotationInfo[]): readonly AnnotationInfo[] =>
  annotations.filter(({ ranges, state }) => ranges.length > 0 && state !== 'rejected');

/** Lines first, since a line is longer than any part of one. */
const sizeOf = ({ ranges }: AnnotationInfo): readonly [number, number] => {
  const sum = (measure: (range: TextRange) => number): number =>
    ranges.reduce((total, range) => total + measure(range), 0);
  return [sum(({ start, end }) => end.line - start.line), sum(({ start, end }) => end.character - start.character)];
};

/** All that stand at a place: people's before the parser's suggestions, then the smallest first. */
export const allAt = (annotations: readonly AnnotationInfo[], position: Position): readonly AnnotationInfo[] =>
  shownOnes(annotations)
    .filter(({ ranges }) => ranges.some((range) => holds(range, position)))
    .map((info) => [info, sizeOf(info)] as const)
    .sort(
      ([a, [lines, width]], [b, [otherLines, otherWidth]]) =>
        Number(a.state === 'suggested') - Number(b.state === 'suggested') || lines - otherLines || width - otherWidth,
    )
    .map(([info]) => info);

/** The smallest that stands at a place; null where none does. */
export const smallestAt = (annotations: readonly AnnotationInfo[], position: Position): AnnotationInfo | null =>
  allAt(annotations, position)[0] ?? null;

/** The next annotation of a person behind a place, or before it; from the other end where there is none. */
export const neighbour = (
  annotations: readonly AnnotationInfo[],
  position: Position,
  way: 'next' | 'previous',
): AnnotationInfo | null => {
  const shown = shownOnes(annotations).filter(({ state }) => state !== 'suggested');
  const startOf = ({ ranges }: AnnotationInfo): Position => ranges[0]?.start ?? position;
  const found =
    way === 'next'
      ? shown.find((info) => compare(startOf(info), position) > 0)
      : shown.findLast((info) => compare(startOf(info), position) < 0);
  return found ?? (way === 'next' ? shown[0] : shown.at(-1)) ?? null;
};
