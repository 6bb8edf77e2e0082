import type { Case } from './case.ts';

/** Writes records one after the other, so that an export of many letters never holds them all. */
export interface CaseWriter {
  /** The whole output where there is but one record. */
  readonly alone: (record: Case) => string;
  readonly open: string;
  /** `index` counts the records from 0. */
  readonly record: (record: Case, index: number) => string;
  readonly close: (count: number) => string;
}
