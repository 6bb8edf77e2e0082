import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  matchChapterAt,
  matchStateAt,
  matchTopicAt,
  resolve,
  specialty,
  state,
} from '../../../server/src/facts/index.ts';
import { readCorpora } from '../../corpus/corpus.ts';
import { isArray, isObject, type Json, type JsonObject, member } from '../../corpus/json.ts';

/** What the gold records of the letters at hand cite: real letters where there are any, always the invented ones. */
const list = (value: Json | undefined): readonly Json[] => (value !== undefined && isArray(value) ? value : []);
const strings = (value: Json | undefined): readonly string[] => list(value).filter((each) => typeof each === 'string');
const get = (object: Json, key: string): Json => member(object, key) ?? null;

const records = (name: string): readonly JsonObject[] => {
  const corpus = readCorpora().find((each) => each.name === name);
  const byName = new Map((corpus?.samples ?? []).map((sample) => [sample.name, sample.gold]));
  return [...byName.values()].flat();
};

const citations = (record: JsonObject): readonly JsonObject[] =>
  list(get(record, 'issues')).flatMap((issue) =>
    ['claimsAdministrator', 'expertReviewer'].flatMap((side) =>
      list(get(get(issue, side), 'citations')).filter(isObject),
    ),
  );

interface Count {
  known: number;
  all: number;
  readonly unknown: Set<string>;
}
const counter = (): Count => ({ known: 0, all: 0, unknown: new Set() });
const count = (into: Count, name: string, known: boolean): void => {
  into.all++;
  if (known) into.known++;
  else into.unknown.add(name);
};
const share = ({ known, all }: Count): number => (all === 0 ? 1 : known / all);
const line = (what: string, counted: Count): string =>
  `${what}: ${share(counted).toFixed(3)} of ${String(counted.all)}${counted.unknown.size > 0 ? `; unknown: ${[...counted.unknown].join(' | ')}` : ''}`;

/** Wordings that the records take over from the 2013 forms name a guideline in prose and have no title to look up. */
const hasTitle = (citation: JsonObject): boolean =>
  get(citation, 'scheme') === 'MTUS' && typeof get(citation, 'guideline') === 'string';

for (const corpus of ['public', 'invented']) {
  const all = records(corpus);

  test(`titles in the ${corpus} letters resolve or are listed`, (context) => {
    const chapters = counter();
    const matched = counter();
    const topics = counter();
    const resolved = counter();
    const works = counter();
    for (const citation of all.flatMap(citations)) {
      const title = get(citation, 'guideline');
      const year = get(citation, 'year');
      const parts = {
        scheme: get(citation, 'scheme') as 'MTUS' | 'ODG' | 'ACOEM' | 'other',
        guideline: typeof title === 'string' ? title : null,
        year: typeof year === 'number' ? year : null,
        sections: strings(get(citation, 'sections')),
        text: String(get(citation, 'text')),
      };
      const found = resolve(parts);
      if (!hasTitle(citation) || parts.guideline === null) {
        if (parts.scheme !== 'MTUS') count(works, parts.text, found !== null);
        continue;
      }
      count(chapters, parts.guideline, found !== null);
      const chapter = matchChapterAt(`${parts.guideline} ${String(parts.year ?? '')}`, 0);
      count(matched, parts.guideline, chapter?.length === parts.guideline.length);
      for (const [i, section] of parts.sections.entries()) {
        const id = found?.guideline?.id ?? null;
        count(topics, section, matchTopicAt(section, 0, id)?.length === section.length);
        const reading = found?.topics[i];
        count(resolved, section, (reading?.topic ?? reading?.pages ?? null) !== null);
      }
    }
    for (const [what, counted] of [
      ['chapters resolved', chapters],
      ['chapters matched whole', matched],
      ['topics matched whole', topics],
      ['topics resolved', resolved],
      ['works outside the schedule resolved', works],
    ] as const) {
      context.diagnostic(line(what, counted));
    }
    assert.equal(share(chapters), 1, line('chapters', chapters));
    assert.ok(share(topics) >= 0.95, line('topics', topics));
    assert.ok(share(resolved) >= 0.98, line('topics resolved', resolved));
    assert.ok(share(works) >= 0.85, line('other works', works));
  });

  test(`states and specialties in the ${corpus} letters are known or listed`, (context) => {
    const states = counter();
    const specialties = counter();
    for (const record of all) {
      const reviewer = get(record, 'reviewer');
      for (const name of strings(get(reviewer, 'licensedStates'))) {
        count(states, name, state(name) !== null && matchStateAt(name, 0)?.length === name.length);
      }
      for (const name of [...strings(get(reviewer, 'specialties')), ...strings(get(reviewer, 'subspecialties'))]) {
        count(specialties, name, specialty(name) !== null);
      }
    }
    context.diagnostic(line('states', states));
    context.diagnostic(line('specialties', specialties));
    assert.equal(share(states), 1, line('states', states));
    assert.ok(share(specialties) >= 0.99, line('specialties', specialties));
  });
}
