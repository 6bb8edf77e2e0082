import { type LetterRows, ROW_COLUMNS } from '../../../server/src/protocol.ts';

/** An issue of a letter: what was asked for, and what became of it. */
export interface Item {
  readonly request: string | null;
  /** Null where none could be read. */
  readonly decision: string | null;
  /** The groups of the drugs that the request names. */
  readonly drugs: readonly string[];
  /** What the expert reviewer cited for it, each once. */
  readonly guidelines: readonly string[];
}

/** A letter as the table shows it. Dates are ISO 8601. */
export interface CaseRow {
  readonly uri: string;
  /** From the folder of the workspace. */
  readonly path: string;
  /** Which letter of the document, from 1. */
  readonly letter: number;
  /** Its first line, from 1. */
  readonly line: number;
  readonly caseNumber: string | null;
  readonly outcome: string | null;
  readonly decided: string | null;
  readonly injured: string | null;
  readonly received: string | null;
  readonly specialties: readonly string[];
  readonly items: readonly Item[];
  readonly guidelines: readonly string[];
  readonly problems: number;
  /** All that is searched, in small letters. */
  readonly words: string;
}

type Cells = readonly unknown[];

/** Reads cells by the names of their columns; what is not of the type is as if it were empty. */
const readerOf = <N extends string>(names: readonly N[]) => {
  const at = Object.fromEntries(names.map((name, i) => [name, i])) as Record<N, number>;
  const cell = (cells: Cells, name: N): unknown => cells[at[name]];
  return {
    text: (cells: Cells, name: N): string | null => {
      const value = cell(cells, name);
      return typeof value === 'string' ? value : null;
    },
    number: (cells: Cells, name: N): number => {
      const value = cell(cells, name);
      return typeof value === 'number' ? value : 0;
    },
    list: (cells: Cells, name: N): readonly string[] => {
      const value = cell(cells, name);
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
};

const OF_CASE = readerOf(ROW_COLUMNS.cases);
const OF_ISSUE = readerOf(ROW_COLUMNS.issues);
const OF_CITATION = readerOf(ROW_COLUMNS.citations);

/** `MTUS Shoulder Complaints`; works that are neither schedule, ODG nor ACOEM by their title alone, and so these themselves. */
const guidelineOf = (citation: Cells): string => {
  const scheme = OF_CITATION.text(citation, 'scheme') ?? 'other';
  const title = OF_CITATION.text(citation, 'guideline');
  return scheme === 'other'
    ? (title ?? 'Other work')
    : [scheme, title === scheme ? null : title].filter(Boolean).join(' ');
};

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const itemOf = (issue: Cells, citations: readonly Cells[]): Item => {
  const number = OF_ISSUE.number(issue, 'issue');
  const cited = citations.filter(
    (each) => OF_CITATION.number(each, 'issue') === number && OF_CITATION.text(each, 'side') === 'expert-reviewer',
  );
  return {
    request: OF_ISSUE.text(issue, 'request'),
    decision: OF_ISSUE.text(issue, 'request_decision'),
    drugs: OF_ISSUE.list(issue, 'request_drug_group'),
    guidelines: unique(cited.map(guidelineOf)),
  };
};

const rowOf = (path: string, { case: cells, issues, citations, problems }: LetterRows): CaseRow => {
  const items = issues.map((issue) => itemOf(issue, citations));
  const guidelines = unique(items.flatMap((item) => item.guidelines));
  const specialties = OF_CASE.list(cells, 'imro_reviewer_specialty');
  const caseNumber = OF_CASE.text(cells, 'case_number');
  const searched = [caseNumber, path, ...specialties, ...items.map(({ request }) => request), ...guidelines];
  return {
    uri: OF_CASE.text(cells, 'source_uri') ?? '',
    path,
    letter: OF_CASE.number(cells, 'letter'),
    line: OF_CASE.number(cells, 'first_line'),
    caseNumber,
    outcome: OF_CASE.text(cells, 'case_outcome'),
    decided: OF_CASE.text(cells, 'decision_date'),
    injured: OF_CASE.text(cells, 'date_of_injury'),
    received: OF_CASE.text(cells, 'received_date'),
    specialties,
    items,
    guidelines,
    problems: problems.error + problems.warning + problems.information + problems.hint,
    words: searched.filter(Boolean).join('\n').toLowerCase(),
  };
};

/** The letters of a document as the table shows them. */
export const caseRows = (path: string, letters: readonly LetterRows[]): readonly CaseRow[] =>
  letters.map((letter) => rowOf(path, letter));
