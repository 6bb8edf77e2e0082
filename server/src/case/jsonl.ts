import type { Case } from './case.ts';
import type { CaseWriter } from './writer.ts';

const line = (record: Case): string => `${JSON.stringify(record)}\n`;

/** JSON Lines: one record a line. */
export const jsonlWriter: CaseWriter = {
  alone: line,
  open: '',
  record: line,
  close: () => '',
};
