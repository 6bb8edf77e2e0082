import type { Cell, Table } from '../case/index.ts';
import { cases } from '../case/table-cases.ts';
import { citations } from '../case/table-citations.ts';
import { issues } from '../case/table-issues.ts';
import { type YearOutcome, yearOutcomes } from '../facts/index.ts';
import { type LetterRows, type Outcome, ROW_COLUMNS, type RowsParams, type RowsResult } from '../protocol.ts';
import { countsOf, type LookedAt, lookAt } from './looked-at.ts';
import type { Service } from './service.ts';

/** The rows of a record in some columns of a table. */
const picked = ({ columns, rows }: Table, names: readonly string[]): ((record: LookedAt['record']) => Cell[][]) => {
  const places = names.map((name) => columns.findIndex((column) => column.name === name));
  return (record) => rows(record).map((cells) => places.map((place) => cells[place] ?? null));
};

const casesOf = picked(cases, ROW_COLUMNS.cases);
const issuesOf = picked(issues, ROW_COLUMNS.issues);
const citationsOf = picked(citations, ROW_COLUMNS.citations);

const rowsOf = ({ record, problems, silenced }: LookedAt): LetterRows => ({
  case: casesOf(record)[0] ?? [],
  issues: issuesOf(record),
  citations: citationsOf(record),
  problems: countsOf(problems),
  silenced,
});

const outcomeOf = ({ year, overturned, source }: YearOutcome): Outcome => ({ year, overturned, source });

/** What a table of many letters shows of those in some documents, read for this question and let go. */
export const letterRows = async (service: Service, { documents }: RowsParams): Promise<RowsResult> => {
  const read: (readonly LetterRows[])[] = [];
  for (const document of documents) read.push((await lookAt(service, document, null)).map(rowsOf));
  return { documents: read, outcomes: yearOutcomes().map(outcomeOf) };
};
