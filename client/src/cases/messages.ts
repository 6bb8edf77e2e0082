import type { LetterRows, Outcome } from '../../../server/src/protocol.ts';
import type { Sort } from './columns.ts';
import type { Filter } from './filter.ts';

/* What the page of cases and the extension say to each other. */

/** The letters of a document; none where it is gone, or holds none any more. */
export interface DocumentCases {
  readonly uri: string;
  readonly path: string;
  readonly letters: readonly LetterRows[];
}

/** To the page. */
export type ToCases =
  | { readonly kind: 'clear' }
  /** A folder that is gone, with all in it. */
  | { readonly kind: 'gone'; readonly uri: string }
  | { readonly kind: 'rows'; readonly documents: readonly DocumentCases[]; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'progress'; readonly state: Progress; readonly text: string };

/** `stopped` can go on. */
export type Progress = 'reading' | 'stopped' | 'done';

export interface Place {
  readonly uri: string;
  /** From 1. */
  readonly line: number;
}

/** Some letters of a document, from 1. */
export interface Chosen {
  readonly uri: string;
  readonly letters: readonly number[];
}

/** From the page. */
export type FromCases =
  | { readonly kind: 'ready' | 'stop' | 'goOn' }
  | { readonly kind: 'open'; readonly place: Place }
  | { readonly kind: 'export'; readonly documents: readonly Chosen[] };

/** What the page keeps for when the window is opened again. */
export interface CasesState {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly figures: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1;

const isPlace = (value: unknown): value is Place =>
  isRecord(value) && typeof value['uri'] === 'string' && isCount(value['line']);

const isChosen = (value: unknown): value is Chosen =>
  isRecord(value) &&
  typeof value['uri'] === 'string' &&
  Array.isArray(value['letters']) &&
  value['letters'].every(isCount);

/** A message of the page; null for anything else. */
export const readFromCases = (message: unknown): FromCases | null => {
  if (!isRecord(message)) return null;
  const { kind, place, documents } = message;
  if (kind === 'ready' || kind === 'stop' || kind === 'goOn') return { kind };
  if (kind === 'open' && isPlace(place)) return { kind, place };
  return kind === 'export' && Array.isArray(documents) && documents.every(isChosen) ? { kind, documents } : null;
};
