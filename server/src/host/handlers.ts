import {
  type CancellationToken,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  InlayHintRequest,
  type NotificationType,
  ReferencesRequest,
  RequestType,
  SelectionRangeRequest,
} from 'vscode-languageserver';
import {
  type AgreeParams,
  type AgreeResult,
  ANNOTATION_REQUESTS,
  type AnnotationsResult,
  type AttachParams,
  CASE_REQUEST,
  type CaseParams,
  type CaseResult,
  CHECK_REQUEST,
  type ChangeParams,
  type ChangeResult,
  type CheckParams,
  type CheckResult,
  type CompareParams,
  type CompareResult,
  EXPORT_REQUESTS,
  type ExportAdded,
  type ExportAddParams,
  type ExportBeginParams,
  type ExportBegun,
  type ExportEndParams,
  type ExportPart,
  type FileParams,
  type FolderParams,
  type GoneParams,
  type LettersResult,
  type LikelyResult,
  type ListParams,
  NOTES_REQUEST,
  type NotesResult,
  PREVIEW_REQUEST,
  type PreviewParams,
  type PreviewResult,
  REMOVE_NOTES_REQUEST,
  type RemoveNotesParams,
  ROWS_REQUEST,
  type RowsParams,
  type RowsResult,
  type SettleParams,
} from '../protocol.ts';
import { actionsAt } from './actions.ts';
import { changeAnnotations, listAnnotations, undoAnnotations } from './annotations.ts';
import { agreeInFolder } from './annotations-agree.ts';
import { compareAnnotators, settleMarks } from './annotations-compare.ts';
import { attachTo, lettersIn, likelyLetters } from './annotations-folder.ts';
import * as answers from './answers.ts';
import { checkDocuments } from './checking.ts';
import { initializeResult, UNKNOWN_CLIENT } from './client.ts';
import { addToExport, beginExport, endExport } from './exporting.ts';
import { formatting, rangeFormatting } from './formatting.ts';
import { executeCommand, notesOf, removeNotes } from './noting.ts';
import { letterRows } from './rows.ts';
import type { Service } from './service.ts';

/** A row of the table: a method, the work, and what is answered where the work fails. */
export interface Handler {
  readonly kind: 'initialize' | 'request' | 'notification';
  readonly method: string;
  readonly fallback: unknown;
  /** May throw; `server.ts` wraps it with `safe`. The parameters are whatever the client sent, well formed or not. */
  run(service: Service, params: unknown, token?: CancellationToken): unknown;
}

const request = <P, R>(
  { method }: Pick<RequestType<P, R, unknown>, 'method' | '_'>,
  fallback: R,
  run: (service: Service, params: P, token?: CancellationToken) => R | Promise<R>,
): Handler => ({ kind: 'request', method, fallback, run });

const notification = <P>(
  { method }: Pick<NotificationType<P>, 'method' | '_'>,
  run: (service: Service, params: P) => void | Promise<void>,
): Handler => ({ kind: 'notification', method, fallback: undefined, run });

const initialize: Handler = {
  kind: 'initialize',
  method: InitializeRequest.method,
  fallback: initializeResult(UNKNOWN_CLIENT),
  run: (service: Service, params: InitializeParams) => initializeResult(service.begin(params)),
};

const NOT_CHANGED: ChangeResult = { failed: 'The annotation could not be changed because of an error.', ids: [] };

