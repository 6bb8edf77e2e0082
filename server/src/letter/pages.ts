import { type Flow, sourceSpan } from '../text/flow.ts';
import { matchedLength } from '../text/matching.ts';
import type { PageRange } from './model.ts';

const CUE = /\b(?:Page\(s\)|Pages?|pgs?\.?|pp?\.?) ?:? ?(?=\d)/gi;
const RANGE = /(\d{1,4})(?: ?(?:-|–|to|through) ?(\d{1,4}))?/y;
/** How many pages the work has: `98-99 of 127`. */
const IN_ALL = / of \d{1,4}\b/y;
const SEPARATOR = /,? ?(?:and|[&;,]) ?(?=\d)/y;

/** Where a page list stands in a flow, with its cue (`Page(s): 78, 80, 124`), and the pages in it. */
export interface PageList {
  readonly start: number;
  readonly end: number;
  readonly pages: readonly PageRange[];
}

/** Every page list within [start, end) of a flow, in order. */
export const findPageLists = (flow: Flow, start: number, end: number): readonly PageList[] => {
  const lists: PageList[] = [];
  for (let list = findPages(flow, start, end); list; list = findPages(flow, list.end, end)) lists.push(list);
  return lists;
};

/** The first page list within [start, end) of a flow, or null. A reversed range stays as printed. */
const findPages = (flow: Flow, start: number, end: number): PageList | null => {
  const text = flow.text.slice(0, end);
  CUE.lastIndex = start;
  const cue = CUE.exec(text);
  if (!cue) return null;
  const pages: PageRange[] = [];
  let at = cue.index + cue[0].length;
  for (;;) {
    RANGE.lastIndex = at;
    const range = RANGE.exec(text);
    if (!range) break;
    at += range[0].length;
    const first = Number(range[1]);
    pages.push({
      first,
      last: range[2] === undefined ? first : Number(range[2]),
      span: sourceSpan(flow, range.index, at),
    });
    at += matchedLength(IN_ALL, text, at);
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text);
    if (!separator) break;
    at += separator[0].length;
  }
  return { start: cue.index, end: at, pages };
};
