import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allDrugs,
  allElsewhere,
  allGuidelines,
  allRegulations,
  allRequiredFields,
  allSources,
  allSpecialties,
  allStates,
  allTopics,
  courtCases,
  eraAt,
  type Fact,
  guideline,
  matchChapterAt,
  postsurgicalVisits,
  regulationEvents,
  sectionOfRegulation,
  specialty,
  termsOf,
  topic,
  topicsOf,
} from '../../../server/src/facts/index.ts';
import { table, tableNames } from './data.ts';

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, i) => values.indexOf(value) !== i)),
];
const isDay = (date: string): boolean => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

/** What every row of a table refers to by index must be there, and nothing must be there that no row refers to. */
const referredTo = (value: unknown, found: Set<number>): void => {
  if (Array.isArray(value)) for (const each of value) referredTo(each, found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'source' && Array.isArray(each)) for (const index of each) found.add(Number(index));
      else referredTo(each, found);
    }
  }
};

for (const name of tableNames) {
  test(`${name}.json: every source is there and used`, () => {
    const { sources, ...rest } = table(name);
    const found = new Set<number>();
    referredTo(rest, found);
    const known = (sources as string[]).map((_, index) => index);
    assert.deepEqual(
      [...found].sort((a, b) => a - b),
      known,
    );
  });
}

test('identifiers are unique', () => {
  assert.deepEqual(repeated((table('guidelines')['rows'] as { id: string }[]).map(({ id }) => id)), []);
  assert.deepEqual(repeated((table('odg')['rows'] as { id: string }[]).map(({ id }) => id)), []);
  assert.deepEqual(repeated(topicIdsWritten()), []);
  assert.deepEqual(repeated(allDrugs().map(({ id }) => id)), []);
  assert.deepEqual(repeated((table('sources')['rows'] as { id: string }[]).map(({ id }) => id)), []);
  assert.deepEqual(repeated((table('fields')['rows'] as { id: string }[]).map(({ id }) => id)), []);
  assert.deepEqual(repeated((table('regulations')['sections'] as { id: string }[]).map(({ id }) => id)), []);
  assert.deepEqual(repeated(allStates().flatMap(({ name, code }) => [name, code])), []);
  assert.deepEqual(repeated(allSpecialties().map(({ name, system }) => `${system} ${name}`)), []);
});

/** Every topic identifier that the tables make, before equal ones fall together. */
const topicIdsWritten = (): string[] => {
  const groups = table('topics')['groups'] as { guidelines: string[]; rows: { id: string }[] }[];
  const schedule = groups.flatMap(({ guidelines, rows }) =>
    guidelines.flatMap((id) => rows.map((row) => `${id}/${row.id}`)),
  );
  const odg = (table('odg')['rows'] as { id: string; topics?: string[] }[]).flatMap(({ id, topics }) =>
    (topics ?? []).map(
      (title) => topicsOf(`odg/${id}`).find((each) => each.title === title)?.id ?? `odg/${id}/lost: ${title}`,
    ),
  );
  return [...schedule, ...odg];
};

test('every topic belongs to a known guideline, and its parent to the same', () => {
  for (const each of allTopics()) {
    assert.ok(guideline(each.guidelineId), each.id);
    if (each.parentId !== null) assert.ok(topic(each.parentId), `${each.id} in ${each.parentId}`);
  }
});

