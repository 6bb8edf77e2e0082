import { flatMap } from '../text/flat-map.ts';
import { type Flow, sourceSpan } from '../text/flow.ts';
import { matchesOf } from '../text/matching.ts';
import type { Leaf } from '../text/span.ts';
import { trimEndOf } from '../text/trim.ts';
import type { DecisionLeaf } from './model.ts';

/** A decision in a sentence: `is not medically necessary and appropriate`. Extraction may have lost the blank before `medically`. */
const VERDICT = /\b(?:is|are|was|were) (not ?)?medically necessary(?: and appropriate)?/i;
const SUBJECT =
  /^(?:\d{1,2}[.)] ?)?(?:Decision: ?)?(?:MAXIMUS\b.{0,60}? has determined (?:that )?)?(?:the request for )?/i;

/** How much of a sentence stands before its item, in characters. */
export const subjectStart = (text: string): number => SUBJECT.exec(text)?.[0].length ?? 0;

/** An item with its decision, read from one sentence: [start, end) of the flow. */
export interface Determined {
  readonly item: Leaf<string> | null;
  readonly decision: DecisionLeaf;
  /** Where the sentence's verdict ends in the flow. */
  readonly end: number;
}

/** Reads `1) MAXIMUS Federal Services, Inc. has determined the request for X is not medically necessary and appropriate`. */
export const readDetermined = (flow: Flow, start: number, end: number): Determined | null => {
  const text = flow.text.slice(start, end);
  const verdict = VERDICT.exec(text);
  if (!verdict) return null;
  const subject = subjectStart(text);
  const itemEnd = trimEndOf(text.slice(0, verdict.index), ' ,').length;
  const at = start + verdict.index;
  return {
    item:
      itemEnd > subject
        ? { value: text.slice(subject, itemEnd), span: sourceSpan(flow, start + subject, start + itemEnd) }
        : null,
    decision: {
      value: verdict[1] ? 'upheld' : 'overturned',
      printed: verdict[0],
      span: sourceSpan(flow, at, at + verdict[0].length),
      damage: [],
    },
    end: at + verdict[0].length,
  };
};

const LISTED = /\b\d{1,2}\) ?MAXIMUS\b.{0,60}? has determined /gi;
/** The longest item a list of determinations is searched for, in characters. */
const LONGEST_ITEM = 1200;

/** A determination of a list and its printed number. */
interface ListedDetermination {
  readonly number: number;
  readonly determined: Determined;
}

/** Every determination that a flow lists, in the order of the text. */
export const readListed = (flow: Flow): readonly ListedDetermination[] => {
  const starts = matchesOf(LISTED, flow.text).map(({ index }) => index);
  return flatMap(starts, (start, i) => {
    const number = Number.parseInt(flow.text.slice(start, start + 2), 10);
    const determined = readDetermined(flow, start, Math.min(starts[i + 1] ?? flow.text.length, start + LONGEST_ITEM));
    return determined ? [{ number, determined }] : [];
  });
};

/** The list of determinations at the head of a notice of 2013, by its numbers; a second printing adds nothing. */
export const readDeterminations = (flow: Flow): ReadonlyMap<number, Determined> => {
  const list = new Map<number, Determined>();
  for (const { number, determined } of readListed(flow)) if (!list.has(number)) list.set(number, determined);
  return list;
};
