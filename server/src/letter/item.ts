import { type Flow, sourceSpan } from '../text/flow.ts';
import type { Leaf } from '../text/span.ts';

/** What an issue's title disputes; of a carve-out also what was first asked for and what was authorized. */
export interface ReadItem {
  readonly item: Leaf<string> | null;
  readonly originalRequest: Leaf<string> | null;
  readonly authorized: Leaf<string> | null;
}

/** A title longer than this is no title; its wording is not searched. */
const LONGEST_TITLE = 4000;
const COPULA = /(?:^| )(?:is|are)$/i;
const DISPUTED = /\boriginal request, /i;
const ORIGINAL = /^(.*?) (?:was|were) the original request\b/i;
const AUTHORIZED_FIRST = /\bThe Claims Administrator (?:authorized|approved|certified) (.*?),? leaving the\b/di;
const AUTHORIZED_LAST =
  /\boriginal request\. (.*?) (?:was|were) (?:authorized|approved|certified) by the Claims Administrator\b/di;

/**
 * Reads the item from [0, end) of a title's flow. Of `X was the original request. Y was authorized by the Claims
 * Administrator. The remaining IMR eligible portion of the original request, Z is` the item is Z.
 */
export const readItem = (flow: Flow, end: number): ReadItem => {
  const text = flow.text.slice(0, end).replace(COPULA, '').trimEnd();
  const original = text.length <= LONGEST_TITLE ? ORIGINAL.exec(text) : null;
  if (!original) return { item: part(flow, 0, text.length), originalRequest: null, authorized: null };
  const disputed = DISPUTED.exec(text);
  const start = disputed ? disputed.index + disputed[0].length : 0;
  const authorized = AUTHORIZED_FIRST.exec(text) ?? AUTHORIZED_LAST.exec(text);
  const [authorizedStart, authorizedEnd] = authorized?.indices?.[1] ?? [0, 0];
  return {
    item: part(flow, start, text.length),
    originalRequest: part(flow, 0, original[1]?.length ?? 0),
    authorized: part(flow, authorizedStart, authorizedEnd),
  };
};

const part = (flow: Flow, start: number, end: number): Leaf<string> | null => {
  const value = flow.text.slice(start, end);
  return value ? { value, span: sourceSpan(flow, start, end) } : null;
};
