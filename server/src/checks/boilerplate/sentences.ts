import { type SentencePlace, type SentenceRow, sentenceRows } from '../../facts/formats/index.ts';
import type { FormatId } from '../../letter/model.ts';

/** One word of a fixed sentence: the spellings that are right, or null where the letter fills it in. */
export type Word = readonly string[] | null;

/** A fixed sentence made ready to be looked for. */
export interface Sentence {
  readonly row: SentenceRow;
  readonly words: readonly Word[];
  /** Matches it in running text as it should be. Global: set `lastIndex`. */
  readonly pattern: RegExp;
}

const FILLED = /^\{/;
/** What stands in a place that the letter fills in: a date, perhaps in words. */
const FILLING = String.raw`[^ ]{1,20}(?: \d{1,2}, [^ ]{4,6})?`;

const wordOf = (text: string): Word => (FILLED.test(text) ? null : text.split('|'));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patternOf = (words: readonly Word[]): RegExp => {
  const parts = words.map((word) => (word ? word.map(escaped).join('|') : FILLING));
  return new RegExp(parts.map((part) => (part.includes('|') ? `(?:${part})` : part)).join(' '), 'g');
};

const sentenceOf = (row: SentenceRow): Sentence => {
  const words = row.text.split(' ').map(wordOf);
  return { row, words, pattern: patternOf(words) };
};

const known = new Map<string, readonly Sentence[]>();

/** The fixed sentences of a place in a form, in the order of the letter; made ready at first use. */
export const sentencesAt = (format: FormatId, place: SentencePlace): readonly Sentence[] => {
  const key = `${format} ${place}`;
  let sentences = known.get(key);
  if (!sentences) {
    sentences = sentenceRows()
      .filter((row) => row.place === place && row.formats.includes(format))
      .map(sentenceOf);
    known.set(key, sentences);
  }
  return sentences;
};
