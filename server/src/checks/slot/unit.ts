import { damagedUnits } from '../../facts/units.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Kind, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { isNextTo } from './around.ts';

/**
 * A unit that is damaged behind its number.
 *
 *     Norco 10 rng        Tramadol 50mq        fentanyl 25 meg
 *
 * What a damaged unit looks like is a table (facts/data/units.json).
 */
export const slotUnit: Check = {
  code: 'slot.unit',
  title: 'The unit behind a number is damaged.',
  severity: 'warning',
  category: 'slot',
  run: (letter) => [...apart(letter), ...joined(letter)],
};

const apart = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).units, (index) => {
    const isBehindNumber = tokens.kinds[index - 1] === Kind.digit && isNextTo(tokens, index);
    return isBehindNumber ? foundAt(tokens.starts[index] ?? 0, tokenText(tokens, index)) : [];
  });
};

const JOINED = /^\d+(?:\.\d+)?(?=[a-z])/;

const joined = (letter: Letter): readonly Found[] => {
  const tokens = tokensOf(letter);
  return flatMap(notableIn(letter).mixed, (index) => {
    const printed = tokenText(tokens, index);
    const start = tokens.starts[index] ?? 0;
    const number = JOINED.exec(printed)?.[0] ?? '';
    if (number !== '') return foundAt(start + number.length, printed.slice(number.length));
    // `10 m1`: the unit holds a digit itself.
    return tokens.kinds[index - 1] === Kind.digit && isNextTo(tokens, index) ? foundAt(start, printed) : [];
  });
};

const foundAt = (start: number, printed: string): readonly Found[] => {
  const damaged = damagedUnits().get(printed.toLowerCase());
  if (!damaged) return [];
  const { unit, sure } = damaged;
  const message = `No unit is called ${quoted(printed)}; behind a number it looks like a damaged “${unit}”.`;
  return [
    { span: spanOf(start, start + printed.length), message, reading: unit, ...(!sure && { severity: 'information' }) },
  ];
};
