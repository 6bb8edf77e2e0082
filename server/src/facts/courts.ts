import { type Fact, factOf } from './fact.ts';
import { lazy } from './lazy.ts';
import { buildPhrases, endsWord, longestAt } from './phrases.ts';
import { sourceTable } from './tables.ts';

/** A decision of a court or of the appeals board about IMR. */
export interface CourtCase extends Fact {
  readonly name: string;
  readonly cite: string;
  readonly point: string;
}

export const courtCases = lazy((): readonly CourtCase[] => {
  const table = sourceTable();
  return table.cases.map((row) => ({ name: row.name, cite: row.cite, point: row.point, ...factOf(row, table) }));
});

const BOARD = "Workers' Compensation Appeals Board";

/** `Stevens v. WCAB` is also printed with the board's name written out, and `Dubon v. World …` without what is in brackets. */
const namesOf = ({ name }: CourtCase): readonly string[] => {
  const bare = name.replace(/ \([^()]*\)/g, '');
  return [...new Set([name, bare, bare.replace('WCAB', BOARD), bare.replace('WCAB', 'W.C.A.B.')])];
};

const names = lazy(() => buildPhrases(courtCases().flatMap((of) => namesOf(of).map((name) => [name, of] as const))));

/** The decision whose longest name starts at `offset` of `text`, or null. */
export const matchCourtCaseAt = (
  text: string,
  offset: number,
): { readonly courtCase: CourtCase; readonly length: number } | null => {
  const match = longestAt(names(), text, offset, endsWord);
  const courtCase = match?.values[0];
  return match && courtCase ? { courtCase, length: match.end - offset } : null;
};
