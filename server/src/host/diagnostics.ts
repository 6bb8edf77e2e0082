import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Problem, Severity } from '../checks/index.ts';
import { rangeOf } from '../features/range.ts';
import type { Letter } from '../letter/model.ts';
import type { DamagedLine } from '../notes/index.ts';
import type { OpenDocument } from './documents.ts';
import { judged, type Terms } from './judged.ts';
import { perLetter } from './per-letter.ts';
import { placeDiagnostic } from './place.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a diagnostic says beside its problem. */
export interface Surroundings {
  readonly uri: string;
  readonly docsBase: string | null;
}

/** A problem as the editor shows it, in the letter's own lines. Its code links to the page about the check. */
export const diagnosticOf = (problem: Problem, letter: Letter, { uri, docsBase }: Surroundings): Diagnostic => ({
  range: rangeOf(letter, problem.span),
  severity: SEVERITY[problem.severity],
  source: 'imr',
  code: problem.code,
  ...(docsBase !== null && { codeDescription: { href: `${docsBase}${encodeURIComponent(problem.code)}.md` } }),
  message: problem.message,
  ...(problem.related?.length && {
    relatedInformation: problem.related.map(({ span, message }) => ({
      location: { uri, range: rangeOf(letter, span) },
      message,
    })),
  }),
});

const diagnosticsOf = perLetter((letter: Letter, problems: readonly Problem[], uri: string, docsBase: string | null) =>
  problems.map((problem) => diagnosticOf(problem, letter, { uri, docsBase })),
);

/** The same in their place in the document; made anew only where the letter, its problems or its place are others. */
const placedOf = perLetter(
  (
    letter: Letter,
    line: number,
    problems: readonly Problem[],
    uri: string,
    docsBase: string | null,
  ): readonly Diagnostic[] =>
    diagnosticsOf(letter, problems, uri, docsBase).map((diagnostic) => placeDiagnostic(diagnostic, line)),
);

/** The diagnostics of all letters of a document, but of the problems that notes silence. */
export const diagnosticsIn = (
  { uri, letters }: Pick<OpenDocument, 'uri' | 'letters'>,
  terms: Terms,
  docsBase: string | null,
): readonly Diagnostic[] =>
  judged({ letters }, terms).flatMap(({ placed: { letter, line }, verdict }) =>
    placedOf(letter, line, verdict.shown, uri, docsBase),
  );

interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/**
 * The diagnostics of every open document, and the name (`resultId`) of what was last reported of each. An edit that
 * changes no diagnostic keeps the name, so that the client is told "unchanged" instead of the whole list again.
 */
export class Reports {
  readonly #last = new Map<string, Report>();
  #count = 0;

  /** The current diagnostics of a document; the same object as before where nothing changed. */
  of(document: OpenDocument, terms: Terms, docsBase: string | null): Report {
    const { uri } = document;
    const items = diagnosticsIn(document, terms, docsBase);
    const last = this.#last.get(uri);
    if (last && isSame(last.items, items)) return last;
    const report = { resultId: String(++this.#count), items };
    this.#last.set(uri, report);
    return report;
  }

  drop(uri: string): void {
    this.#last.delete(uri);
  }
}

/** A report as the answer to a pull by a client that has seen the result `previous`. */
export const answerTo = (previous: string | undefined, { resultId, items }: Report): DocumentDiagnosticReport =>
  previous === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };

const isSame = (before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean =>
  before.length === after.length &&
  before.every((old, index) => old === after[index] || JSON.stringify(old) === JSON.stringify(after[index]));

/** What is wrong with lines of a file of notes. */
export const damageDiagnostics = (damaged: readonly DamagedLine[]): Diagnostic[] =>
  damaged.map(({ line, reason }) => ({
    range: { start: { line: line - 1, character: 0 }, end: { line, character: 0 } },
    severity: DiagnosticSeverity.Warning,
    source: 'imr',
    message: `This line is no note and was passed over: ${reason}.`,
  }));
