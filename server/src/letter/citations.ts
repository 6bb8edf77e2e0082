import { flatMap } from '../text/flat-map.ts';
import type { Flow } from '../text/flow.ts';
import { matchesOf } from '../text/matching.ts';
import type { Citation } from './model.ts';
import { readMtus } from './mtus.ts';
import { readOther } from './other.ts';

const OPENS = /\bDecision based on /gi;
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
  const openings = matchesOf(OPENS, text);
  return flatMap(openings, (opening, i) => {
    const start = opening.index;
    const end = start + text.slice(start, openings[i + 1]?.index ?? text.length).trimEnd().length;
    const body = start + opening[0].length;
    const head = text.slice(body, Math.min(end, body + 40));
    const mtus = MTUS.exec(head);
    if (mtus) return readMtus(flow, { start, end, cited: body + mtus[0].length });
    return readOther(flow, { start, end, cited: body + (NON_MTUS.exec(head)?.[0].length ?? 0) });
  });
};
