import type { Flow } from '../text/flow.ts';
import type { Citation } from './model.ts';
import { readMtus } from './mtus.ts';
import { readOther } from './other.ts';

const OPENS = 'Decision based on ';
const MTUS = /^MTUS\b[ ,:-]*/i;
const NON_MTUS = /^Non[ -]?MTUS\b(?: Citations?)?[ :]*/i;

/** One `Decision based on ...` sentence: its place in the flow, and where what it cites begins. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly cited: number;
}

/**
 * The citations of a statement, one for each guideline named. Sentences are parted only at `Decision based on`, since
 * titles, addresses and `pg.` hold full stops of their own.
 */
export const readCitations = (flow: Flow): readonly Citation[] => {
  const { text } = flow;
  const citations: Citation[] = [];
  let start = text.indexOf(OPENS);
  while (start >= 0) {
    const next = text.indexOf(OPENS, start + OPENS.length);
    const end = text.slice(start, next < 0 ? text.length : next).trimEnd().length + start;
    const body = start + OPENS.length;
    const head = text.slice(body, Math.min(end, body + 40));
    const mtus = MTUS.exec(head);
    if (mtus) citations.push(...readMtus(flow, { start, end, cited: body + mtus[0].length }));
    else citations.push(...readOther(flow, { start, end, cited: body + (NON_MTUS.exec(head)?.[0].length ?? 0) }));
    start = next;
  }
  return citations;
};
