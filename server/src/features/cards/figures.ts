import { type Guideline, type PostsurgicalVisits, postsurgicalVisits, type Topic, termsOf } from '../../facts/index.ts';
import type { CardLine } from '../card.ts';

const MOST_OPERATIONS = 4;

/** The visits of therapy that the postsurgical guideline lists for the operations of a body part; empty for other topics. */
export const visitsOf = ({ id }: Topic): readonly PostsurgicalVisits[] =>
  postsurgicalVisits().filter(({ topicId }) => topicId === id);

export const visitLine = (visits: readonly PostsurgicalVisits[]): CardLine => {
  if (visits.length === 0) return [];
  const more = visits.length > MOST_OPERATIONS ? `; and ${String(visits.length - MOST_OPERATIONS)} more` : '';
  return [`Visits listed there: ${visits.slice(0, MOST_OPERATIONS).map(words).join('; ')}${more}`];
};

const words = ({ operation, visits, weeks }: PostsurgicalVisits): string => `${operation}, ${visits} in ${weeks} weeks`;

/** The figures that a guideline sets for all it speaks of: how many treatments, how often. Empty where none are known. */
export const termLine = ({ id }: Guideline): CardLine => {
  const terms = termsOf(id).map(({ term, meaning }) => `${term}: ${meaning}`);
  return terms.length > 0 ? [`It sets: ${terms.join('; ')}`] : [];
};
