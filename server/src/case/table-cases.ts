import type { Case } from './case.ts';
import { type Column, tableOf } from './table.ts';
import { type CaseRow, DECISIONS, KEY, SEARCH } from './table-shared.ts';

const decided = (record: Case, word: string): number => record.issues.filter((issue) => issue.decision === word).length;

const COUNTS: readonly Column<CaseRow>[] = [
  {
    name: 'issue_count',
    type: 'integer',
    required: true,
    description: 'How many issues the letter has, which are the rows of the table of issues.',
    value: ({ record }) => record.issues.length,
  },
  ...DECISIONS.map(
    (word): Column<CaseRow> => ({
      name: `${word}_count`,
      type: 'integer',
      required: true,
      description: `How many of the issues are ${word}.`,
      value: ({ record }) => decided(record, word),
    }),
  ),
];

export const cases = tableOf<CaseRow>({
  name: 'cases',
  title: 'Cases',
  description: 'One row a letter.',
  key: ['source_uri', 'letter'],
  rows: (record) => [{ record }],
  columns: [
    ...KEY,
    {
      name: 'case_outcome',
      type: 'string',
      words: ['upheld', 'overturned', 'partially-overturned'],
      description: 'The outcome of the whole letter: the word of its cover page, else what the issues add up to.',
      value: ({ record }) => record.determination,
    },
    ...SEARCH,
    {
      name: 'imro_reviewer_subspecialty',
      type: 'list',
      description: 'The subspecialties of the expert reviewer.',
      value: ({ record }) => record.reviewer.subspecialties,
    },
    {
      name: 'imro_reviewer_licensed_state',
      type: 'list',
      description: 'The states in which the expert reviewer is licensed.',
      value: ({ record }) => record.reviewer.licensedStates,
    },
    {
      name: 'assigned_date',
      type: 'date',
      description: 'The date on which the case was assigned.',
      value: ({ record }) => record.dates.assigned,
    },
    {
      name: 'ur_decision_date',
      type: 'date',
      description: 'The date of the utilization review decision that is in dispute.',
      value: ({ record }) => record.dates.utilizationReview,
    },
    {
      name: 'priority',
      type: 'string',
      words: ['standard', 'expedited'],
      description: 'The priority of the review.',
      value: ({ record }) => record.priority,
    },
    {
      name: 'format',
      type: 'string',
      required: true,
      words: ['professional-review-2013', 'notice-2013', 'decision-2013', 'prose-2014', 'credentials-2015', 'unknown'],
      description: 'The layout that the letter follows.',
      value: ({ record }) => record.format,
    },
    {
      name: 'patient_age',
      type: 'integer',
      description: 'The age in years that the clinical case summary tells.',
      value: ({ record }) => record.patient.age,
    },
    {
      name: 'patient_sex',
      type: 'string',
      words: ['female', 'male'],
      description: 'The sex that the clinical case summary tells.',
      value: ({ record }) => record.patient.sex,
    },
    {
      name: 'patient_injury_date',
      type: 'date',
      description: 'The date of injury that the clinical case summary tells.',
      value: ({ record }) => record.patient.injuryDate,
    },
    ...COUNTS,
    {
      name: 'summary',
      type: 'string',
      description: 'The clinical case summary without its introductory sentence, in one line.',
      value: ({ record }) => record.summary,
    },
    {
      name: 'documents_reviewed',
      type: 'list',
      delimiter: '\n',
      description: 'The documents that the reviewer was given, one a line.',
      value: ({ record }) => record.documentsReviewed,
    },
    {
      name: 'first_line',
      type: 'integer',
      required: true,
      description: 'The first line of the letter in its document, from 1.',
      value: ({ record }) => record.source.firstLine,
    },
    {
      name: 'last_line',
      type: 'integer',
      required: true,
      description: 'The last line of the letter in its document.',
      value: ({ record }) => record.source.lastLine,
    },
    {
      name: 'corrections',
      type: 'list',
      delimiter: '\n',
      description:
        'Slips that a person kept as printed, one a line: the words as printed, [sic], and what they should say.',
      value: ({ record }) => record.corrections?.map(({ printed, reading }) => `${printed} [sic] ${reading}`) ?? [],
    },
  ],
});
