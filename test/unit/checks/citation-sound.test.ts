import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allDrugs, allGuidelines, type Guideline, topic, topicsOf } from '../../../server/src/facts/index.ts';
import { citing, found, type Letters } from './citing.ts';
import { LETTER_2014 } from './letters.ts';

/*
 * What the tables themselves hold is never doubted: every edition in its time, every topic on its pages, every drug under
 * its topics. A row that is added is tried here without a line of code.
 */

const quiet = (cited: string, letters?: Letters): readonly string[] =>
  found(citing(cited, letters)).map(({ code, message }) => `${cited}: ${code} ${message}`);

const pagesOf = ({ first, last }: { readonly first: number; readonly last: number }): string =>
  first === last ? `page ${first}` : `pages ${first}-${last}`;

const DAY = 86_400_000;
const printed = (iso: string, days: number): string => {
  const day = new Date(Date.parse(iso) + days * DAY);
  return `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
};

const schedule = allGuidelines().filter(({ scheme }) => scheme === 'MTUS');

test('every edition of the schedule, by its title and year, in a letter of its time', () => {
  const inForce = schedule.flatMap((edition): (readonly [Guideline, string])[] =>
    edition.from ? [[edition, edition.from]] : [],
  );
  assert.ok(inForce.length > 40);
  assert.deepEqual(
    inForce.flatMap(([{ title, years }, from]) =>
      quiet(`MTUS ${title} ${String(years[0])}`, { dates: [printed(from, 200), printed(from, 230)] }),
    ),
    [],
  );
});

test('every title in print of the schedule, with its year', () => {
  const titles = schedule.flatMap(({ labels, years: [year] }) =>
    labels.map((label) => `MTUS ${label} ${String(year)}`),
  );
  assert.ok(titles.length > 40);
  assert.deepEqual(
    titles.flatMap((title) => quiet(title)),
    [],
  );
});

test('every topic of a guideline on its own pages', () => {
  const cited = schedule.flatMap(({ id, title, years: [year] }) =>
    topicsOf(id).flatMap((each) =>
      each.pages ? [`MTUS ${title} ${String(year)}, Section(s): ${each.title}, ${pagesOf(each.pages)}`] : [],
    ),
  );
  assert.ok(cited.length > 150);
  assert.deepEqual(
    cited.flatMap((citation) => quiet(citation)),
    [],
  );
});

test('every drug under each of its topics, and on the pages of each', () => {
  const sure = allDrugs().filter(({ topicConfidence, topicIds }) => topicConfidence !== 'low' && topicIds.length > 0);
  assert.ok(sure.length > 100);
  const doubted = sure.flatMap(({ generic, topicIds }) =>
    topicIds.flatMap((id) => {
      const own = topic(id);
      const item = `${generic} 10mg #30`;
      const onPages = own?.pages
        ? quiet(`MTUS Chronic Pain Treatment Guidelines, ${pagesOf(own.pages)}`, { item, of: LETTER_2014 })
        : [];
      return [
        ...quiet(`MTUS Chronic Pain Medical Treatment 2009, Section(s): ${own?.title ?? id}`, { item }),
        ...onPages,
      ];
    }),
  );
  assert.deepEqual(doubted, []);
});