/** Rows may be added, none may be lost: what the tables held when they were made. */
const LEAST: readonly (readonly [what: string, found: () => number, least: number])[] = [
  ['topics of the chronic pain guideline of 2009', () => topicsOf('mtus/chronic-pain-2009').length, 143],
  ['of these with pages', () => topicsOf('mtus/chronic-pain-2009').filter(({ pages }) => pages).length, 143],
  ['what it does not speak of', () => allElsewhere('mtus/chronic-pain-2009').length, 16],
  ['topics of the chronic pain guideline of 2016', () => topicsOf('mtus/chronic-pain-2016').length, 100],
  ['sections of the schedule', () => allRegulations().length, 52],
  ['changes of the schedule', () => regulationEvents().length, 29],
  ['chapters of the ACOEM book of 2004', () => acoem2004().length, 16],
  ['editions of the schedule since 2017, some without their day', () => editionsSince('2017').length, 42],
  ['visits after operations', () => postsurgicalVisits().length, 25],
  ['body parts of the postsurgical guideline', () => topicsOf('mtus/postsurgical-2009').length, 14],
  ['rules of the postsurgical guideline', () => termsOf('mtus/postsurgical-2009').length, 3],
  ['rules of the acupuncture guideline', () => termsOf('mtus/acupuncture-2007').length, 3],
  ['chapters and parts of the ODG', () => odg().length, 24],
  ['topics of the ODG', () => odg().flatMap(({ id }) => topicsOf(id)).length, 264],
  ['other sources', () => allSources().length, 100],
  ['decisions of courts', () => courtCases().length, 5],
  ['specialties and licences', () => allSpecialties().length, 157],
  ['drugs', () => allDrugs().length, 306],
  ['brands of drugs', () => allDrugs().flatMap(({ brands }) => brands).length, 438],
  ['required fields', () => allRequiredFields().length, 27],
  ['states, districts and territories', () => allStates().length, 56],
];

const odg = () => allGuidelines().filter(({ scheme }) => scheme === 'ODG');
const editionsSince = (year: string) =>
  allGuidelines().filter(({ scheme, from }) => scheme === 'MTUS' && (from === null || from >= year));
const acoem2004 = () => {
  const chapters = allGuidelines().filter(({ chapter }) => chapter !== null);
  return [...new Set(chapters.map(({ chapter }) => chapter))];
};

test('no row of the tables is lost', () => {
  for (const [what, found, least] of LEAST) assert.ok(found() >= least, `${what}: ${String(found())}`);
});

test('a required field names the law or the form that asks for it', () => {
  for (const { id, obligation, legal, requirement } of allRequiredFields()) {
    assert.ok(requirement.length > 0, id);
    assert.ok(legal.length > 0, `${id}: ${obligation}, but who asks for it?`);
  }
});

test('pages run forward and stay inside the book', () => {
  for (const each of allGuidelines()) if (each.pages) assert.ok(each.pages.first <= each.pages.last, each.id);
  for (const each of allTopics()) {
    if (!each.pages) continue;
    assert.ok(each.pages.first <= each.pages.last, each.id);
    const book = guideline(each.guidelineId)?.pages;
    if (book)
      assert.ok(book.first <= each.pages.first && each.pages.last <= book.last, `${each.id} lies outside the book`);
  }
});

test('a topic lies within its parent, the part of the book it is in', () => {
  const outside = allTopics().filter(({ pages, parentId }) => {
    const parent = parentId === null ? null : topic(parentId)?.pages;
    return pages && parent && (pages.first < parent.first || pages.last > parent.last);
  });
  assert.deepEqual(
    outside.map(({ id }) => id),
    [],
  );
});

test('dates are days of the calendar and run forward', () => {
  for (const { id, from, to } of allGuidelines()) {
    for (const date of [from, to]) if (date !== null) assert.ok(isDay(date), `${id}: ${date}`);
    if (from !== null && to !== null) assert.ok(from <= to, id);
  }
  for (const { id, versions } of allRegulations()) {
    for (const { from, to } of versions) if (from !== null && to !== null) assert.ok(from <= to, id);
    const starts = versions.map(({ from }) => from ?? '');
    assert.deepEqual(starts, [...starts].sort(), `versions of ${id} are in order of time`);
  }
  const days = regulationEvents().map(({ date }) => date);
  assert.deepEqual(days, [...days].sort());
  for (const day of days) assert.ok(isDay(day), day);
});

test('every guideline of the schedule names its section, and its dates are those of a version of the section', () => {
  for (const { id, scheme, section, from } of allGuidelines()) {
    if (scheme !== 'MTUS') continue;
    const regulation = section === null ? null : sectionOfRegulation(section);
    assert.ok(regulation, id);
    if (from !== null)
      assert.ok(
        regulation.versions.some((version) => version.from === from),
        `${id} from ${from}`,
      );
  }
});

