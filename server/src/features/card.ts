import { MarkupKind } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import type { Place } from './cards/place.ts';
import { escaped, linked } from './markdown.ts';

/** A part of a line: plain text, strong text, or a link. What a card says is data; only `rendered` writes Markdown. */
export type Piece = string | { readonly strong: string } | { readonly text: string; readonly url: string };

export type CardLine = readonly Piece[];

/** What is told about a place of the letter. The first line names it. */
export interface Card {
  /** The part of the letter that the card is about. */
  readonly span: Span;
  readonly lines: readonly CardLine[];
}

/** The card of what stands at a place of the letter, or null. One file a kind of card, listed in hover.ts. */
export type CardProvider = (place: Place) => Card | null;

const MOST_LINES = 12;

/**
 * A card in the markup the editor can show: at most twelve lines, lines without content left out. Of a longer one the end
 * of the middle goes: the last line says how sure the rest is.
 */
export const rendered = (card: Card, kind: MarkupKind): string => {
  const [piece, gap] = kind === MarkupKind.Markdown ? [asMarkdown, '  \n'] : [asText, '\n'];
  const lines = card.lines.map((line) => line.map(piece).join('')).filter((line) => line.trim() !== '');
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 2), '…', ...lines.slice(-1)] : lines;
  return shown.join(gap);
};

const asMarkdown = (piece: Piece): string => {
  if (typeof piece === 'string') return spaced(piece);
  if ('url' in piece) return linked(piece.text, piece.url);
  const strong = escaped(piece.strong);
  return strong && `**${strong}**`;
};

/** Escaping trims, but a piece of a line keeps its distance from the next. */
const spaced = (text: string): string => {
  const inner = escaped(text);
  return `${/^\s/u.test(text) ? ' ' : ''}${inner}${inner && /\s$/u.test(text) ? ' ' : ''}`;
};

const asText = (piece: Piece): string => {
  if (typeof piece === 'string') return piece.replace(/\s+/gu, ' ');
  if ('strong' in piece) return piece.strong;
  return piece.text === piece.url ? piece.url : `${piece.text} (${piece.url})`;
};
