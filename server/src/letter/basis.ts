import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { spanOf } from '../text/span.ts';
import { readCitations } from './citations.ts';
import type { FoundMark } from './marks.ts';
import type { Basis } from './model.ts';

/** A side that cited nothing says so. */
export const NOTHING_CITED = /\bdid not cite any\b/i;

/** What stands after a guideline label, up to `end`, with its citations. */
export const readBasis = (source: Source, { mark, valueStart }: FoundMark, end: number): Basis => {
  const flow = flowOf(source, valueStart, end);
  const text = flow.text ? { value: flow.text, span: sourceSpan(flow, 0, flow.text.length) } : null;
  const citations = readCitations(flow);
  return {
    label: mark,
    span: spanOf(mark.span.start, text ? text.span.end : mark.span.end),
    text,
    cited: citations.length > 0 || (text !== null && !NOTHING_CITED.test(text.value)),
    citations,
  };
};
