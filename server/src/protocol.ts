/**
 * What client and server say to each other beyond the Language Server Protocol. This is the only file of the server that
 * the client may import; it holds names and types, so that neither bundle carries the other's code.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { CaseFormat } from './case/formats.ts';
import type { FormatId } from './letter/model.ts';

export { CASE_FORMATS, type CaseFormat, type CaseFormatInfo, FORMATS } from './case/formats.ts';
export { looksLikeLetter } from './letter/detect.ts';
export { isLetterName, isPassedOver, mayHoldLetters } from './letter/names.ts';
export * from './protocol-annotations.ts';
export * from './protocol-cases.ts';
export { matches as globMatches } from './text/glob.ts';

/** The language of letters, as the extension's manifest declares it. */
export const LANGUAGE_ID = 'imr-letter';

/** The section of the settings: `imr.checks` and the like. */
export const SETTINGS_SECTION = 'imr';

// Both ways ---------------------------------------------------------------------------------------------------------

/** `initializationOptions` of the initialize request. Every member may be left out by an editor that knows none of them. */
export interface InitializationOptions {
  /** URI of the folder docs/checks/ with its closing slash, for the link of a problem's code; null for no links. */
  readonly docsBase: string | null;
  /** Has the client registered `COMMANDS`? Where it has not, no lens and no action names one. */
  readonly commands: boolean;
  /** Does the client answer `FILE_REQUESTS`? Where it does not, the server reads and writes files of its own machine. */
  readonly files: boolean;
}

/** Commands that stand in code lenses and quick fixes. The client registers them; the server only names them. */
export const COMMANDS = {
  /** Argument: `LensTarget` with its letter. */
  exportCase: 'imr.exportCase',
  /** Argument: `LensTarget` with its letter. Shows its brief beside the text. */
  previewCase: 'imr.previewCase',
  /** Argument: `LensTarget` with letter and issue. */
  copyIssue: 'imr.copyIssue',
  /** Argument: `LensTarget` with its letter. Shows the letter's problems. */
  showProblems: 'imr.showProblems',
  /** Argument: the code of a problem, as in docs/checks/. Opens the page about it. */
  explain: 'imr.explain',
  /** Arguments: the code of a check, the address of the letter. Turns the check off where the letter belongs. */
  turnOffCheck: 'imr.turnOffCheck',
} as const;

/** Commands that the server itself runs (`workspace/executeCommand`), in every editor. */
export const SERVER_COMMANDS = {
  /** Arguments: the address of a document, and a note without id and time (docs/notes.md). Keeps the note. */
  addNote: 'imr.notes.add',
} as const;

/** The one argument of the lenses' commands: which letter of which document, and which of its issues. */
export interface LensTarget {
  readonly uri: string;
  /** From 1. */
  readonly letter: number;
  /** From 1. */
  readonly issue?: number;
}

// To server ---------------------------------------------------------------------------------------------------------

/** Request `imr/case`: the case records of an open document. Answers null where the document or the letter is not there. */
export const CASE_REQUEST = 'imr/case';

export interface CaseParams {
  readonly uri: string;
  /** From 1; left out for all letters of the document. */
  readonly letter?: number;
  /** From 1; asks for this issue of the letter alone, which only `json` can give. */
  readonly issue?: number;
  readonly format: CaseFormat;
  /** Who asks, for blind mode; left out or null where nobody has said. */
  readonly author?: string | null;
}

export interface CaseResult {
  /** One, or of a format of tables one a table. */
  readonly files: readonly [CaseFileResult, ...CaseFileResult[]];
  /** A file name for the first: the case number, else the document's own name; with extension. */
  readonly suggestedName: string;
  /** How many records the files hold. */
  readonly count: number;
  /** Blind mode is on: what other annotators say is left out of a record that would tell it. */
  readonly blind: boolean;
}

export interface CaseFileResult {
  /** What its rows are: `cases`, `issues`, `citations`. */
  readonly part: string;
  readonly content: Content;
}

/** What a file holds, or a part of it. */
export type Content = { readonly text: string } | { readonly base64: string };

/**
 * Requests of an export of many documents, which the client reads and writes wherever it can: it begins one, adds documents
 * in their order and writes what comes back, and ends it. The server holds no more than a row group of a table.
 */
export const EXPORT_REQUESTS = {
  /** `ExportBeginParams` → `ExportBegun`. */
  begin: 'imr/export/begin',
  /** `ExportAddParams` → `ExportAdded`, null where there is no such export. */
  add: 'imr/export/add',
  /** `ExportEndParams` → the last `ExportPart[]`, null where there is no such export. */
  end: 'imr/export/end',
} as const;

export interface ExportBeginParams {
  readonly formats: readonly CaseFormat[];
  /** Who exports, for blind mode; left out or null where nobody has said. */
  readonly author?: string | null;
}

export interface ExportBegun {
  readonly id: number;
}

export interface ExportAddParams {
  readonly id: number;
  readonly documents: readonly ExportDocument[];
}

/** A document that need not be open. */
export interface TextDocumentContent {
  readonly uri: string;
  readonly text: string;
}

export interface ExportDocument extends TextDocumentContent {
  /** Its path from the exported folder, after which files of single letters are named. */
  readonly path: string;
  /** Only these of its letters, from 1; left out for all. */
  readonly letters?: readonly number[];
}

