import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { codeActions, type EditTarget, FIX_ALL, type Finding, fixAllAction } from '../features/codeActions.ts';
import { fixAll } from '../features/fix-all.ts';
import { textEdits } from '../features/range.ts';
import type { PlacedLetter } from '../letter/model.ts';
import { draftsFor, judge, keysOf } from '../notes/index.ts';
import { touches } from '../text/span.ts';
import { diagnosticOf } from './diagnostics.ts';
import { lettersWithin, type OpenDocument, offsetIn } from './documents.ts';
import { judged, problemsOf, type Terms } from './judged.ts';
import { placeAction, placeDiagnostic, placeRange } from './place.ts';
import type { Service } from './service.ts';

/** Is an action of this kind asked for? An editor that names no kinds wants what stands at the place: quick fixes. */
const isWanted = (only: CodeActionParams['context']['only'], kind: string): boolean =>
  only?.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`)) ??
  kind === CodeActionKind.QuickFix;

/** What can be done about the problems of a range, or about all certain ones; empty for a document that is not open. */
export const actionsAt = async (service: Service, params: CodeActionParams): Promise<CodeAction[]> => {
  const { context, range, textDocument } = params;
  const { uri } = textDocument;
  const wants = { fixes: isWanted(context.only, CodeActionKind.QuickFix), all: isWanted(context.only, FIX_ALL) };
  if (!wants.fixes && !wants.all) return [];
  const terms = await service.termsOf(uri);
  const { target } = await service.notes.of(uri);
  const document = service.documents.get(uri);
  if (!document) return [];
  const edited = targetOf(service, document);
  return [
    ...(wants.fixes ? quickFixes(service, document, terms, { range, edited, path: target?.path ?? null }) : []),
    // A person who asks for any action at a place does not ask for this one.
    ...(wants.all && context.only?.includes(CodeActionKind.Empty) !== true ? allFixes(document, terms, edited) : []),
  ];
};

const targetOf = ({ client }: Service, { uri, version }: OpenDocument): EditTarget => ({
  uri,
  version,
  documentChanges: client.versionedEdits,
  snippets: client.snippets,
  previews: client.previews,
  commands: client.commands,
});

interface Asked {
  readonly range: Range;
  readonly edited: EditTarget;
  /** The path of the document in its notes; null where no note can be kept. */
  readonly path: string | null;
}

const quickFixes = (service: Service, document: OpenDocument, terms: Terms, { range, edited, path }: Asked) => {
  const within = new Set(lettersWithin(document.letters, range.start.line, range.end.line));
  const { docsBase } = service.client;
  const { uri } = document;
  return judged(document, terms).flatMap(({ placed, verdict }) => {
    if (!within.has(placed)) return [];
    const { letter, line } = placed;
    const problems = problemsOf(letter, terms.settings);
    const findings = verdict.shown
      .filter(({ span }) => meets(placed, span, range))
      .map(
        (problem): Finding => ({
          problem,
          diagnostic: placeDiagnostic(diagnosticOf(problem, letter, { uri, docsBase }), line),
          drafts: path === null ? null : draftsFor(letter, problem, problems, path),
        }),
      );
    return codeActions(letter, findings, edited).map((action) => placeAction(action, line));
  });
};

const allFixes = (document: OpenDocument, { settings, notes }: Terms, edited: EditTarget): readonly CodeAction[] => {
  const keys = keysOf(document.letters, notes);
  const edits = document.letters.flatMap(({ letter, line }) =>
    textEdits(
      letter,
      fixAll(letter, (one) => judge(one, problemsOf(one, settings), notes, keys).shown),
    ).map((edit) => ({ ...edit, range: placeRange(edit.range, line) })),
  );
  return fixAllAction(edits, edited);
};

/** Does the span touch the range? A cursor at either edge counts. */
const meets = (placed: PlacedLetter, span: { start: number; end: number }, { start, end }: Range): boolean => {
  const offset = (position: Position) => (position.line < placed.line ? 0 : offsetIn(placed, position));
  const selected = { start: offset(start), end: offset(end) };
  return touches(span, selected.start) || touches(selected, span.start);
};
