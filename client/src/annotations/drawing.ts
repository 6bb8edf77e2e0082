import type { AnnotationInfo } from '../../../server/src/protocol.ts';

/** A line and a character, both from 0; what VS Code and the protocol mean by a range. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** How sure an annotation is, as it is drawn: never by colour alone. */
export const LOOKS = ['suggested', 'confirmed', 'corrected', 'flagged', 'edited'] as const;
export type Look = (typeof LOOKS)[number];

/** Lines that can be drawn on the same words without hiding one another: below, under the words, above. */
export const LANES = 3;

/** One annotation as it is drawn: in the colour of its group, by how sure it is, in a lane of its own. */
export interface Drawn {
  readonly info: AnnotationInfo;
  readonly group: number;
  readonly look: Look;
  /** From 0. */
  readonly lane: number;
  /** A range a line, without blanks at the ends. */
  readonly ranges: readonly TextRange[];
}

/** How an annotation is drawn; null of one that was rejected. */
export const lookOf = ({ state, edited }: AnnotationInfo): Look | null => {
  if (state === 'rejected') return null;
  if (state === 'flagged') return 'flagged';
  return edited && state !== 'suggested' ? 'edited' : state;
};

const compare = (a: TextRange['start'], b: TextRange['start']): number => a.line - b.line || a.character - b.character;

/** Annotations as they are drawn, in the order of the text. `lineAt` gives the text of a line. */
export const drawn = (annotations: readonly AnnotationInfo[], lineAt: (line: number) => string): readonly Drawn[] => {
  const ends: TextRange['end'][] = [];
  return annotations.flatMap((info) => {
    const look = lookOf(info);
    const [first] = info.ranges;
    const last = info.ranges.at(-1);
    if (look === null || !first || !last) return [];
    // The first lane whose last annotation ends before this one begins; where all are taken the last one is shared.
    const free = ends.findIndex((end) => compare(end, first.start) <= 0);
    const lane = free >= 0 ? free : Math.min(ends.length, LANES - 1);
    const before = ends[lane];
    ends[lane] = before && compare(before, last.end) > 0 ? before : last.end;
    return [{ info, group: info.group, look, lane, ranges: info.ranges.flatMap((range) => lineRanges(range, lineAt)) }];
  });
};

/** A range as one a line, each without the blanks at its ends; none for a blank line. */
export const lineRanges = ({ start, end }: TextRange, lineAt: (line: number) => string): readonly TextRange[] => {
  const ranges: TextRange[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const from = line === start.line ? start.character : 0;
    const text = lineAt(line);
    const part = text.slice(from, line === end.line ? end.character : text.length);
    const inner = part.trim();
    if (inner === '') continue;
    const character = from + part.length - part.trimStart().length;
    ranges.push({ start: { line, character }, end: { line, character: character + inner.length } });
  }
  return ranges;
};

/** What stands behind an annotation whose value a person corrected, or whose words were edited. */
export const afterText = ({ info, look }: Pick<Drawn, 'info' | 'look'>): string | null => {
  if (look === 'corrected' && info.value !== null) return ` → ${String(info.value)}`;
  return look === 'edited' ? ' edited, look again' : null;
};
