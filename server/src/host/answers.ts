import {
  type CancellationToken,
  type CodeLens,
  type CompletionItem,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type LocationLink,
  type Range,
  type ReferenceParams,
  type SelectionRange,
  type SelectionRangeParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { folding } from '../features/folding.ts';
import { highlight } from '../features/highlight.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { issueLenses, letterLenses } from '../features/lenses.ts';
import { documentLinks } from '../features/links.ts';
import { outline } from '../features/outline.ts';
import { referencedAt, references } from '../features/references.ts';
import { selectionRange } from '../features/selection.ts';
import type { PlacedLetter } from '../letter/model.ts';
import type { CaseParams, CaseResult, PreviewParams, PreviewResult } from '../protocol.ts';
import { offsetAt } from '../text/lines.ts';
import { annotationsAt } from './annotations.ts';
import { withAnnotations } from './annotations-hover.ts';
import { caseOf } from './cases.ts';
import { closedLetters } from './closed-letters.ts';
import { answerTo } from './diagnostics.ts';
import { letterAt, lettersWithin, offsetIn } from './documents.ts';
import { judged } from './judged.ts';
import { perLetter } from './per-letter.ts';
import {
  placeCompletion,
  placeFolding,
  placeHighlight,
  placeHint,
  placeHover,
  placeLens,
  placeLink,
  placeRange,
  placeSelection,
  placeSymbol,
} from './place.ts';
import { previewOf } from './preview.ts';
import type { Service } from './service.ts';

/*
 * One function a request: finds the letters it is about, asks the feature, puts the result in its place in the document.
 * Each is empty for a document that is not open.
 */

interface About {
  readonly textDocument: { readonly uri: string };
}

/** The same feature, computed once a letter. */
const outlineOf = perLetter(outline);
const foldingOf = perLetter(folding);
const letterLensesOf = perLetter(letterLenses);
const issueLensesOf = perLetter(issueLenses);

const linksOf = perLetter(documentLinks);

const lettersOf = (service: Service, { textDocument }: About): readonly PlacedLetter[] =>
  service.documents.get(textDocument.uri)?.letters ?? [];

export const documentSymbols = (service: Service, params: About): DocumentSymbol[] =>
  lettersOf(service, params).map(({ letter, number, line }) => placeSymbol(outlineOf(letter, number), line));

export const foldingRanges = (service: Service, params: About): FoldingRange[] => {
  const letters = lettersOf(service, params);
  return letters.flatMap(({ letter, line }) =>
    foldingOf(letter, letters.length === 1).map((range) => placeFolding(range, line)),
  );
};

export const hoverAt = async (service: Service, params: TextDocumentPositionParams): Promise<Hover | null> => {
  const annotations = await annotationsAt(service, params);
  const placed = letterAt(lettersOf(service, params), params.position.line);
  const found = placed && hover(placed.letter, offsetIn(placed, params.position), service.client.markup);
  return withAnnotations(found && placeHover(found, placed.line), annotations, {
    uri: params.textDocument.uri,
    kind: service.client.markup,
    links: service.client.commands,
  });
};

/** One answer a position, as the protocol asks; outside of every letter the position itself. */
export const selectionRanges = (service: Service, params: SelectionRangeParams): SelectionRange[] => {
  const letters = lettersOf(service, params);
  return params.positions.map((position) => {
    const placed = letterAt(letters, position.line);
    if (!placed) return { range: { start: position, end: position } };
    return placeSelection(selectionRange(placed.letter, offsetIn(placed, position)), placed.line);
  });
};

export const codeLenses = async (service: Service, params: About): Promise<CodeLens[]> => {
  const { uri } = params.textDocument;
  const terms = await service.termsOf(uri);
  const { settings } = terms;
  const { commands } = service.client;
  return judged({ letters: lettersOf(service, params) }, terms).flatMap(({ placed, verdict }) => {
    const { letter, number, line } = placed;
    const problems = verdict.shown.length;
    const lenses = [
      ...(settings.lenses.letter ? letterLensesOf(letter, number, uri, problems) : []),
      ...(settings.lenses.issues ? issueLensesOf(letter, number, uri) : []),
    ];
    return lenses.filter(({ command }) => commands || !command?.command).map((lens) => placeLens(lens, line));
  });
};

export const completions = (service: Service, params: TextDocumentPositionParams): CompletionItem[] => {
  const placed = letterAt(lettersOf(service, params), params.position.line);
  if (!placed) return [];
  return completion(placed.letter, offsetIn(placed, params.position)).map((item) => placeCompletion(item, placed.line));
};

export const definitionAt = (
  service: Service,
  params: TextDocumentPositionParams,
): Location[] | LocationLink[] | null => {
  const { uri } = params.textDocument;
  const placed = letterAt(lettersOf(service, params), params.position.line);
  const found = placed && definition(placed.letter, offsetIn(placed, params.position));
  if (!found) return null;
  const at = (range: Range) => placeRange(range, placed.line);
  if (!service.client.definitionLinks) return found.targets.map(({ selection }) => ({ uri, range: at(selection) }));
  return found.targets.map(({ range, selection }) => ({
    originSelectionRange: at(found.origin),
    targetUri: uri,
    targetRange: at(range),
    targetSelectionRange: at(selection),
  }));
};

/**
 * In all open documents, the asking one first, and then in the letters of the workspace's files that are not open. What is
 * named in a letter is kept with it, so that many open letters cost little.
 */
export const referencesTo = async (
  service: Service,
  params: ReferenceParams,
  token?: CancellationToken,
): Promise<Location[]> => {
  const { uri: here } = params.textDocument;
  const placed = letterAt(lettersOf(service, params), params.position.line);
  if (!placed) return [];
  const subjects = referencedAt(placed.letter, offsetIn(placed, params.position));
  if (subjects.size === 0) return [];
  const placesIn = (uri: string, letters: readonly PlacedLetter[]): Location[] =>
    letters.flatMap(({ letter, line }) =>
      references(letter, subjects, params.context.includeDeclaration).map((range) => ({
        uri,
        range: placeRange(range, line),
      })),
    );
  const others = service.documents.uris.filter((uri) => uri !== here).sort();
  const places = [here, ...others].flatMap((uri) => placesIn(uri, lettersOf(service, { textDocument: { uri } })));
  for await (const { uri, letters } of closedLetters(service, token)) places.push(...placesIn(uri, letters));
  return places;
};

export const highlights = (service: Service, params: TextDocumentPositionParams): DocumentHighlight[] | null => {
  const placed = letterAt(lettersOf(service, params), params.position.line);
  const found = placed && highlight(placed.letter, offsetIn(placed, params.position));
  return found && found.map((one) => placeHighlight(one, placed.line));
};

export const links = (service: Service, params: About): DocumentLink[] =>
  lettersOf(service, params).flatMap(({ letter, line }) => linksOf(letter).map((link) => placeLink(link, line)));

/** Within whole lines, since a hint at a line's end stands beyond the last character that is shown. */
export const hints = async (service: Service, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> => {
  const { inlayHints: wanted } = await service.settings.of(textDocument.uri);
  if (!Object.values(wanted).includes(true)) return [];
  const { start, end } = range;
  return lettersWithin(lettersOf(service, { textDocument }), start.line, end.line).flatMap(({ letter, line }) => {
    const within = {
      start: offsetAt(letter.lines, start.line - line, 0),
      end: offsetAt(letter.lines, end.line - line, Number.MAX_SAFE_INTEGER),
    };
    return inlayHints(letter, within, wanted).map((hint) => placeHint(hint, line));
  });
};

export const NO_DIAGNOSTICS: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export const diagnostics = async (
  service: Service,
  params: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> => {
  const terms = await service.termsOf(params.textDocument.uri);
  const document = service.documents.get(params.textDocument.uri);
  if (!document) return NO_DIAGNOSTICS;
  return answerTo(params.previousResultId, service.reports.of(document, terms, service.client.docsBase));
};

export const caseRecords = async (service: Service, params: CaseParams): Promise<CaseResult | null> => {
  const [terms, view] = await Promise.all([service.termsOf(params.uri), service.annotations.of(params.uri)]);
  const document = service.documents.get(params.uri);
  return document ? caseOf(document, params, terms, view) : null;
};

export const preview = (service: Service, params: PreviewParams): PreviewResult | null => {
  const document = service.documents.get(params.uri);
  return document ? previewOf(document, params) : null;
};
