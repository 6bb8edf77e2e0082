import type { Report } from './report.ts';
import { jsonReport } from './report-json.ts';
import { sarifReport } from './report-sarif.ts';
import { textReport } from './report-text.ts';
import type { CheckFormat } from './work.ts';

/** The forms of a check's report. */
export const REPORTS: Readonly<Record<CheckFormat, Report>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
};
