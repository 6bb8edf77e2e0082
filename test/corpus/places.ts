import type { Outcome } from './compare.ts';
import { isArray, type Json, type JsonObject, member } from './json.ts';

/** Where the gold says a value stands: the pointer of its span, and which end of it. */
interface Place {
  readonly pointer: string;
  readonly edge: 'first' | 'last';
  readonly line: Json;
}

const DATES = ['injury', 'utilizationReview', 'applicationReceived', 'assigned', 'decision'];

const place = (pointer: string, line: Json, edge: Place['edge'] = 'first'): Place => ({ pointer, line, edge });

const issuePlaces = (lines: Json, gold: Json, index: number): Place[] => {
  const at = (key: string): string => `/issues/${index}/${key}`;
  const places = [
    place(at('decisionText'), member(lines, 'decision')),
    place(at('claimsAdministrator/text'), member(lines, 'claimsAdministrator')),
    place(at('expertReviewer/text'), member(lines, 'expertReviewer')),
    place(at('rationale'), member(lines, 'rationale')),
    place(at('rationale'), member(lines, 'last'), 'last'),
  ];
  // Of a request that was granted in part the gold gives the line where the whole paragraph begins.
  return member(gold, 'carveOut') === true ? places : [place(at('item'), member(lines, 'item')), ...places];
};

const placesOf = (lines: JsonObject, gold: JsonObject): Place[] => {
  const at = (...keys: readonly string[]): Json => keys.reduce(member, lines as Json);
  const issues = at('issues');
  return [
    place('/caseNumber', at('caseNumber')),
    ...DATES.map((key) => place(`/dates/${key}`, at('dates', key))),
    place('/reviewer/licensedStates/0', at('licensedStates')),
    place('/reviewer/specialties/0', at('specialties')),
    place('/summary', at('summary', 'first')),
    place('/summary', at('summary', 'last'), 'last'),
    ...(isArray(issues) ? issues : []).flatMap((x, i) => issuePlaces(x, member(member(gold, 'issues'), `${i}`), i)),
  ].filter(({ line }) => typeof line === 'number');
};

/** 1-based line of an offset; only LF ends a line. */
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** One outcome for each value whose line the gold gives: does the record's span begin (or end) on that line? */
export const comparePlaces = (text: string, lines: JsonObject, gold: JsonObject, got: Json): Outcome[] =>
  placesOf(lines, gold).map(({ pointer, edge, line }) => {
    const offset = member(member(member(got, 'spans'), pointer), edge === 'first' ? '0' : '1');
    const found = typeof offset === 'number' ? lineOf(text, edge === 'first' ? offset : offset - 1) : null;
    const field = `${edge} line of ${pointer.replace(/\/\d+/g, '/*')}`;
    return { field, pointer, right: found === line, expected: line, got: found };
  });
