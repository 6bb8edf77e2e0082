import type { PlacedLetter } from '../letter/model.ts';
import { reflow } from '../text/flow.ts';
import type { Span } from '../text/span.ts';
import type { CaseCorrection, CaseSpans } from './case.ts';

/** What the words at a span of the letter should say, by whose question. */
export interface Reading {
  readonly span: Span;
  readonly reading: string;
  readonly code: string;
}

/** The corrections of a record, in the order of the readings; `spans` are the record's own. */
export const caseCorrections = (
  { letter, offset }: PlacedLetter,
  readings: readonly Reading[],
  spans: CaseSpans,
): readonly CaseCorrection[] =>
  readings.map(({ span, reading, code }) => {
    const [start, end] = [span.start + offset, span.end + offset];
    return { pointer: holderOf(spans, start, end), span: [start, end], printed: reflow(letter, span), reading, code };
  });

/** The pointer of the smallest value that holds the place, the longest pointer of several. */
const holderOf = (spans: CaseSpans, start: number, end: number): string | null => {
  let found: string | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [pointer, [from, to]] of Object.entries(spans)) {
    if (from > start || end > to || to - from > smallest) continue;
    smallest = to - from;
    found = pointer;
  }
  return found;
};
