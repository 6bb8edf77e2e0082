import {
  type AnnotatedTextEdit,
  type CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Fix, Problem } from '../checks/check.ts';
import { fixesFor } from '../checks/index.ts';
import { quoted } from '../checks/wording.ts';
import type { Letter } from '../letter/model.ts';
import type { Draft, Drafts } from '../notes/index.ts';
import { COMMANDS, SERVER_COMMANDS } from '../protocol.ts';
import { printable } from '../text/printable.ts';
import { rangeOf } from './range.ts';

/** A problem of the letter and the diagnostic it is shown as. */
export interface Finding {
  readonly problem: Problem;
  readonly diagnostic: Diagnostic;
  /** The notes that a person may make about it; null where none can be kept. */
  readonly drafts: Drafts | null;
}

/** The document to be edited, and what its editor understands. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** The client's `workspace.workspaceEdit.documentChanges`. */
  readonly documentChanges: boolean;
  /** The client's `workspace.workspaceEdit.snippetEditSupport`. */
  readonly snippets: boolean;
  /** The client's `workspace.workspaceEdit.changeAnnotationSupport`: it can show edits before they are made. */
  readonly previews: boolean;
  /** Has the client registered `COMMANDS`? */
  readonly commands: boolean;
}

/** One group of actions in the menu, for one finding. */
type Step = (finding: Finding, letter: Letter, target: EditTarget) => readonly CodeAction[];

/** From what changes the letter to what changes nothing. */
const STEPS: readonly Step[] = [
  ({ problem, diagnostic }, letter, target) =>
    fixesFor(problem, letter).map((fix) => fixAction(letter, fix, diagnostic, target)),
  ({ problem, diagnostic, drafts }, letter, target) =>
    drafts?.sic
      ? [
          noteAction(
            `Keep ${wordsOf(letter, problem)} as printed: [sic] for ${reading(problem)}`,
            drafts.sic,
            diagnostic,
            target,
          ),
        ]
      : [],
  ({ problem, diagnostic, drafts }, _letter, target) =>
    drafts ? [noteAction(`Ignore this one (${problem.code})`, drafts.ignore, diagnostic, target)] : [],
  (finding, letter, target) => everywhereActions(finding, letter, target),
];

/**
 * What can be done about problems, in the order: change the text, keep it as [sic], ignore it here, ignore it everywhere or
 * add the word, turn the check off, explain. The last two come once a check. Empty where there are no problems.
 */
export const codeActions = (
  letter: Letter,
  findings: readonly Finding[],
  target: EditTarget,
): readonly CodeAction[] => [
  ...STEPS.flatMap((step) => findings.flatMap((finding) => step(finding, letter, target))),
  ...(target.commands
    ? [
        ...perCheck(findings, (code) => ({
          title: `Turn off the check ${code}`,
          command: COMMANDS.turnOffCheck,
          arguments: [code, target.uri],
        })),
        ...perCheck(findings, (code) => ({ title: `Explain ${code}`, command: COMMANDS.explain, arguments: [code] })),
      ]
    : []),
];

const LONGEST_TITLE = 120;
const LONGEST_QUOTE = 40;

const fixAction = (letter: Letter, fix: Fix, diagnostic: Diagnostic, target: EditTarget): CodeAction => ({
  title: printable(fix.title, LONGEST_TITLE),
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  ...(fix.preferred && { isPreferred: true }),
  edit: workspaceEdit(letter, fix, target),
});

const wordsOf = ({ text }: Letter, { span }: Problem): string =>
  quoted(printable(text.slice(span.start, span.end), LONGEST_QUOTE));

const reading = ({ reading }: Problem): string => (reading ? quoted(printable(reading, LONGEST_QUOTE)) : 'nothing');

const noteAction = (title: string, draft: Draft, diagnostic: Diagnostic, { uri }: EditTarget): CodeAction => ({
  title: printable(title, LONGEST_TITLE),
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  command: { title, command: SERVER_COMMANDS.addNote, arguments: [uri, draft] },
});

const everywhereActions: Step = ({ problem, diagnostic, drafts }, letter, target) => {
  if (!drafts) return [];
  const { code, word } = problem;
  const { inLetter, inFolder, word: added } = drafts;
  const isAboutWords = inFolder !== null || added !== null;
  const what = isAboutWords
    ? `${wordsOf(letter, problem)} everywhere in this letter (${code})`
    : `${code} in this letter`;
  const actions: readonly (readonly [string, Draft | null])[] = [
    [`Add ${quoted(printable(word ?? '', LONGEST_QUOTE))} to the words of this folder`, added],
    [`Ignore ${what}`, inLetter],
    [`Ignore ${wordsOf(letter, problem)} everywhere in this folder (${code})`, inFolder],
  ];
  return actions.flatMap(([title, draft]) => (draft ? [noteAction(title, draft, diagnostic, target)] : []));
};

const perCheck = (findings: readonly Finding[], commandOf: (code: string) => Command): readonly CodeAction[] =>
  [...new Set(findings.map(({ problem }) => problem.code))].map((code) => {
    const command = commandOf(code);
    return {
      title: command.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: findings.filter(({ problem }) => problem.code === code).map(({ diagnostic }) => diagnostic),
      command,
    };
  });

/** The name of the group of edits that an editor shows before they are made. */
const PREVIEW = 'preview';

/**
 * With `documentChanges` the edit names the version it was made for, so that it cannot land in a later text. Edits in
 * several places are shown first, unless they are certain, since not all of them can be seen at once.
 */
const workspaceEdit = (letter: Letter, { title, edits, preferred }: Fix, target: EditTarget): WorkspaceEdit => {
  const { uri, version } = target;
  const plain = (edit: Edit): TextEdit => ({ range: rangeOf(letter, edit.span), newText: edit.text });
  if (!target.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  const textDocument = { uri, version };
  if (target.previews && edits.length > 1 && !preferred) {
    const annotated = (edit: Edit): AnnotatedTextEdit => ({ ...plain(edit), annotationId: PREVIEW });
    return {
      documentChanges: [{ textDocument, edits: edits.map(annotated) }],
      changeAnnotations: { [PREVIEW]: { label: printable(title, LONGEST_TITLE), needsConfirmation: true } },
    };
  }
  const edited = (edit: Edit) =>
    target.snippets && edit.snippet !== undefined ? snippetEdit(letter, edit, edit.snippet) : plain(edit);
  return { documentChanges: [{ textDocument, edits: edits.map(edited) }] };
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

/** The kind of the action that makes all certain fixes, as `editor.codeActionsOnSave` names it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.imr`;

/** One action that makes these edits of the document, which are certain; none where there are none. */
export const fixAllAction = (
  edits: readonly TextEdit[],
  { uri, version, documentChanges }: EditTarget,
): readonly CodeAction[] =>
  edits.length === 0
    ? []
    : [
        {
          title: 'Make all certain fixes',
          kind: FIX_ALL,
          edit: documentChanges
            ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
            : { changes: { [uri]: [...edits] } },
        },
      ];