export interface ExportAdded {
  readonly parts: readonly ExportPart[];
  /** In the order of the documents. */
  readonly reports: readonly DocumentReport[];
}

/** What is to be added to one of the files. */
export interface ExportPart {
  /** Name, or of a file of a single letter the path, in the folder of the export. */
  readonly file: string;
  readonly content: Content;
  /** All of a file of its own; the others are whole when the export has ended. */
  readonly whole: boolean;
}

export interface DocumentReport {
  readonly letters: number;
  readonly problems: ProblemCounts;
  /** As in `CaseResult`. */
  readonly blind: boolean;
}

export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

export interface ExportEndParams {
  readonly id: number;
  /** Nothing of it is wanted any more. */
  readonly cancel?: boolean;
}

// From server -------------------------------------------------------------------------------------------------------

/** Notification `imr/status`: what a document holds, sent when it was opened or has changed. */
export const STATUS_NOTIFICATION = 'imr/status';

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** Of the first letter; `unknown` where there is none. */
  readonly format: FormatId;
  readonly letters: number;
  readonly issues: number;
  readonly problems: number;
  /** Problems that notes silence. */
  readonly silenced: number;
  /** Notes that name this document and are about nothing in it any more. */
  readonly stale: number;
  /** Where notes are kept: beside the letters, in the extension's own storage, or nowhere. */
  readonly notes: 'folder' | 'storage' | 'nowhere';
}

/** Notification `imr/notesChanged`: notes beside some letters are others now, made here or by another program. */
export const NOTES_NOTIFICATION = 'imr/notesChanged';

/** Notification `imr/git/never`: the person wants never to be asked about files for Git again (`imr.gitAttributes`). */
export const NO_GIT_FILES_NOTIFICATION = 'imr/git/never';

/** Request `imr/notes`: the notes beside a document, or a name in a folder that no document has; stale ones are known of an open one. */
export const NOTES_REQUEST = 'imr/notes';

export interface NotesResult {
  readonly notes: readonly NoteInfo[];
}

/** A note as a list shows it. */
export interface NoteInfo {
  readonly id: string;
  /** `[sic] “medical branch” for “medial branch”`. */
  readonly title: string;
  readonly code: string | null;
  /** The letter it was made in, by its path; null where it is about all of them. */
  readonly path: string | null;
  /** It names this document and is about nothing in it any more. */
  readonly stale: boolean;
  /** The letter that it names is gone. */
  readonly lost: boolean;
}

/** Request `imr/notes/remove`: removes notes beside a document. Answers a sentence where that failed, else null. */
export const REMOVE_NOTES_REQUEST = 'imr/notes/remove';

export interface RemoveNotesParams extends FileParams {
  readonly ids: readonly string[];
}

/** Request `imr/check`: the problems of the letters in some documents, which need not be open. */
export const CHECK_REQUEST = 'imr/check';

export interface CheckParams {
  readonly documents: readonly TextDocumentContent[];
}

export interface CheckResult {
  /** In the order of the documents. */
  readonly documents: readonly CheckedDocument[];
}

export interface CheckedDocument {
  /** Of the problems that no note silences. */
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: ProblemCounts;
  readonly letters: number;
  readonly silenced: number;
}

/** Requests about files, so that letters may stand wherever the client can read: a disk, a remote, a virtual folder. */
export const FILE_REQUESTS = {
  /** `FileParams` → the text of a file, null where there is none. */
  read: 'imr/files/read',
  /** `AppendParams` → null. Makes the file and its folder where there is none. */
  append: 'imr/files/append',
  /** `FileParams` of a folder → the addresses of the files in it, and in its folders, that may hold letters. */
  list: 'imr/files/list',
  /** `FileParams` of a folder → the names of the files right in it; none where there is no folder. */
  names: 'imr/files/names',
  /** `FileParams` of a folder → `FileStamp[]`, of all files in it and in its folders; none where there is no folder. */
  stamps: 'imr/files/stamps',
  /** `FilesParams` → the texts of the files in their order; null for one that is not there or cannot be read. */
  readAll: 'imr/files/readAll',
  /** `FileParams` of a file of annotations → null. Removes it, and the folders that hold nothing any more then. */
  remove: 'imr/files/remove',
  /** `FileParams` of a document → `Home`. */
  home: 'imr/files/home',
} as const;

export interface FileParams {
  readonly uri: string;
}

export interface FilesParams {
  readonly uris: readonly string[];
}

export interface FileStamp {
  /** From the folder that was asked for, with `/` between. */
  readonly path: string;
  /** Another whenever the file is. */
  readonly stamp: string;
}

export interface AppendParams extends FileParams {
  /** Whole lines; a last line of the file that has no end is ended first. */
  readonly text: string;
}

/** Where what belongs beside a document is kept. Folders are addresses without a closing slash. */
export interface Home {
  /** The document's folder and those above it, up to the folder of the workspace; empty for a document without a file. */
  readonly folders: readonly string[];
  /** May files be made in these folders? Not in a virtual or read-only place. */
  readonly writable: boolean;
  /** The extension's own storage, which takes what the folders cannot; null in an editor that has none. */
  readonly storage: string | null;
}
