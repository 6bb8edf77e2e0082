import { type Flow, sourceSpan } from '../text/flow.ts';
import { matchedLength } from '../text/matching.ts';
import type { Leaf } from '../text/span.ts';
import { trimEndOf } from '../text/trim.ts';

/** The longest known name that begins at an offset; `length` in UTF-16 units. */
export type MatchAt = (text: string, offset: number) => { readonly length: number } | null;

const SEPARATOR = /(?:[\s,;.]|and(?= )|&(?= )|the(?= ))+/y;
const STOP = /[,;]| and /g;

/**
 * Splits a printed list at commas, semicolons and `and`, but never inside a name that the table knows
 * (`Public Health & General Preventive Medicine`). `start` and `end` are offsets in the flow. Values are as printed.
 */
export const splitList = (flow: Flow, start: number, end: number, matchAt: MatchAt): readonly Leaf<string>[] => {
  const { text } = flow;
  const items: Leaf<string>[] = [];
  let at = start;
  while (at < end) {
    at += matchedLength(SEPARATOR, text, at);
    if (at >= end) break;
    const known = knownEnd(text, at, end, matchAt);
    const stop = known ?? itemEnd(text, at, end);
    const value = known === null ? trimEndOf(text.slice(at, stop), ' .') : text.slice(at, stop);
    if (value) items.push({ value, span: sourceSpan(flow, at, at + value.length) });
    at = Math.max(stop, at + 1);
  }
  return items;
};

/** Where a known name ends that is all of its item, or null. */
const knownEnd = (text: string, at: number, end: number, matchAt: MatchAt): number | null => {
  const known = matchAt(text, at);
  if (!known || at + known.length > end) return null;
  return /^\s*(?:[,;.]|and |& |$)/.test(text.slice(at + known.length, end)) ? at + known.length : null;
};

const itemEnd = (text: string, at: number, end: number): number => {
  STOP.lastIndex = at;
  const stop = STOP.exec(text);
  return stop && stop.index < end ? stop.index : end;
};
