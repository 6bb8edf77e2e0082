import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decidedIn, decisionsBy, decisionsIn, type Grouping, shareOf } from '../../../client/src/cases/counts.ts';
import {
  described,
  drawnOf,
  FIGURES,
  groupsOf,
  MOST_GROUPS,
  percent,
  publishedIn,
  segmentsOf,
} from '../../../client/src/cases/figures.ts';
import { NOT_STATED } from '../../../client/src/cases/filter.ts';
import { readCorpora } from '../../corpus/corpus.ts';
import { type CsvRow, csvOf, rowsOf } from './cases-rows.ts';

const listOf = (cell: string | undefined): readonly string[] => (cell ? cell.split('; ') : []);
const keyOf = (row: CsvRow): string => `${row['source_uri']} ${row['letter']} ${row['issue']}`;

/** The same counts by way of the CSV: for each group and decision, how many rows of the table of issues. */
const countedInCsv = (issues: readonly CsvRow[], groupsOfRow: (row: CsvRow) => readonly string[]) => {
  const counts = new Map<string, Record<string, number>>();
  for (const row of issues) {
    const groups = groupsOfRow(row);
    for (const name of new Set(groups.length > 0 ? groups : [NOT_STATED])) {
      const word = row['request_decision'] || 'undecided';
      const of = counts.get(name) ?? { overturned: 0, modified: 0, upheld: 0, undecided: 0 };
      of[word] = (of[word] ?? 0) + 1;
      counts.set(name, of);
    }
  }
  return counts;
};

for (const { name, samples } of readCorpora()) {
  test(`the figures of the ${name} letters are those of the CSV`, async () => {
    const documents = samples.map(({ text }, i) => ({ uri: `file:///${i}.txt`, text }));
    const rows = await rowsOf(documents);
    const issues = csvOf(documents, 'issues');
    const cited = new Map<string, string[]>();
    for (const row of csvOf(documents, 'citations')) {
      if (row['side'] !== 'expert-reviewer') continue;
      const title =
        row['scheme'] === 'other' ? row['guideline'] || 'Other work' : `${row['scheme']} ${row['guideline']}`;
      const named = title.trim().replace(/^(MTUS|ODG|ACOEM) \1$/, '$1');
      cited.set(keyOf(row), [...(cited.get(keyOf(row)) ?? []), named]);
    }
    const groups: Readonly<Record<Exclude<Grouping, 'all'>, (row: CsvRow) => readonly string[]>> = {
      specialty: (row) => listOf(row['imro_reviewer_specialty']),
      guideline: (row) => cited.get(keyOf(row)) ?? [],
      drug: (row) => listOf(row['request_drug_group']),
      month: (row) => (row['decision_date'] ? [row['decision_date'].slice(0, 7)] : []),
    };
    assert.ok(issues.length > 0);
    for (const [grouping, groupsOfRow] of Object.entries(groups)) {
      const found = decisionsBy(rows, grouping as Grouping).map(
        ({ name: group, ...counts }) => [group, counts] as const,
      );
      assert.deepEqual(new Map(found), countedInCsv(issues, groupsOfRow), grouping);
    }
    const all = decisionsIn(rows);
    assert.equal(decidedIn(all) + all.undecided, issues.length);
  });
}

describe('figures', () => {
  const tally = (name: string, overturned: number, modified: number, upheld: number) => ({
    name,
    overturned,
    modified,
    upheld,
    undecided: 1,
  });
  const [bySpecialty] = FIGURES;
  const byMonth = FIGURES.at(-1);
  assert.ok(bySpecialty && byMonth);

  test('a bar is all that was decided, what was overturned first', () => {
    assert.deepEqual(segmentsOf([tally('a', 1, 0, 3), tally('b', 0, 0, 0)]), [
      { name: 'a', decision: 'overturned', from: 0, to: 25 },
      { name: 'a', decision: 'upheld', from: 25, to: 100 },
    ]);
    assert.equal(percent(shareOf(tally('a', 1, 0, 7))), '12.5 %');
    assert.equal(percent(shareOf(tally('a', 0, 0, 0))), '–');
  });

  test('the largest groups are drawn, months all and in their order', () => {
    const many = Array.from({ length: 40 }, (_, i) => tally(`2016-${i}`, 1, 0, 40 - i));
    assert.equal(drawnOf(bySpecialty, groupsOf(bySpecialty, many)).length, MOST_GROUPS);
    const months = [tally('2017-02', 0, 0, 9), tally(NOT_STATED, 0, 0, 8), tally('2016-11', 0, 0, 7)];
    const names = drawnOf(byMonth, groupsOf(byMonth, months)).map(({ name }) => name);
    assert.deepEqual(names, ['2016-11', '2017-02']);
    assert.equal(groupsOf(bySpecialty, months)[1]?.name, bySpecialty.none);
    assert.match(described(bySpecialty, months, 3), /largest is 2017-02 with 9 decisions, of which 0\.0 % overturned/);
    assert.equal(described(bySpecialty, [], 0), 'Decisions by specialty: no decisions.');
  });

  test('only what was published for years of these letters is compared with', async () => {
    const outcomes = [2015, 2016, 2017].map((year) => ({ year, overturned: 10, source: ['seen: a page'] }));
    const [row] = await rowsOf([]);
    assert.equal(row, undefined);
    assert.deepEqual(publishedIn([], outcomes), []);
    const rows = [{ decided: '2016-05-01' }, { decided: null }, { decided: '2017-01-02' }] as never;
    assert.deepEqual(
      publishedIn(rows, outcomes).map(({ year }) => year),
      [2016, 2017],
    );
  });
});
