import { flatMap } from '../text/flat-map.ts';
import { KNOWN_LABELS, type KnownLabel } from './header-labels.ts';

/** A label of the case table whose words go on at the beginning of the next line: `UR Denial` / `Date:`. */
export interface SplitLabel {
  readonly known: KnownLabel;
  /** Where its first words stand in the line. */
  readonly from: number;
  readonly to: number;
  /** How much of the next line's content its other words take. */
  readonly tail: number;
}

interface Halves {
  readonly known: KnownLabel;
  readonly head: string;
  readonly tail: string;
}

/** The form's own way of dividing one, which the table of labels knows. */
const OWN = 'Application';

const halvesOf = (known: KnownLabel): readonly Halves[] => {
  const words = known.text.split(' ');
  return words.slice(1).map((_, i) => ({
    known,
    head: words.slice(0, i + 1).join(' '),
    tail: words.slice(i + 1).join(' '),
  }));
};

/** The longest first: `IMR Case` / `Number:` is not `Case` / `Number:`. */
const HALVES = flatMap(KNOWN_LABELS, halvesOf)
  .filter(({ head }) => head !== OWN)
  .sort((a, b) => b.head.length - a.head.length);

/** What stands behind the first words: nothing, the next column, or the label's own value. */
const BEHIND = /^(?: *$| {2,}| +(?:\d|CM\d|Standard\b|Expedited\b))/;

/** The label that begins in a line's content and ends in the next one's, or null. */
export const splitLabelIn = (content: string, next: string): SplitLabel | null => {
  for (const { known, head, tail } of HALVES) {
    if (!next.startsWith(tail)) continue;
    const from = content.lastIndexOf(head);
    const to = from + head.length;
    if (from < 0 || (from > 0 && content.charAt(from - 1) !== ' ') || !BEHIND.test(content.slice(to))) continue;
    return { known, from, to, tail: tail.length };
  }
  return null;
};
