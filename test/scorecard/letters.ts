import type { Letter } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { type Corpus, readCorpora, type Sample } from '../corpus/corpus.ts';
import { randomOf } from './random.ts';

/** A sound letter. */
export interface Clean {
  /** Which letter in which extraction: what chance is drawn from. */
  readonly name: string;
  readonly letter: Letter;
}

export interface CleanCorpus {
  readonly name: Corpus['name'];
  /** Trials of each plant on each letter: the invented letters are few. */
  readonly rounds: number;
  readonly letters: readonly Clean[];
}

const ROUNDS: Readonly<Record<Corpus['name'], number>> = { invented: 3, public: 1 };

/** Invented to be damaged. */
const isDamaged = (name: string): boolean => name.startsWith('damaged') || name.includes('glued-words');

/** Each letter in one of its extractions, drawn by its name: they differ in little but their lines. */
const inOneMode = (samples: readonly Sample[]): readonly Sample[] => {
  const modes = new Map<string, Sample[]>();
  for (const sample of samples) modes.set(sample.name, [...(modes.get(sample.name) ?? []), sample]);
  return [...modes].flatMap(([name, all]) => randomOf(name).pick(all) ?? []);
};

/** The sound letters: the project's own, and the public ones where there are any. */
export const cleanCorpora = (): readonly CleanCorpus[] =>
  readCorpora().map(({ name, samples }) => ({
    name,
    rounds: ROUNDS[name],
    letters: inOneMode(samples)
      .filter((sample) => !isDamaged(sample.name))
      .flatMap((sample) =>
        parse(sample.text).map(({ letter, number }) => ({ name: `${sample.name} ${sample.mode} ${number}`, letter })),
      ),
  }));
