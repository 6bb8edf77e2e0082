import { byWord } from '../../facts/lazy.ts';
import { slips } from '../../facts/near.ts';
import { readingsOfDigits } from '../../facts/readings.ts';
import { hashOf } from '../../text/hash.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * The name of a body or a scheme of guidelines, damaged in what a side relied on.
 *
 *     Decision based on MTU5        0DG        ACOEN
 */
export const wordGuideline: Check = {
  code: 'word.guideline',
  title: 'The name of a scheme of guidelines is damaged.',
  severity: 'warning',
  category: 'word',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const found: Found[] = [];
    for (const { kind, first, last } of tokens.regions) {
      if (kind !== 'basis') continue;
      for (let i = first; i < last; i++) if (isCandidate(tokens, i)) found.push(...foundAt(tokens, i));
    }
    return found;
  },
};

/** In capitals, digits among them perhaps, and none of the names. */
const isCandidate = ({ kinds, hashes }: Tokens, index: number): boolean => {
  const kind = kinds[index] ?? 0;
  return (kind & Kind.lower) === 0 && (kind & Kind.laterCapital) !== 0 && !NAME_HASHES.has(hashes[index] ?? 0);
};

const NAMES = ['mtus', 'odg', 'acoem', 'maximus'];
const NAME_HASHES: ReadonlySet<number> = new Set(NAMES.map(hashOf));
/** Other names in capitals that a basis may hold. */
const OTHERS = new Set(['mtbs', 'mts', 'aoem', 'acoe', 'odt']);
const SHORTEST = 3;
/** From this length on one slip may be anything: shorter names are read by the likeness of digits alone. */
const SHORTEST_SLIP = 4;

/** The one name that a word in lower case is near to; null where there is none, or several. */
const nameNear = byWord((word) => {
  if (OTHERS.has(word) || word.length < SHORTEST) return null;
  const read = /\d/.test(word) ? readingsOfDigits(word) : null;
  const near = NAMES.filter((name) =>
    read === null ? name.length >= SHORTEST_SLIP && slips(word, name) === 1 : read.has(name),
  );
  const [name = null, ...more] = near;
  return more.length > 0 ? null : name;
});

const foundAt = (tokens: Tokens, index: number): readonly Found[] => {
  const printed = tokenText(tokens, index);
  const name = nameNear(printed.toLowerCase());
  if (name === null) return [];
  const start = tokens.starts[index] ?? 0;
  const reading = name.toUpperCase();
  const message = `No scheme of guidelines is called ${quoted(printed)}; ${quoted(reading)} is the only one near.`;
  return [{ span: spanOf(start, start + printed.length), message, reading }];
};