/** Everything the server listens to. It listens to nothing else. */
export const HANDLERS: readonly Handler[] = [
  initialize,
  notification(InitializedNotification.type, (service) => service.watch()),
  notification(DidChangeConfigurationNotification.type, (service, { settings }) => service.settingsChanged(settings)),
  notification(DidChangeWorkspaceFoldersNotification.type, (service, { event }) => service.foldersChanged(event)),
  notification(DidChangeWatchedFilesNotification.type, (service, { changes }) =>
    service.filesChanged(changes.map(({ uri }) => uri)),
  ),

  notification(DidOpenTextDocumentNotification.type, (service, params) => {
    service.documents.open(params);
    service.changed(params.textDocument.uri);
  }),
  notification(DidChangeTextDocumentNotification.type, (service, params) => {
    service.documents.change(params);
    service.changed(params.textDocument.uri);
  }),
  notification(DidCloseTextDocumentNotification.type, (service, { textDocument: { uri } }) => {
    service.documents.close(uri);
    service.closed(uri);
  }),

  request(DocumentSymbolRequest.type, [], answers.documentSymbols),
  request(FoldingRangeRequest.type, [], answers.foldingRanges),
  request(SelectionRangeRequest.type, null, answers.selectionRanges),
  request(HoverRequest.type, null, answers.hoverAt),
  request(CodeLensRequest.type, [], answers.codeLenses),
  request(CompletionRequest.type, [], answers.completions),
  request(DefinitionRequest.type, null, answers.definitionAt),
  request(ReferencesRequest.type, [], answers.referencesTo),
  request(DocumentHighlightRequest.type, null, answers.highlights),
  request(DocumentLinkRequest.type, [], answers.links),
  request(InlayHintRequest.type, [], answers.hints),
  request(CodeActionRequest.type, [], actionsAt),
  request(DocumentFormattingRequest.type, [], formatting),
  request(DocumentRangeFormattingRequest.type, [], rangeFormatting),
  request(ExecuteCommandRequest.type, null, executeCommand),
  request(DocumentDiagnosticRequest.type, answers.NO_DIAGNOSTICS, answers.diagnostics),
  request(new RequestType<FileParams, NotesResult, void>(NOTES_REQUEST), { notes: [] }, notesOf),
  request(new RequestType<RemoveNotesParams, string | null, void>(REMOVE_NOTES_REQUEST), null, removeNotes),
  request(new RequestType<CheckParams, CheckResult | null, void>(CHECK_REQUEST), null, checkDocuments),
  request(new RequestType<ListParams, AnnotationsResult | null, void>(ANNOTATION_REQUESTS.list), null, listAnnotations),
  request(
    new RequestType<ChangeParams, ChangeResult, void>(ANNOTATION_REQUESTS.change),
    NOT_CHANGED,
    changeAnnotations,
  ),
  request(new RequestType<ListParams, ChangeResult, void>(ANNOTATION_REQUESTS.undo), NOT_CHANGED, undoAnnotations),
  request(
    new RequestType<CompareParams, CompareResult | null, void>(ANNOTATION_REQUESTS.compare),
    null,
    compareAnnotators,
  ),
  request(new RequestType<SettleParams, ChangeResult, void>(ANNOTATION_REQUESTS.settle), NOT_CHANGED, settleMarks),
  request(new RequestType<AgreeParams, AgreeResult | null, void>(ANNOTATION_REQUESTS.agree), null, agreeInFolder),
  request(
    new RequestType<FolderParams, LettersResult, void>(ANNOTATION_REQUESTS.letters),
    { letters: [], gone: [] },
    lettersIn,
  ),
  request(new RequestType<GoneParams, LikelyResult, void>(ANNOTATION_REQUESTS.likely), { letters: [] }, likelyLetters),
  request(new RequestType<AttachParams, ChangeResult, void>(ANNOTATION_REQUESTS.attach), NOT_CHANGED, attachTo),
  request(new RequestType<CaseParams, CaseResult | null, void>(CASE_REQUEST), null, answers.caseRecords),
  request(new RequestType<PreviewParams, PreviewResult | null, void>(PREVIEW_REQUEST), null, answers.preview),
  request(new RequestType<RowsParams, RowsResult | null, void>(ROWS_REQUEST), null, letterRows),
  request(new RequestType<ExportBeginParams, ExportBegun | null, void>(EXPORT_REQUESTS.begin), null, beginExport),
  request(new RequestType<ExportAddParams, ExportAdded | null, void>(EXPORT_REQUESTS.add), null, addToExport),
  request(new RequestType<ExportEndParams, readonly ExportPart[] | null, void>(EXPORT_REQUESTS.end), null, endExport),
];
