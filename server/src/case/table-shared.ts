import type { Case, CaseIssue } from './case.ts';
import type { Column } from './table.ts';

export interface CaseRow {
  readonly record: Case;
}

export interface IssueRow extends CaseRow {
  readonly issue: CaseIssue;
}

/** By which rows of different tables belong together. */
export const KEY: readonly Column<CaseRow>[] = [
  {
    name: 'source_uri',
    type: 'string',
    description: 'The address of the document that the letter was read from; empty for the standard input.',
    value: ({ record }) => record.source.uri,
  },
  {
    name: 'letter',
    type: 'integer',
    required: true,
    description: 'Which letter of the document, from 1.',
    value: ({ record }) => record.source.letter,
  },
  {
    name: 'case_number',
    type: 'string',
    description: 'The case number, such as CM15-0012345.',
    value: ({ record }) => record.caseNumber,
  },
];

/** What the state's search page shows of a case beside its outcome. */
export const SEARCH: readonly Column<CaseRow>[] = [
  {
    name: 'decision_date',
    type: 'date',
    description: 'The date of the decision, or of the notice.',
    value: ({ record }) => record.dates.decision,
  },
  {
    name: 'date_of_injury',
    type: 'date',
    description: 'The date of injury in the case table.',
    value: ({ record }) => record.dates.injury,
  },
  {
    name: 'received_date',
    type: 'date',
    description: 'The date on which the application for review was received.',
    value: ({ record }) => record.dates.applicationReceived,
  },
  {
    name: 'imro_reviewer_specialty',
    type: 'list',
    description: 'The board certificates or specialties of the expert reviewer.',
    value: ({ record }) => record.reviewer.specialties,
  },
];

export const DECISIONS = ['upheld', 'overturned', 'modified'] as const;

export const ISSUE_NUMBER: Column<IssueRow> = {
  name: 'issue',
  type: 'integer',
  required: true,
  description: 'Which issue of the letter, from 1.',
  value: ({ issue }) => issue.number,
};
