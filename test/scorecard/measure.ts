import { CHECKS } from '../../server/src/checks/index.ts';
import { cleanCorpora } from './letters.ts';
import { PLANTS } from './plants/index.ts';
import { type Scorecard, scorecard } from './score.ts';

/** The committed figures. */
export const CHECK_SCORES = new URL('scores.json', import.meta.url);

/** A card for each corpus, the invented letters first; of all checks, or of those of the named categories. */
export const measured = (categories: readonly string[] = []): readonly Scorecard[] => {
  const wanted = (code: string): boolean =>
    categories.length === 0 || categories.includes(code.slice(0, code.indexOf('.')));
  const plants = PLANTS.filter(({ code }) => wanted(code));
  const checks = CHECKS.filter(({ code }) => wanted(code));
  return cleanCorpora()
    .map((corpus) => scorecard(corpus, plants, checks))
    .sort((a, b) => (a.corpus < b.corpus ? -1 : 1));
};