test('editions of a series stand in order of time and do not overlap', () => {
  const series = new Map<string, { id: string; from: string; to: string | null }>();
  for (const { id, series: name, from, to } of allGuidelines()) {
    if (from === null) continue;
    const before = series.get(name);
    if (before) assert.ok(before.to !== null && before.to < from, `${before.id} and ${id} overlap`);
    series.set(name, { id, from, to });
  }
});

test('no two editions of a title bear the same year', () => {
  const printed = allGuidelines().flatMap(({ title, years, scheme }) =>
    years.map((year) => `${scheme} ${title} ${String(year)}`),
  );
  assert.deepEqual(repeated(printed), []);
});

test('a chapter as letters without years cite it is found again', () => {
  const undated = allGuidelines().flatMap(({ id, undated: title }) => (title === null ? [] : [[id, title] as const]));
  assert.ok(undated.length >= 15);
  for (const [id, title] of undated) {
    const found = matchChapterAt(title, 0);
    assert.deepEqual([found?.guidelineId, found?.length], [id, title.length], title);
  }
});

test('the eras of the schedule follow each other without a gap', () => {
  assert.equal(eraAt('2007-06-14')?.id, 'pre-mtus');
  assert.equal(eraAt('2007-06-15')?.id, 'mtus-2007');
  assert.equal(eraAt('2009-07-18')?.id, 'mtus-2009');
  assert.equal(eraAt('2015-04-20')?.id, 'mtus-2015');
  assert.equal(eraAt('2016-07-28')?.id, 'mtus-2016');
  assert.equal(eraAt('2017-12-01')?.id, 'mtus-acoem');
});

test('every drug points to topics that exist, or to none', () => {
  for (const { id, topicIds, topicConfidence } of allDrugs()) {
    for (const each of topicIds) assert.ok(topic(each), `${id} → ${each}`);
    assert.equal(topicConfidence === null, topicIds.length === 0, id);
  }
});

test('every list of visits stands under a body part of the postsurgical guideline, on its pages', () => {
  for (const { topicId, operation, page } of postsurgicalVisits()) {
    const part = topic(topicId);
    assert.ok(part?.pages, `${operation}: ${topicId}`);
    assert.ok(part.pages.first <= page && page <= part.pages.last, `${operation}: page ${String(page)}`);
  }
  assert.ok(termsOf('mtus/acupuncture-2007').length > 0);
  assert.deepEqual(termsOf('mtus/knee-2004'), []);
});

test('every board a specialty names is listed, and every spelling leads back to it', () => {
  const boards = table('specialties')['boards'] as Record<string, string>;
  const rows = table('specialties')['rows'] as { board?: string; alsoBoards?: string[]; osteopathic?: string[] }[];
  const used = new Set(rows.flatMap((row) => [row.board, ...(row.alsoBoards ?? []), ...(row.osteopathic ?? [])]));
  for (const id of used) if (id !== undefined) assert.ok(boards[id], id);
  for (const id of Object.keys(boards)) assert.ok(used.has(id), `${id} is not used`);
  const lost = allSpecialties().flatMap((each) =>
    [each.name, ...each.variants].filter((name) => specialty(name)?.name !== each.name),
  );
  assert.deepEqual(lost, []);
});

test('the list of specialties that the state publishes is held whole', () => {
  const published = allSpecialties().filter(({ source }) =>
    source.some((each) => each.includes('Department of Industrial Relations')),
  );
  const spellings = (table('specialties')['rows'] as { written?: string[] }[]).flatMap(({ written }) => written ?? []);
  assert.ok(published.length >= 50);
  assert.equal(spellings.length, 58); // 56 of the list and two that only letters have
});

test('every fact says where it comes from and how sure it is', () => {
  const facts: readonly (readonly Fact[])[] = [
    allGuidelines(),
    allTopics(),
    allRegulations(),
    allRegulations().flatMap(({ versions }) => versions),
    regulationEvents(),
    allDrugs(),
    allSpecialties(),
    allStates(),
    allSources(),
    courtCases(),
    allRequiredFields(),
    postsurgicalVisits(),
  ];
  for (const { source, confidence } of facts.flat()) {
    assert.ok(source.length > 0 && source.every((each) => each !== ''));
    assert.ok(['high', 'medium', 'low'].includes(confidence));
  }
});
