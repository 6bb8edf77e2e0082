/** What client and server say to each other about annotations; part of protocol.ts. */
import type { Range } from 'vscode-languageserver';
import type { DisagreementKind } from './annotations/agreement/disagreements.ts';
import type { Progress, State, Value } from './annotations/model.ts';
import type { LetterStatus } from './annotations/status.ts';

export { authorIdOf } from './annotations/authors.ts';
export { ANNOTATIONS, BASES, baseName, basesIn, IMR_FOLDER, isOfAnnotations } from './annotations/store/folders.ts';
export type { DisagreementKind, LetterStatus, Progress, State, Value };

/** What is computed from the letter has this author. */
export const MACHINE_AUTHOR = 'machine';

/** Requests about the annotations of an open document. */
export const ANNOTATION_REQUESTS = {
  /** `ListParams` → `AnnotationsResult`; null where the document is not open. */
  list: 'imr/annotations/list',
  /** `ChangeParams` → `ChangeResult`. */
  change: 'imr/annotations/change',
  /** `ListParams` → `ChangeResult`: takes back the last change of this person to this letter since it was opened. */
  undo: 'imr/annotations/undo',
  /** `CompareParams` → `CompareResult`: where annotators disagree; null where the document is not open, and in blind mode. */
  compare: 'imr/annotations/compare',
  /** `SettleParams` → `ChangeResult`: what the gold layer is to hold. */
  settle: 'imr/annotations/settle',
  /** `AgreeParams` → `AgreeResult`: how far the annotators of a folder agree; null where it was cancelled. */
  agree: 'imr/annotations/agree',
  /** `FolderParams` → `LettersResult`: the letters of a folder with how far people are with them. */
  letters: 'imr/annotations/letters',
  /** `GoneParams` → `LikelyResult`: which letters may be the one that annotations were made on, which is gone. */
  likely: 'imr/annotations/likely',
  /** `AttachParams` → `ChangeResult`: annotations whose letter is gone are another letter's from now on. */
  attach: 'imr/annotations/attach',
} as const;

/** Notification: files of annotations or labels have changed; lists are to be asked for again. */
export const ANNOTATIONS_NOTIFICATION = 'imr/annotations/changed';

export interface ListParams {
  readonly uri: string;
  /** The id of the annotator who asks; null where nobody has said who they are. */
  readonly author: string | null;
}

export interface AnnotationsResult {
  /** Of the document that the ranges belong to. */
  readonly version: number;
  /** In the order of the text, the longer first; those that stand nowhere at the end. */
  readonly annotations: readonly AnnotationInfo[];
  readonly labels: readonly LabelInfo[];
  /** The titles of the groups of labels, in the order of their colours. */
  readonly groups: readonly string[];
  /** Sentences about what could not be read. */
  readonly problems: readonly string[];
  /** Where new ones are kept: beside the letters, in the extension's own storage, or nowhere. */
  readonly kept: 'folder' | 'storage' | 'nowhere';
  /** How far the person who asks is with the letter. */
  readonly progress: Progress | null;
  /** Is there a change that can be taken back? */
  readonly undoable: boolean;
}

export interface LabelInfo {
  readonly id: string;
  readonly title: string;
  /** From 0: which colour. */
  readonly group: number;
  readonly description: string | null;
  /** The only values it may have; empty for any. */
  readonly values: readonly string[];
  readonly type: 'text' | 'number';
  /** Does the parser read values that have it? */
  readonly parsed: boolean;
}

/** An annotation as it stands in the document now. */
export interface AnnotationInfo {
  readonly id: string;
  /** Where it stands; empty of an orphan. */
  readonly ranges: readonly Range[];
  /** The words it was made on. */
  readonly words: string;
  readonly label: string;
  /** The label's title; its id where the folder does not know it. */
  readonly title: string;
  readonly group: number;
  readonly value: Value;
  readonly state: State;
  readonly sic: boolean;
  readonly note: string | null;
  readonly author: string;
  /** Whoever asked may change it: it is theirs, or the parser's. */
  readonly mine: boolean;
  /** The words are not what they were: it should be looked at again. */
  readonly edited: boolean;
  /** The value of the case record that it is, as a JSON Pointer; null of one that a person made. */
  readonly rule: string | null;
  /** What the parser says, where a person says something else. */
  readonly parsed: Value;
  /** Which letter of the document it stands in, from 1; null of an orphan, and of one before the first letter. */
  readonly letter: number | null;
  /** The part of the letter that it stands in, for a list. */
  readonly section: string;
}

export type AnnotationChange =
  | {
      readonly op: 'add';
      readonly label: string;
      /** Blanks at the ends are left out; one of blanks alone is refused. */
      readonly ranges: readonly Range[];
      readonly value?: Value;
      readonly note?: string | null;
    }
  | {
      readonly op: 'set';
      readonly id: string;
      readonly label?: string;
      readonly ranges?: readonly Range[];
      readonly value?: Value;
      readonly state?: State;
      readonly sic?: boolean;
      readonly note?: string | null;
    }
  | { readonly op: 'remove'; readonly id: string }
  | { readonly op: 'progress'; readonly progress: Progress };

export interface ChangeParams {
  readonly uri: string;
  /** The version of the document that the ranges belong to. */
  readonly version: number;
  readonly author: string;
  /** All of them or none; taken back together. */
  readonly changes: readonly AnnotationChange[];
}

