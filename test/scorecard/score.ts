import type { Check } from '../../server/src/checks/index.ts';
import type { Shares } from '../corpus/committed.ts';
import { ratio, type Tally } from '../corpus/score.ts';
import type { CleanCorpus } from './letters.ts';
import type { Plant } from './plant.ts';
import { randomOf } from './random.ts';
import { type Outcome, outcomeOf, saidOf } from './trial.ts';

/** How one plant fared in one corpus. */
export interface PlantScore {
  readonly plant: Plant;
  readonly recall: Tally;
  /** Without those where no fix is expected to bring the text back. */
  readonly restored: Tally;
}

/** How often one check speaks in sound letters. */
export interface CheckScore {
  readonly code: string;
  readonly alarms: number;
  /** Letters in which it says nothing. */
  readonly silent: Tally;
}

export interface Scorecard {
  readonly corpus: CleanCorpus['name'];
  readonly plants: readonly PlantScore[];
  readonly checks: readonly CheckScore[];
}

const tallyOf = (outcomes: readonly boolean[]): Tally => ({
  right: outcomes.filter(Boolean).length,
  total: outcomes.length,
});

/** So many trials tell enough. Where fewer letters have a place for a plant, each is tried at more of its places. */
const ENOUGH = 60;
const MOST_ROUNDS = 24;

const outcomesOf = (plant: Plant, { letters, rounds }: CleanCorpus): readonly Outcome[] => {
  const silent = letters.filter(({ letter }) => saidOf(letter, plant.code).length === 0);
  const tried = new Set<string>();
  const outcomes: Outcome[] = [];
  for (let round = 0; round < rounds || (round < MOST_ROUNDS && outcomes.length < ENOUGH); round++) {
    for (const { name, letter } of silent) {
      const damage = plant.plant(letter, randomOf(`${plant.code} ${plant.name} ${name} ${round}`));
      const key = JSON.stringify([name, damage]);
      if (!damage || (round >= rounds && tried.has(key))) continue;
      tried.add(key);
      const outcome = outcomeOf(plant, letter, damage);
      if (outcome) outcomes.push(outcome);
    }
    if (outcomes.length === 0) break;
  }
  return outcomes;
};

const plantScore = (plant: Plant, corpus: CleanCorpus): PlantScore => {
  const outcomes = outcomesOf(plant, corpus);
  return {
    plant,
    recall: tallyOf(outcomes.map(({ found }) => found)),
    restored: tallyOf(outcomes.flatMap(({ restored }) => restored ?? [])),
  };
};

const checkScore = ({ code }: Check, { letters }: CleanCorpus): CheckScore => {
  const counts = letters.map(({ letter }) => saidOf(letter, code).length);
  return {
    code,
    alarms: counts.reduce((sum, count) => sum + count, 0),
    silent: tallyOf(counts.map((count) => count === 0)),
  };
};

/** Tries every plant on every letter of a corpus, and every check on the letters as they are. */
export const scorecard = (corpus: CleanCorpus, plants: readonly Plant[], checks: readonly Check[]): Scorecard => ({
  corpus: corpus.name,
  plants: plants.map((plant) => plantScore(plant, corpus)),
  checks: checks.map((check) => checkScore(check, corpus)),
});

/** What is committed and may only rise. */
export const sharesOfCard = ({ plants, checks }: Scorecard): Shares => {
  const shares: Record<string, Record<string, number>> = {};
  const note = (field: string, mode: string, tally: Tally): void => {
    const share = ratio(tally);
    if (share !== null) (shares[field] ??= {})[mode] = share;
  };
  for (const { code, silent } of checks) note(code, 'silent', silent);
  for (const { plant, recall, restored } of plants) {
    note(`${plant.code}: ${plant.name}`, 'recall', recall);
    note(`${plant.code}: ${plant.name}`, 'restored', restored);
  }
  return shares;
};
