import type { Guideline } from '../../facts/index.ts';
import type { Basis } from '../../letter/model.ts';
import type { CardLine } from '../card.ts';
import { editionName, governingDate } from './dates.ts';
import type { Place } from './place.ts';
import { resolved } from './resolved.ts';

/** The guidelines that the place's issue cites, or where it stands in none, the whole letter. By side, each once. */
export interface Cited {
  readonly reviewer: readonly Guideline[];
  readonly claimsAdministrator: readonly Guideline[];
}

export const citedAt = ({ letter, issue }: Place): Cited => {
  const issues = issue ? [issue] : letter.issues.slice(0, MOST_ISSUES);
  const date = governingDate(letter);
  const of = (bases: readonly (Basis | null)[]): readonly Guideline[] => {
    const citations = bases.flatMap((basis) => basis?.citations ?? []).slice(0, MOST_CITATIONS);
    return [...new Set(citations.flatMap((citation) => resolved(citation, date)?.guideline ?? []))];
  };
  return {
    reviewer: of(issues.map(({ expertReviewer }) => expertReviewer)),
    claimsAdministrator: of(issues.map(({ claimsAdministrator }) => claimsAdministrator)),
  };
};

/** More are not looked at for a hover. */
const MOST_ISSUES = 20;
const MOST_CITATIONS = 20;
const MOST_NAMES = 3;

/** Which of these guidelines are cited, and by whom; one line a side that cites any. */
export const citedLines = (cited: Cited, isMeant: (guideline: Guideline) => boolean): readonly CardLine[] => {
  const line = (side: string, guidelines: readonly Guideline[]): CardLine => {
    const names = guidelines.filter(isMeant).map(editionName);
    const more = names.length > MOST_NAMES ? ` and ${String(names.length - MOST_NAMES)} more` : '';
    return names.length > 0 ? [`${side} cites: ${names.slice(0, MOST_NAMES).join('; ')}${more}`] : [];
  };
  return [line('The reviewer', cited.reviewer), line('The claims administrator', cited.claimsAdministrator)];
};
