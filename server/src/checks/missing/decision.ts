import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Edit, Fix, Found } from '../check.ts';
import { decisionWords, requires } from '../forms.ts';
import { editOf, STOP } from '../skeleton.ts';
import { lastLine, trimmedEnd } from '../spacing.ts';
import { nameOf, quoted } from '../wording.ts';
import { fillGap, gapFor, type IssueData, issueOf } from './gap.ts';
import { law } from './legal.ts';

/**
 * Every issue ends its title with the decision. A word in its place that is no decision cannot be read.
 *
 *     Gym membership:
 *     Gym membership: Approved
 *
 * One fix for each of the form's own words: only the page tells which one it was, so none is inserted unchosen.
 */
export const missingDecision: Check = {
  code: 'missing.decision',
  title: 'An issue has no decision, or none that can be read.',
  severity: 'error',
  category: 'missing',
  get legal() {
    return law('decision');
  },
  run: (letter) => (requires(letter, 'decision') ? flatMap(letter.issues, (issue) => problemsIn(letter, issue)) : []),
  fixes: (problem, letter) => {
    const issue = issueOf(problem, letter);
    return issue ? decisionWords(letter).map((word) => fixOf(letter, issue, word)) : [];
  },
};

const problemsIn = (letter: Letter, issue: Issue): readonly Found[] => {
  const { decision } = issue;
  if (decision?.value) return [];
  const data = (state: IssueData['state']): IssueData => ({ issue: issue.number, state });
  if (decision?.printed) {
    const message = `${nameOf(issue)} has ${quoted(decision.printed)} in place of its decision; ${law('decision')} asks for one on each disputed treatment.`;
    return [{ span: decision.span, message, data: data('unreadable') }];
  }
  const span = issue.title ? lastLine(letter, issue.title.span) : gapFor(letter, issue, 'title').anchor;
  const message = `${nameOf(issue)} has no decision; ${law('decision')} asks for one on each disputed treatment.`;
  return [{ span, message, data: data('missing') }];
};

const fixOf = (letter: Letter, issue: Issue, word: string): Fix => ({
  title: issue.decision?.printed ? `Replace by “${word}”` : `Insert “${word}”`,
  edits: [editFor(letter, issue, word)],
  preferred: false,
});

const editFor = (letter: Letter, issue: Issue, word: string): Edit => {
  const { decision, title } = issue;
  if (decision?.printed) return editOf([word], decision.span.start, decision.span.end);
  if (!title) return fillGap(letter, gapFor(letter, issue, 'title'), [STOP, `: ${word}`]);
  const end = trimmedEnd(letter, title.span);
  return editOf([letter.text[end - 1] === ':' ? ` ${word}` : `: ${word}`], end);
};
