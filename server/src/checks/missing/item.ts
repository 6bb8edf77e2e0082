import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Edit, Found } from '../check.ts';
import { requires } from '../forms.ts';
import { editOf, STOP } from '../skeleton.ts';
import { lastLine } from '../spacing.ts';
import { fillGap, gapFor, type IssueData, issueOf } from './gap.ts';
import { law } from './legal.ts';

/**
 * Every issue names the disputed treatment before its decision.
 *
 *     : Upheld
 *     Claims Administrator guideline: …
 */
export const missingItem: Check = {
  code: 'missing.item',
  title: 'An issue does not name the disputed treatment.',
  severity: 'error',
  category: 'missing',
  get legal() {
    return law('disputed-treatment');
  },
  run: (letter) => (requires(letter, 'item') ? flatMap(letter.issues, (issue) => problemsIn(letter, issue)) : []),
  fixes: (problem, letter) => {
    const issue = issueOf(problem, letter);
    if (!issue) return [];
    return [{ title: 'Insert the disputed treatment', edits: [editFor(letter, issue)], preferred: false }];
  },
};

const problemsIn = (letter: Letter, issue: Issue): readonly Found[] => {
  if (issue.item) return [];
  const span = issue.title ? lastLine(letter, issue.title.span) : gapFor(letter, issue, 'title').anchor;
  const data: IssueData = { issue: issue.number, state: 'missing' };
  const message = `Issue ${issue.number} does not name the disputed treatment; ${law('disputed-treatment')} asks for it.`;
  return [{ span, message, data }];
};

const editFor = (letter: Letter, issue: Issue): Edit => {
  const { title, decision } = issue;
  if (!title) {
    return fillGap(letter, gapFor(letter, issue, 'title'), [STOP, ': ', STOP]);
  }
  // A title that is the bare decision lacks the separator too.
  const start = title.span.start;
  return editOf(decision?.span.start === start ? [STOP, ': '] : [STOP], start);
};
