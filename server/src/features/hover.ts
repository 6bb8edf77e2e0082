import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { type CardProvider, rendered } from './card.ts';
import { citationCard } from './cards/citation.ts';
import { placeAt } from './cards/place.ts';
import { clamped, rangeOf } from './range.ts';

/** Every kind of card, the most particular first: at most one is shown. */
const CARDS: readonly CardProvider[] = [citationCard];

/**
 * What is known about the place at an offset of the letter, as one block of at most twelve lines in the markup the editor
 * asked for. Null where there is nothing to tell, as in prose.
 */
export const hover = (letter: Letter, offset: number, kind: MarkupKind = MarkupKind.Markdown): Hover | null => {
  const place = placeAt(letter, offset);
  for (const provide of CARDS) {
    const card = provide(place);
    if (card)
      return {
        contents: { kind, value: rendered(card, kind) },
        range: rangeOf(letter, clamped(card.span, letter.span)),
      };
  }
  return null;
};
