import { matchLicenceAt, matchSpecialtyAt, matchStateAt } from '../facts/index.ts';
import { flatMap } from '../text/flat-map.ts';
import { type Flow, flowOf, type Source, sourceSpan } from '../text/flow.ts';
import { firstOf } from '../text/matching.ts';
import type { Span } from '../text/span.ts';
import { type MatchAt, splitList } from './list.ts';
import type { FoundMark } from './marks.ts';
import type { ListField, Reviewer } from './model.ts';

/** The labelled lines of the 2015 form. `end` bounds the last value. */
export const readCredentials = (source: Source, marks: readonly FoundMark[], section: Span): Reviewer => {
  const field = (id: string, matchAt: MatchAt): ListField | null => {
    const index = marks.findIndex(({ row }) => row.id === id);
    const mark = marks[index];
    if (!mark) return null;
    const end = marks[index + 1]?.mark.span.start ?? section.end;
    return listField(mark, flowOf(source, mark.valueStart, end), matchAt, end);
  };
  return {
    span: section,
    form: 'credentials',
    licensedStates: field('licensed-states', matchStateAt),
    specialties: field('specialties', matchSpecialtyAt),
    subspecialties: null,
  };
};

const listField = ({ mark, valueStart }: FoundMark, flow: Flow, matchAt: MatchAt, end: number): ListField => {
  const { length } = flow.text;
  return {
    label: mark,
    span: { start: mark.span.start, end: Math.min(Math.max(flow.end, valueStart), end) },
    printed: length ? { value: flow.text, span: sourceSpan(flow, 0, length) } : null,
    values: splitList(flow, 0, length, matchAt),
  };
};

/** The cues of the sentence form, each with the table of what it introduces. */
const CLAUSES: readonly {
  readonly part: 'licensedStates' | 'specialties' | 'subspecialties';
  readonly cue: RegExp;
  readonly matchAt: MatchAt;
  /** What it introduces must begin with one of these. */
  readonly only?: MatchAt;
}[] = [
  { part: 'specialties', cue: /\bBoard[ -]Certi(?:fi|ﬁ)ed in /gi, matchAt: matchSpecialtyAt },
  { part: 'specialties', cue: /\bis Licensed in /gi, matchAt: matchSpecialtyAt },
  {
    part: 'specialties',
    cue: /\bis an? (?:(?:state )?licensed )?/gi,
    matchAt: matchSpecialtyAt,
    only: matchLicenceAt,
  },
  { part: 'subspecialties', cue: /\bsubspecialt(?:y|ies) (?:Certificate )?in /gi, matchAt: matchSpecialtyAt },
  { part: 'licensedStates', cue: /\blicensed to practice (?:medicine )?in /gi, matchAt: matchStateAt },
];
/** What ends a clause, whatever it lists. */
const CLAUSE_END = /(?:,| and)? (?:has|with|who has|holds) a |,? and (?:is|has been) |\.(?= |$)|, is licensed/g;

/** The reviewer's sentence of 2013 and 2014: `... is Board Certified in X, has a subspecialty in Z and is licensed to practice in Y.` */
export const readReviewerSentence = (flow: Flow): Reviewer | null => {
  const parts: { -readonly [K in 'licensedStates' | 'specialties' | 'subspecialties']: ListField | null } = {
    licensedStates: null,
    specialties: null,
    subspecialties: null,
  };
  for (const { part, cue, matchAt, only } of CLAUSES) {
    parts[part] ??= firstOf(cue, flow.text, ({ 0: printed, index }) => {
      const start = index + printed.length;
      if (only && !only(flow.text, start)) return null;
      return clause(flow, index, start, clauseEnd(flow.text, start - 1), matchAt);
    });
  }
  const spans = flatMap(Object.values(parts), (part) => (part ? [part.span] : []));
  if (spans.length === 0) return null;
  return {
    span: { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
    form: 'prose',
    ...parts,
  };
};

const clauseEnd = (text: string, start: number): number => {
  CLAUSE_END.lastIndex = start;
  const end = CLAUSE_END.exec(text)?.index ?? text.length;
  // The full stop of `Washington, D.C.` closes the sentence too.
  return text.startsWith('D.C.', end - 3) ? end + 1 : end;
};

const clause = (flow: Flow, cue: number, start: number, end: number, matchAt: MatchAt): ListField => {
  const value = flow.text.slice(start, end).trim();
  return {
    label: null,
    span: sourceSpan(flow, cue, end),
    printed: value ? { value, span: sourceSpan(flow, start, end) } : null,
    values: splitList(flow, start, end, matchAt),
  };
};
