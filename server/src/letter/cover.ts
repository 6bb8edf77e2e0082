import { flowOf, type Source, sourceSpan } from '../text/flow.ts';
import type { Cover, Determination, Field, Mark } from './model.ts';
import type { Part } from './sections.ts';

const LABEL = 'Final Determination:';
const OUTCOME = /^(?:(PARTIAL(?:LY)? OVERTURN(?:ED)?|OVERTURN(?:ED)? IN PART)|(OVERTURN(?:ED)?)|(UPHOLD|UPHELD))\b/i;
const OUTCOMES: readonly Determination[] = ['partially-overturned', 'overturned', 'upheld'];
const ADDRESSEE = /\bDEAR ([^,:]{1,80})[,:]/i;

/** The cover page: its determination and whom it addresses. Names are blanked in posted copies: `DEAR ,` has none. */
export const readCover = (source: Source, part: Part): Cover => {
  const flow = flowOf(source, part.bodyStart, part.section.span.end);
  const addressee = ADDRESSEE.exec(flow.text);
  const name = addressee?.[1]?.trim();
  const nameAt = addressee && name ? addressee.index + addressee[0].indexOf(name) : 0;
  return {
    span: part.section.span,
    determination: readDetermination(flow),
    addressee: name ? { value: name, span: sourceSpan(flow, nameAt, nameAt + name.length) } : null,
  };
};

const readDetermination = (flow: ReturnType<typeof flowOf>): Field<Determination> | null => {
  const at = flow.text.indexOf(LABEL);
  if (at < 0) return null;
  const label: Mark = {
    id: 'cover.determination',
    canonical: LABEL,
    span: sourceSpan(flow, at, at + LABEL.length),
    damage: [],
  };
  const rest = flow.text.slice(at + LABEL.length, at + LABEL.length + 60);
  const start = at + LABEL.length + (rest.length - rest.trimStart().length);
  const match = OUTCOME.exec(rest.trimStart());
  if (!match) return { label, span: label.span, printed: null, value: null };
  const value = OUTCOMES.find((_, i) => match[i + 1] !== undefined) ?? null;
  const span = sourceSpan(flow, start, start + match[0].length);
  return { label, span: { start: label.span.start, end: span.end }, printed: { value: match[0], span }, value };
};
