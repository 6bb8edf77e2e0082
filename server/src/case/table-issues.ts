import { drugsIn } from '../facts/index.ts';
import type { CaseBasis, CaseIssue } from './case.ts';
import { type Column, tableOf } from './table.ts';
import { DECISIONS, ISSUE_NUMBER, type IssueRow, KEY, SEARCH } from './table-shared.ts';

/** What a side relied on; `who` as in a sentence, `prefix` as in a name. */
const basisColumns = (
  prefix: string,
  who: string,
  basisOf: (issue: CaseIssue) => CaseBasis | null,
): readonly Column<IssueRow>[] => [
  {
    name: `${prefix}_basis`,
    type: 'string',
    description: `What ${who} relied on, as the letter states it.`,
    value: ({ issue }) => basisOf(issue)?.text ?? null,
  },
  {
    name: `${prefix}_cited`,
    type: 'boolean',
    description: `False where the letter says that ${who} cited nothing; empty where it says nothing of it.`,
    value: ({ issue }) => basisOf(issue)?.cited ?? null,
  },
];

/** Of all drugs that the request names, each once. */
const drugGroups = ({ item }: CaseIssue): readonly string[] => [
  ...new Set(drugsIn(item ?? '').map(({ group }) => group)),
];

export const issues = tableOf<IssueRow>({
  name: 'issues',
  title: 'Issues',
  description: 'One row an issue: one disputed treatment or service with its decision.',
  key: ['source_uri', 'letter', 'issue'],
  rows: (record) => record.issues.map((issue) => ({ record, issue })),
  columns: [
    ...KEY,
    ISSUE_NUMBER,
    ...SEARCH,
    {
      name: 'request',
      type: 'string',
      description: 'The disputed treatment or service.',
      value: ({ issue }) => issue.item,
    },
    {
      name: 'request_decision',
      type: 'string',
      words: DECISIONS,
      description: 'The decision on it.',
      value: ({ issue }) => issue.decision,
    },
    {
      name: 'request_decision_text',
      type: 'string',
      description: 'The decision as it is printed.',
      value: ({ issue }) => issue.decisionText,
    },
    {
      name: 'request_drug_group',
      type: 'list',
      description:
        'The groups of the drugs that the request names (docs/facts.md); empty where it names no known drug.',
      value: ({ issue }) => drugGroups(issue),
    },
    ...basisColumns('claims_administrator', 'the claims administrator', (issue) => issue.claimsAdministrator),
    ...basisColumns('expert_reviewer', 'the expert reviewer', (issue) => issue.expertReviewer),
    {
      name: 'rationale',
      type: 'string',
      description: 'The reasons of the expert reviewer, in one line.',
      value: ({ issue }) => issue.rationale,
    },
  ],
});
