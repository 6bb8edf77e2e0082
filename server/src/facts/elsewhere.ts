import { type Fact, factOf } from './fact.ts';
import { lazyBy } from './lazy.ts';
import { buildPhrases, endsWord, longestAt, scanWords } from './phrases.ts';
import { topicTable } from './tables.ts';

/** Something that a guideline does not speak of, and where letters look for it instead. */
export interface Elsewhere extends Fact {
  /** As printed: the first of its names in the tables. */
  readonly name: string;
  readonly where: string;
}

const namesOf = lazyBy((guidelineId: string) => {
  const table = topicTable();
  const entries = table.groups
    .filter(({ guidelines }) => guidelines.includes(guidelineId))
    .flatMap(({ notIn = [] }) => notIn)
    .flatMap((row) => {
      const [name = ''] = row.names;
      const of: Elsewhere = { name, where: row.where, ...factOf(row, table) };
      return row.names.map((each) => [each, of] as const);
    });
  return buildPhrases(entries);
});

/** What a printed section names that the guideline is known not to speak of; null where the tables do not say. */
export const elsewhereThan = (guidelineId: string, printed: string): Elsewhere | null => {
  let found: Elsewhere | null = null;
  scanWords(printed, 0, (at) => {
    const match = found ? null : longestAt(namesOf(guidelineId), printed, at, endsWord);
    found ??= match?.values[0] ?? null;
    return match?.end ?? at;
  });
  return found;
};

/** Everything that a guideline is known not to speak of; empty where the tables do not say. */
export const allElsewhere = (guidelineId: string): readonly Elsewhere[] => [
  ...new Set(namesOf(guidelineId).values.flat()),
];
