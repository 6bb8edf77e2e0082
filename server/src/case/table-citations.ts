import type { Case, CaseBasis, CaseCitation, CaseIssue } from './case.ts';
import { tableOf } from './table.ts';
import { ISSUE_NUMBER, type IssueRow, KEY } from './table-shared.ts';

interface CitationRow extends IssueRow {
  readonly side: 'claims-administrator' | 'expert-reviewer';
  readonly number: number;
  readonly citation: CaseCitation;
}

const citationRows = (record: Case, issue: CaseIssue): readonly CitationRow[] => {
  const rowsOf = (side: CitationRow['side'], basis: CaseBasis | null): readonly CitationRow[] =>
    (basis?.citations ?? []).map((citation, i) => ({ record, issue, side, number: i + 1, citation }));
  return [
    ...rowsOf('claims-administrator', issue.claimsAdministrator),
    ...rowsOf('expert-reviewer', issue.expertReviewer),
  ];
};

export const citations = tableOf<CitationRow>({
  name: 'citations',
  title: 'Citations',
  description: 'One row a citation that a side relied on.',
  key: ['source_uri', 'letter', 'issue', 'side', 'citation'],
  rows: (record) => record.issues.flatMap((issue) => citationRows(record, issue)),
  columns: [
    ...KEY,
    ISSUE_NUMBER,
    {
      name: 'side',
      type: 'string',
      required: true,
      words: ['claims-administrator', 'expert-reviewer'],
      description: 'Who relied on it.',
      value: ({ side }) => side,
    },
    {
      name: 'citation',
      type: 'integer',
      required: true,
      description: 'Which citation of that side in the issue, from 1.',
      value: ({ number }) => number,
    },
    {
      name: 'scheme',
      type: 'string',
      required: true,
      words: ['MTUS', 'ODG', 'ACOEM', 'other'],
      description:
        'MTUS for the state’s treatment schedule with its chapters, ODG and ACOEM for those works outside it.',
      value: ({ citation }) => citation.scheme,
    },
    {
      name: 'guideline',
      type: 'string',
      description: 'The title of the guideline or chapter as it is printed, without its year.',
      value: ({ citation }) => citation.guideline,
    },
    {
      name: 'year',
      type: 'integer',
      description: 'The year that is printed with it.',
      value: ({ citation }) => citation.year,
    },
    {
      name: 'sections',
      type: 'list',
      description: 'The topics or sections in it.',
      value: ({ citation }) => citation.sections,
    },
    {
      name: 'pages',
      type: 'list',
      description: 'The pages, such as 22-24; 78.',
      value: ({ citation }) =>
        citation.pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)),
    },
    {
      name: 'entry',
      type: 'string',
      description: 'The identifier of the guideline entry that it was resolved to (docs/facts.md).',
      value: ({ citation }) => citation.entry,
    },
    {
      name: 'text',
      type: 'string',
      required: true,
      description: 'The citation as it is printed.',
      value: ({ citation }) => citation.text,
    },
  ],
});
