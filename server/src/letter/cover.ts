import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { spanOf } from '../text/span.ts';
import type { Cover, Damage, Determination, Field, Mark } from './model.ts';
import type { Part } from './sections.ts';

const CANONICAL = 'Final Determination:';
/** The label, its colon lost only where an outcome follows; the letter names its final determination in sentences too. */
const LABEL = /\bFinal Determination(?: ?[:;]+|(?= (?:UPHOLD|UPHELD|(?:PARTIAL(?:LY)? )?OVERTURN)))/i;
const OUTCOME = /^(?:(PARTIAL(?:LY)? OVERTURN(?:ED)?|OVERTURN(?:ED)? IN PART)|(OVERTURN(?:ED)?)|(UPHOLD|UPHELD))\b/i;
const OUTCOMES: readonly Determination[] = ['partially-overturned', 'overturned', 'upheld'];
const ADDRESSEE = /\bDEAR ([^,:]{1,80})[,:]/i;

/**
 * The cover page: its determination and whom it addresses. Both stand below its fields, so it is read up to the body.
 * Names are blanked in posted copies: `DEAR ,` has none.
 */
export const readCover = (source: Source, part: Part): Cover => {
  const flow = flowOf(source, part.bodyStart, part.stop);
  const addressee = ADDRESSEE.exec(flow.text);
  const name = addressee?.[1]?.trim();
  const nameAt = addressee && name ? addressee.index + addressee[0].indexOf(name) : 0;
  return {
    span: spanOf(part.section.span.start, Math.max(flow.end, part.section.span.end)),
    determination: readDetermination(flow),
    addressee: name ? { value: name, span: sourceSpan(flow, nameAt, nameAt + name.length) } : null,
  };
};

const readDetermination = (flow: ReturnType<typeof flowOf>): Field<Determination> | null => {
  const found = LABEL.exec(flow.text);
  if (!found) return null;
  const labelEnd = found.index + found[0].length;
  const label: Mark = {
    id: 'cover.determination',
    canonical: CANONICAL,
    span: sourceSpan(flow, found.index, labelEnd),
    damage: damageOf(found[0]),
  };
  const rest = flow.text.slice(labelEnd, labelEnd + 60);
  const start = labelEnd + (rest.length - rest.trimStart().length);
  const match = OUTCOME.exec(rest.trimStart());
  if (!match) return { label, span: label.span, printed: null, value: null };
  const value = OUTCOMES.find((_, i) => match[i + 1] !== undefined) ?? null;
  const span = sourceSpan(flow, start, start + match[0].length);
  return { label, span: { start: label.span.start, end: span.end }, printed: { value: match[0], span }, value };
};

const damageOf = (printed: string): readonly Damage[] => {
  if (printed === CANONICAL) return [];
  return [printed.toLowerCase() === CANONICAL.toLowerCase() ? 'case' : 'colon'];
};
