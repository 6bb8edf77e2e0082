import type { Problem, Severity } from '../checks/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { positionAt } from '../text/lines.ts';
import type { Frame } from './run.ts';

/** A problem as it is reported: its members and their order are a contract. Lines and columns (UTF-16) from 1. */
export interface Finding {
  /** Null for the standard input. */
  readonly uri: string | null;
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

/** A report is made of findings that know nothing of each other. */
export interface Report extends Frame {
  /** `name` is the document's as the person gave it. */
  readonly finding: (finding: Finding, name: string) => string;
}

/** The finding of a problem; a letter begins at the start of a line of its document. */
export const findingOf = (
  { code, severity, span, message }: Problem,
  placed: PlacedLetter,
  uri: string | null,
): Finding => {
  const start = positionAt(placed.letter.lines, span.start);
  const end = positionAt(placed.letter.lines, span.end);
  return {
    uri,
    code,
    severity,
    line: placed.line + start.line + 1,
    column: start.character + 1,
    endLine: placed.line + end.line + 1,
    endColumn: end.character + 1,
    message,
  };
};
