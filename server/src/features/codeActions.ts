import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Fix, Problem } from '../checks/check.ts';
import { fixesFor } from '../checks/index.ts';
import type { Letter } from '../letter/model.ts';
import { COMMANDS } from '../protocol.ts';
import { printable } from '../text/printable.ts';
import { rangeOf } from './range.ts';

/** A problem of the letter and the diagnostic it is shown as. */
export interface Finding {
  readonly problem: Problem;
  readonly diagnostic: Diagnostic;
}

/** The document to be edited, and what its editor understands. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** The client's `workspace.workspaceEdit.documentChanges`. */
  readonly documentChanges: boolean;
  /** The client's `workspace.workspaceEdit.snippetEditSupport`. */
  readonly snippets: boolean;
  /** Has the client registered `COMMANDS`? */
  readonly explains: boolean;
}

/**
 * The fixes of the given problems, each a quick fix with its diagnostic, and last for each kind of problem the action that
 * opens its page. Empty where no problem has a fix and the client cannot explain.
 */
export const codeActions = (
  letter: Letter,
  findings: readonly Finding[],
  target: EditTarget,
): readonly CodeAction[] => [
  ...findings.flatMap(({ problem, diagnostic }) =>
    fixesFor(problem, letter).map((fix) => fixAction(letter, fix, diagnostic, target)),
  ),
  ...(target.explains ? explanations(findings) : []),
];

const fixAction = (letter: Letter, fix: Fix, diagnostic: Diagnostic, target: EditTarget): CodeAction => ({
  title: printable(fix.title, 120),
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  ...(fix.preferred && { isPreferred: true }),
  edit: workspaceEdit(letter, fix.edits, target),
});

/** With `documentChanges` the edit names the version it was made for, so that it cannot land in a later text. */
const workspaceEdit = (letter: Letter, edits: readonly Edit[], target: EditTarget): WorkspaceEdit => {
  const { uri, version } = target;
  const plain = (edit: Edit): TextEdit => ({ range: rangeOf(letter, edit.span), newText: edit.text });
  if (!target.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  return {
    documentChanges: [
      {
        textDocument: { uri, version },
        edits: edits.map((edit) =>
          target.snippets && edit.snippet !== undefined ? snippetEdit(letter, edit, edit.snippet) : plain(edit),
        ),
      },
    ],
  };
};

/**
 * A snippet puts the cursor into what was inserted. The protocol has it since 3.18 and only in `documentChanges`;
 * vscode-languageclient 10 announces it and VS Code runs it, mixed with plain edits too, in the active editor. Elsewhere
 * the plain text goes in and the cursor stays where it is.
 */
const snippetEdit = (letter: Letter, edit: Edit, snippet: string): SnippetTextEdit => ({
  range: rangeOf(letter, edit.span),
  snippet: { kind: 'snippet', value: snippet },
});

const explanations = (findings: readonly Finding[]): readonly CodeAction[] =>
  [...new Set(findings.map(({ problem }) => problem.code))].map((code) => ({
    title: `Explain ${code}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.filter(({ problem }) => problem.code === code).map(({ diagnostic }) => diagnostic),
    command: { title: `Explain ${code}`, command: COMMANDS.explain, arguments: [code] },
  }));
