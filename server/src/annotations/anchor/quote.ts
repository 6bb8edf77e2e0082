import type { Passage } from '../model.ts';
import { toDocument, type UnitText, unitTextOf } from '../text-units.ts';
import { type Anchor, ORPHAN } from './anchor.ts';

/**
 * Finds passages whose base text is lost: by their exact words with those before and behind, however they are wrapped, if
 * these occur once. There is no looking for something like them.
 */
export const quoteAnchor = (document: string): ((passage: Passage) => Anchor) => {
  let printed: Printed | null = null;
  return ({ quotes, before, after }) => {
    // What lies between several stretches is not known.
    const [quote] = quotes;
    if (quote === undefined || quotes.length > 1) return ORPHAN;
    printed ??= printedOf(unitTextOf(document));
    const [head, words, tail] = [before, quote, after].map(withoutBlanks) as [string, string, string];
    const sought = head + words + tail;
    const at = printed.characters.indexOf(sought);
    if (words === '' || at < 0 || printed.characters.indexOf(sought, at + 1) >= 0) return ORPHAN;
    const { units, offsets } = printed;
    const first = offsets[at + head.length] ?? 0;
    const last = offsets[at + head.length + words.length - 1] ?? 0;
    const span = { start: toDocument(units, first), end: toDocument(units, last + 1) };
    return { kind: 'anchored', spans: [span], edited: false, moved: false };
  };
};

/** A text without its blanks, and where each character stood. */
interface Printed {
  readonly units: UnitText;
  readonly characters: string;
  readonly offsets: readonly number[];
}

const printedOf = (units: UnitText): Printed => {
  const offsets: number[] = [];
  for (const { 0: word, index } of units.text.matchAll(/\S+/g)) {
    for (let i = 0; i < word.length; i++) offsets.push(index + i);
  }
  return { units, characters: withoutBlanks(units.text), offsets };
};

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');