export interface ChangeResult {
  /** Why nothing was changed, as a sentence; null where it was. */
  readonly failed: string | null;
  /** The annotations that the changes were about, in their order; of an `add` that was there already, that one. */
  readonly ids: readonly string[];
}

export interface CompareParams {
  readonly uri: string;
  /** Who is compared; null for all people who have annotated the letter. */
  readonly authors: readonly string[] | null;
}

export interface CompareResult {
  /** Of the document that the ranges belong to. */
  readonly version: number;
  /** Who has annotated the letter; of fewer than two there is nothing to compare. */
  readonly authors: readonly string[];
  /** What all of them say alike, by one annotation each. */
  readonly agreed: readonly Marked[];
  /** In the order of the text. */
  readonly disagreements: readonly DisagreementInfo[];
}

/** An annotation of one of several people, who may have one under the same id each. */
export interface Marked {
  readonly author: string;
  readonly id: string;
}

export interface DisagreementInfo {
  readonly kind: DisagreementKind;
  /** From where it begins to where it ends. */
  readonly range: Range;
  /** The gold layer says something of it already. */
  readonly settled: boolean;
  /** What each says, in the order of their ids; nothing where they have nothing there. */
  readonly choices: readonly { readonly author: string; readonly annotations: readonly AnnotationInfo[] }[];
}

export interface SettleParams {
  readonly uri: string;
  /** Who settles it. */
  readonly author: string;
  readonly marks: readonly Marked[];
  /** confirmed: the gold layer has them. rejected: it says that they are no such thing. open: it says nothing of them. */
  readonly as: 'confirmed' | 'rejected' | 'open';
  /** Together with them, how far the gold layer is: a letter whose gold is done counts as gold. */
  readonly progress?: Progress;
}

export interface FolderParams {
  /** The folder's address. */
  readonly uri: string;
  readonly author: string | null;
}

export interface AgreeParams extends FolderParams {
  /** As in the Language Server Protocol: reports how far the server is, in percent, where there is one. */
  readonly workDoneToken?: string;
}

export interface AgreeResult {
  /** Blind mode is on, so that nothing is told. */
  readonly blind: boolean;
  /** Tables in Markdown. */
  readonly report: string;
  /** The letters that several people have annotated, in the order of their paths. */
  readonly letters: readonly ComparedLetter[];
}

export interface ComparedLetter {
  readonly uri: string;
  readonly path: string;
  readonly disagreements: number;
  /** Those that the gold layer says nothing of yet. */
  readonly open: number;
  readonly isGold: boolean;
}

export interface LettersResult {
  /** In the order of their names. */
  readonly letters: readonly LetterInfo[];
  /** In the order of their names: what was annotated and is not there any more. */
  readonly gone: readonly GoneInfo[];
}

/** A letter that is gone and has annotations. */
export interface GoneInfo {
  /** The path that it had in the folder. */
  readonly path: string;
  /** As in `LetterInfo`. */
  readonly authors: readonly string[];
}

export interface GoneParams {
  /** The folder's address. */
  readonly uri: string;
  /** The path of the letter that is gone. */
  readonly path: string;
}

export interface LikelyResult {
  /** Those that have no annotations: the likeliest first, then in the order of their paths. */
  readonly letters: readonly LikelyLetter[];
}

export interface LikelyLetter {
  readonly uri: string;
  readonly path: string;
  /** What it has in common with the letter that is gone; null where nothing tells. */
  readonly same: 'text' | 'case' | null;
  /** How many of the lines that were annotated stand in it unchanged, from 0 to 1; of the same case only. */
  readonly lines: number;
}

export interface AttachParams extends GoneParams {
  /** The address of the letter that gets them. */
  readonly letter: string;
}

export interface LetterInfo {
  readonly uri: string;
  /** Its path in the folder. */
  readonly path: string;
  readonly status: LetterStatus;
  /** Whose annotations there are, in the order of their ids. */
  readonly authors: readonly string[];
}

/** The commands about annotations, which the client registers. The server names some of them in hovers. */
export const ANNOTATION_COMMANDS = {
  annotate: 'imr.annotations.annotate',
  annotateAll: 'imr.annotations.annotateAll',
  accept: 'imr.annotations.accept',
  reject: 'imr.annotations.reject',
  correct: 'imr.annotations.correct',
  flag: 'imr.annotations.flag',
  sic: 'imr.annotations.sic',
  comment: 'imr.annotations.comment',
  relabel: 'imr.annotations.relabel',
  remove: 'imr.annotations.remove',
  extend: 'imr.annotations.extend',
  shrink: 'imr.annotations.shrink',
  split: 'imr.annotations.split',
  merge: 'imr.annotations.merge',
  next: 'imr.annotations.next',
  previous: 'imr.annotations.previous',
  undo: 'imr.annotations.undo',
  toggle: 'imr.annotations.toggle',
  groupBy: 'imr.annotations.groupBy',
  reveal: 'imr.annotations.reveal',
  setAnnotator: 'imr.annotations.setAnnotator',
  setProgress: 'imr.annotations.setProgress',
  attach: 'imr.annotations.attach',
  compare: 'imr.annotations.compare',
  settle: 'imr.annotations.settle',
} as const;

export type AnnotationCommand = keyof typeof ANNOTATION_COMMANDS;
