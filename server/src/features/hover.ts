import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { type CardProvider, rendered } from './card.ts';
import { abbreviationCard } from './cards/abbreviation.ts';
import { chapterCard } from './cards/chapter.ts';
import { citationCard } from './cards/citation.ts';
import { citedWordsCard } from './cards/cited-words.ts';
import { dateCard } from './cards/date.ts';
import { decisionCard } from './cards/decision.ts';
import { drugCard } from './cards/drug.ts';
import { journalCard } from './cards/journal.ts';
import { mentionCard } from './cards/mention.ts';
import { namedSourceCard } from './cards/named-source.ts';
import { pageCard } from './cards/page.ts';
import { placeAt } from './cards/place.ts';
import { sectionCard } from './cards/section.ts';
import { specialtyCard } from './cards/specialty.ts';
import { statuteCard } from './cards/statute.ts';
import { clamped, rangeOf } from './range.ts';

/** Every kind of card, the most particular first: at most one is shown. */
const CARDS: readonly CardProvider[] = [
  pageCard,
  sectionCard,
  decisionCard,
  dateCard,
  journalCard,
  statuteCard,
  citationCard,
  chapterCard,
  mentionCard,
  citedWordsCard,
  drugCard,
  specialtyCard,
  namedSourceCard,
  abbreviationCard,
];

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
