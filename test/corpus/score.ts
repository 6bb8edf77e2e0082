import { compare, type Outcome } from './compare.ts';
import type { Corpus, Sample } from './corpus.ts';
import { FIELDS } from './fields.ts';
import type { Json } from './json.ts';
import { comparePlaces } from './places.ts';

/** Reads a document into its case records, as JSON. */
export type Reader = (text: string) => readonly Json[];

/** Right answers out of all. */
export interface Tally {
  readonly right: number;
  readonly total: number;
}

/** field → mode → tally, fields in the record's order. */
export type Scores = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

/** How many letters the document holds: not a field of a record, but scored like one. */
export const LETTERS = 'letters';

/** The outcomes of one document; letters that were not found count as wrong in every field. */
export const scoreSample = (sample: Sample, read: Reader): Outcome[] => {
  const got = read(sample.text);
  const [expected, actual] = [sample.gold.length, got.length];
  return [
    { field: LETTERS, pointer: '', right: expected === actual, expected, got: actual },
    ...sample.gold.flatMap((gold, i) => [
      ...compare(gold, got[i] ?? null),
      ...(sample.lines ? comparePlaces(sample.text, sample.lines, gold, got[i] ?? null) : []),
    ]),
  ];
};

const modesOf = (corpus: Corpus): string[] => [...new Set(corpus.samples.map((sample) => sample.mode))];

export const scoreCorpus = (corpus: Corpus, read: Reader): Scores => {
  const modes = modesOf(corpus);
  const none = () => new Map(modes.map((mode) => [mode, { right: 0, total: 0 }]));
  const scores = new Map([LETTERS, ...FIELDS.map(({ path }) => path)].map((field) => [field, none()]));
  for (const sample of corpus.samples) {
    for (const { field, right } of scoreSample(sample, read)) {
      const byMode = scores.get(field) ?? none();
      const tally = byMode.get(sample.mode) ?? { right: 0, total: 0 };
      byMode.set(sample.mode, { right: tally.right + (right ? 1 : 0), total: tally.total + 1 });
      scores.set(field, byMode);
    }
  }
  return scores;
};

/** The share of right answers, four decimals, rounded down so that only a perfect score shows as 1; null without any. */
export const ratio = ({ right, total }: Tally): number | null =>
  total === 0 ? null : Math.floor((right / total) * 10_000) / 10_000;

/** A table for people: a line a field, a column a mode. */
export const table = (corpus: Corpus, scores: Scores): string => {
  const modes = modesOf(corpus);
  const width = Math.max(...[...scores.keys()].map((field) => field.length)) + 2;
  const cell = (text: string, mode: string): string => text.padStart(Math.max(mode.length, 7) + 2);
  const rows = [...scores].map(([field, byMode]) => {
    const cells = modes.map((mode) => {
      const score = ratio(byMode.get(mode) ?? { right: 0, total: 0 });
      return cell(score === null ? '-' : score.toFixed(4), mode);
    });
    return field.padEnd(width) + cells.join('');
  });
  const count = modes.map((mode) => `${corpus.samples.filter((sample) => sample.mode === mode).length} ${mode}`);
  return [
    `${corpus.name} letters (${corpus.where}): ${count.join(', ')}`,
    ' '.repeat(width) + modes.map((mode) => cell(mode, mode)).join(''),
    ...rows,
  ].join('\n');
};
