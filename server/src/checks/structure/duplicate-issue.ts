import type { Issue } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { nameOf } from '../wording.ts';

/**
 * Two issues with the same disputed treatment: one may stand there twice.
 *
 *     Gym membership: Upheld … Gym membership: Upheld
 *
 * Silent where strength, quantity, side or date tell the two apart.
 */
export const structureDuplicateIssue: Check = {
  code: 'structure.duplicate-issue',
  title: 'Two issues are about the same treatment.',
  severity: 'warning',
  category: 'structure',
  run: ({ issues }) => {
    const seen = new Map<string, Issue>();
    return flatMap(issues, (issue) => {
      const key = keyOf(issue);
      const first = key === '' ? undefined : seen.get(key);
      if (key !== '' && !first) seen.set(key, issue);
      return first ? [problemOf(issue, first)] : [];
    });
  },
};

const keyOf = ({ item }: Issue): string =>
  (item?.value ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9#%]+/g, ' ')
    .trim();

const problemOf = (issue: Issue, first: Issue): Found => ({
  span: issue.item?.span ?? issue.span,
  message: `${nameOf(issue)} is about the same treatment as issue ${first.number}; one may have been transcribed twice.`,
  related: [{ span: first.item?.span ?? first.span, message: `Issue ${first.number}` }],
});
