import { type Flow, sourceSpan } from '../text/flow.ts';
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
    SEPARATOR.lastIndex = at;
    const skipped = SEPARATOR.exec(text);
    if (skipped) at += skipped[0].length;
    if (at >= end) break;
    const stop = itemEnd(text, at, end, matchAt);
    const value = trimEndOf(text.slice(at, stop), ' .');
    if (value) items.push({ value, span: sourceSpan(flow, at, at + value.length) });
    at = Math.max(stop, at + 1);
  }
  return items;
};

const itemEnd = (text: string, at: number, end: number, matchAt: MatchAt): number => {
  const known = matchAt(text, at);
  if (known && at + known.length <= end && /^(?:$|[\s,;.])/.test(text.slice(at + known.length, end))) {
    const rest = text.slice(at + known.length, end);
    if (/^\s*(?:[,;.]|and |& |$)/.test(rest)) return at + known.length;
  }
  STOP.lastIndex = at;
  const stop = STOP.exec(text);
  return stop && stop.index < end ? stop.index : end;
};
