import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FIX_ALL } from '../features/codeActions.ts';
import { TRIGGER_CHARACTERS } from '../features/completion.ts';
import { type InitializationOptions, SERVER_COMMANDS } from '../protocol.ts';
import { isRecord } from './json.ts';

/** What the editor at the other end can do and has told at the start. */
export interface Client {
  /** It asks for diagnostics; one that does not is sent them. */
  readonly pulls: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** It lets the server ask to be told when settings change. */
  readonly watchesSettings: boolean;
  /** It lets the server ask to be told when files change. */
  readonly watchesFiles: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** It knows a definition that says which words it is of. */
  readonly definitionLinks: boolean;
  /** It knows edits with tab stops. */
  readonly snippets: boolean;
  /** It shows edits before they are made where it is asked to. */
  readonly previews: boolean;
  /** It knows edits that name the document's version. */
  readonly versionedEdits: boolean;
  /** Where the pages about the checks stand, with a closing slash; null for no links. */
  readonly docsBase: string | null;
  /** How it shows a hover. */
  readonly markup: MarkupKind;
  /** It has registered the extension's commands. */
  readonly commands: boolean;
  /** It answers requests about files. */
  readonly files: boolean;
  /** The folders of the workspace, as it named them at the start. */
  readonly roots: readonly string[];
}

/** Any editor may start the server with options of its own, or none. */
const optionsOf = (options: unknown): InitializationOptions => {
  const { docsBase, commands, files } = isRecord(options) ? options : {};
  const hasDocs = typeof docsBase === 'string' && docsBase !== '';
  return {
    docsBase: hasDocs ? (docsBase.endsWith('/') ? docsBase : `${docsBase}/`) : null,
    commands: commands === true,
    files: files === true,
  };
};

/** Reads what the server needs to know from the initialize request. */
export const clientOf = ({
  capabilities,
  initializationOptions,
  workspaceFolders,
  rootUri,
}: InitializeParams): Client => {
  const { textDocument, workspace } = capabilities;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    configuration: workspace?.configuration === true,
    watchesSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    previews: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    markup: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)
      ? MarkupKind.Markdown
      : MarkupKind.PlainText,
    roots: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    ...optionsOf(initializationOptions),
  };
};

/** The client before it has said anything: the least that one can be. */
export const UNKNOWN_CLIENT: Client = clientOf({ processId: null, rootUri: null, capabilities: {} });

/** What the server offers to this client. */
export const initializeResult = (client: Client): InitializeResult => ({
  serverInfo: { name: 'IMR Letters' },
  capabilities: {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    documentSymbolProvider: true,
    hoverProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: {},
    completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS] },
    documentLinkProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    inlayHintProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  },
});
