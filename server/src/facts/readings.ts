import { lazy, lazyBy } from './lazy.ts';
import { type ConfusionRow, confusionTable } from './tables.ts';

/** What is printed, and what it may stand for. */
export type Confusion = Pick<ConfusionRow, 'seen' | 'meant'>;

const ofKind = lazyBy((kind: ConfusionRow['in']): readonly ConfusionRow[] =>
  confusionTable().rows.filter((row) => row.in === kind),
);

const digits = lazy(
  (): ReadonlyMap<string, string> => new Map(ofKind('number').map(({ seen, meant }) => [seen, meant])),
);

/**
 * The number that a text of digits and of letters taken for digits stands for: `l2O` is 120. Null where it has no digit, no
 * such letter, or anything else.
 */
export const numberMeant = (text: string): string | null => {
  let meant = '';
  let hasDigit = false;
  for (const character of text) {
    const isDigit = character >= '0' && character <= '9';
    const digit = isDigit ? character : digits().get(character);
    if (digit === undefined) return null;
    hasDigit ||= isDigit;
    meant += digit;
  }
  return hasDigit && meant !== text ? meant : null;
};

/** Every text that one confusion turns `word` into, each once. */
function* withOne(word: string, confusions: readonly Confusion[]): Iterable<string> {
  for (const { seen, meant } of confusions) {
    for (let at = word.indexOf(seen); at >= 0; at = word.indexOf(seen, at + 1))
      yield word.slice(0, at) + meant + word.slice(at + seen.length);
  }
}

/** What a word (lower case) may have been before one of its letters was taken for another. */
export const readingsOf = (word: string): ReadonlySet<string> => new Set(withOne(word, ofKind('word')));

/** The same by the commonest confusions alone. */
export const usualReadingsOf = (word: string): ReadonlySet<string> =>
  new Set(
    withOne(
      word,
      ofKind('word').filter(({ usual }) => usual),
    ),
  );

/** What a word with digits may have been: every digit in it a letter. Few, since a word has few digits. */
export const readingsOfDigits = (word: string): ReadonlySet<string> => {
  let readings: ReadonlySet<string> = new Set([word]);
  const confusions = ofKind('digit-in-word');
  for (let i = 0; i < MOST_DIGITS && [...readings].some((each) => /\d/.test(each)); i++)
    readings = new Set([...readings].flatMap((each) => (/\d/.test(each) ? [...firstDigit(each, confusions)] : [each])));
  return new Set([...readings].filter((each) => !/\d/.test(each)));
};
const MOST_DIGITS = 2;

function* firstDigit(word: string, confusions: readonly Confusion[]): Iterable<string> {
  const at = word.search(/\d/);
  for (const { seen, meant } of confusions)
    if (word.startsWith(seen, at)) yield word.slice(0, at) + meant + word.slice(at + 1);
}
