import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, Kind, type Tokens, tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { between } from './around.ts';
import { isDate } from './dates.ts';

/**
 * A date that lost one of its hyphens: programs that take text out of a file drop the hyphen at a line's end.
 *
 *     10-282016        1028-2016
 */
export const slotDateJoined: Check = {
  code: 'slot.date-joined',
  title: 'A date has lost a hyphen between its numbers.',
  severity: 'information',
  category: 'slot',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const { gaps } = tokens;
    return flatMap(
      notableIn(letter).numeric.filter((index) => gaps[index + 1] === Gap.hyphen || gaps[index + 1] === Gap.slash),
      (index) => foundAt(tokens, index),
    );
  },
};

const foundAt = (tokens: Tokens, index: number): readonly Found[] => {
  if (tokens.kinds[index] !== Kind.digit || tokens.kinds[index + 1] !== Kind.digit) return [];
  const separator = between(tokens, index);
  if ((separator !== '-' && separator !== '/') || /^[-/]/.test(between(tokens, index + 1))) return [];
  if (/[-/.]$/.test(between(tokens, index - 1))) return [];
  const readings = splits(tokenText(tokens, index), tokenText(tokens, index + 1), separator);
  const [reading, ...more] = readings;
  if (reading === undefined || more.length > 0) return [];
  const span = spanOf(tokens.starts[index] ?? 0, tokens.ends[index + 1] ?? 0);
  const printed = tokens.text.slice(span.start, span.end);
  return [{ span, message: `${quoted(printed)} is the date ${quoted(reading)} without one of its hyphens.`, reading }];
};

/** The dates that a lost separator leaves: within the second number, or within the first. */
const splits = (first: string, second: string, separator: string): readonly string[] => {
  const readings =
    first.length <= 2 && second.length === 6
      ? [[first, second.slice(0, 2), second.slice(2)]]
      : second.length === 4 && (first.length === 3 || first.length === 4)
        ? [1, 2].map((at) => [first.slice(0, at), first.slice(at), second])
        : [];
  return readings
    .filter(
      ([month = '', day = '']) => month.length <= 2 && day.length <= 2 && !(day.startsWith('0') && day.length === 1),
    )
    .map((parts) => parts.join(separator))
    .filter(isDate);
};
