import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compare, type Outcome } from './compare.ts';
import { readCorpora } from './corpus.ts';
import { FIELDS } from './fields.ts';
import { isArray, isObject, type Json, type JsonObject, member } from './json.ts';
import { comparePlaces } from './places.ts';
import { scoreCorpus, scoreSample } from './score.ts';

const citation = (more: JsonObject = {}): JsonObject => ({
  text: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.',
  scheme: 'MTUS',
  guideline: 'Low Back Complaints',
  year: 2004,
  sections: ['Summary'],
  pages: [],
  entry: null,
  ...more,
});

const issue = (more: JsonObject = {}): JsonObject => ({
  number: 1,
  item: 'Trans-cutaneous unit, 30 days',
  decision: 'upheld',
  decisionText: 'Upheld',
  claimsAdministrator: { text: 'None.', cited: false, citations: [] },
  expertReviewer: { text: 'All.', cited: true, citations: [citation()] },
  rationale: 'The request is not medically necessary.',
  ...more,
});

const record = (more: JsonObject = {}): JsonObject => ({
  schemaVersion: 1,
  format: 'credentials-2015',
  caseNumber: 'CM15-0012345',
  priority: null,
  dates: { injury: '2015-01-02', utilizationReview: null, applicationReceived: null, assigned: null, decision: null },
  determination: 'upheld',
  reviewer: { licensedStates: ['New York', 'Texas'], specialties: ['Psychiatry'], subspecialties: [] },
  patient: { age: 41, sex: 'male', injuryDate: null },
  summary: 'A well-known summary of\n two lines.',
  documentsReviewed: [],
  issues: [issue()],
  ...more,
});

const wrong = (gold: JsonObject, got: Json): string[] =>
  compare(gold, got)
    .filter((outcome) => !outcome.right)
    .map((outcome) => outcome.pointer);

const withCitations = (...citations: readonly JsonObject[]): JsonObject =>
  record({ issues: [issue({ expertReviewer: { text: 'All.', cited: true, citations } })] });

const REVIEWER = '/issues/0/expertReviewer/citations';

test('a record agrees with itself in every field', () => {
  assert.deepEqual(wrong(record(), record()), []);
});

test('text is compared without white space and hyphens, everything else as it stands', () => {
  assert.deepEqual(wrong(record(), record({ summary: 'A wellknown summary of two  lines.' })), []);
  assert.deepEqual(wrong(record(), record({ summary: 'A well-known Summary of two lines.' })), ['/summary']);
  assert.deepEqual(wrong(record(), record({ caseNumber: 'CM150012345' })), ['/caseNumber']);
  assert.deepEqual(wrong(record(), record({ priority: 'standard' })), ['/priority']);
});

test('a list of values is right as a whole or not at all', () => {
  const swapped = { licensedStates: ['Texas', 'New York'], specialties: ['Psychiatry'], subspecialties: [] };
  assert.deepEqual(wrong(record(), record({ reviewer: swapped })), ['/reviewer/licensedStates']);
});

test('a missing and a surplus issue count as wrong in each of their fields', () => {
  const missing = wrong(record(), record({ issues: [] }));
  assert.ok(
    missing.includes('/issues') && missing.includes('/issues/0/item') && missing.includes(`${REVIEWER}/0/text`),
  );
  assert.ok(missing.includes('/issues/0/claimsAdministrator/citations'), 'the number of citations is wrong too');
  const surplus = wrong(record({ issues: [] }), record());
  assert.deepEqual(surplus, missing);
});

test('a statement that stands in one record only is wrong', () => {
  const without = record({ issues: [issue({ claimsAdministrator: null })] });
  const pointers = ['/issues/0/claimsAdministrator/text', '/issues/0/claimsAdministrator/cited'];
  assert.deepEqual(wrong(without, record()), pointers);
  assert.deepEqual(wrong(record(), without), pointers);
  assert.deepEqual(wrong(without, without), []);
});

test('a letter that was not found is wrong in every field', () => {
  const outcomes = compare(record({ summary: null }), null);
  assert.ok(outcomes.length > 20);
  assert.deepEqual(
    outcomes.filter((outcome: Outcome) => outcome.right),
    [],
  );
});

test('of a work outside the schedule, scheme, text and pages count', () => {
  const gold = withCitations(citation({ loose: true, guideline: null, year: null, sections: [] }));
  assert.deepEqual(wrong(gold, withCitations(citation())), []);
  assert.deepEqual(wrong(gold, withCitations(citation({ scheme: 'ODG' }))), [`${REVIEWER}/0/scheme`]);
  assert.deepEqual(wrong(gold, withCitations(citation({ pages: [{ first: 1, last: 2 }] }))), [`${REVIEWER}/0/pages`]);
});

test('a reading that the gold accepts is as good as its own', () => {
  const gold = withCitations(citation({ accept: { sections: [[]], pages: [[{ first: 326, last: 326 }]] } }));
  assert.deepEqual(wrong(gold, withCitations(citation({ sections: [], pages: [{ last: 326, first: 326 }] }))), []);
  assert.deepEqual(wrong(gold, withCitations(citation({ sections: ['Other'] }))), [`${REVIEWER}/0/sections`]);
  const top = record({ accept: { '/patient/age': [42] } });
  assert.deepEqual(wrong(top, record({ patient: { age: 42, sex: 'male', injuryDate: null } })), []);
});

test('an entry is compared only where the gold names one', () => {
  const named = withCitations(citation({ entry: 'mtus/low-back' }));
  assert.deepEqual(wrong(withCitations(citation()), named), []);
  assert.deepEqual(wrong(named, withCitations(citation())), [`${REVIEWER}/0/entry`]);
});

test('a span is right when it begins and ends on the lines that the gold gives', () => {
  const text = 'one\n\ftwo\r\nthree\n';
  const lines = { caseNumber: 2, summary: { first: 2, last: 3 } };
  const places = (spans: JsonObject): Json[] => comparePlaces(text, lines, {}, { spans }).map(({ got }) => got);
  assert.deepEqual(places({ '/caseNumber': [5, 8], '/summary': [5, 15] }), [2, 2, 3]);
  assert.deepEqual(places({ '/caseNumber': [0, 3] }), [1, null, null]);
});

/** Every leaf of the schema, arrays of plain values as one. */
const leaves = (schema: Json, definitions: Json, path: string): string[] => {
  const reference = member(schema, '$ref');
  if (typeof reference === 'string')
    return leaves(member(definitions, reference.split('/').pop() ?? ''), definitions, path);
  const properties = member(schema, 'properties');
  if (isObject(properties))
    return Object.entries(properties).flatMap(([k, v]) => leaves(v, definitions, `${path}/${k}`));
  const items = member(schema, 'items');
  if (typeof member(items, '$ref') === 'string') return [path, ...leaves(items, definitions, `${path}/*`)];
  return [path];
};

test('every field of the schema is scored, but for those that the letter does not give: source, spans, corrections, confirmations', () => {
  const schema: Json = JSON.parse(readFileSync(new URL('../../schema/case-1.json', import.meta.url), 'utf8'));
  const expected = leaves(schema, member(schema, '$defs'), '').filter(
    (path) => !/^\/(?:source|spans|corrections|confirmations)\b/.test(path),
  );
  assert.deepEqual(FIELDS.map(({ path }) => path).sort(), expected.sort());
});

/** One value made different, whatever its kind. */
const damage = (value: Json): Json => {
  if (typeof value === 'string') return `${value}?`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return isArray(value) ? [...value, '?'] : '?';
};

const setAt = (value: Json, keys: readonly string[], change: (old: Json) => Json): Json => {
  const [key, ...rest] = keys;
  if (key === undefined) return change(value);
  if (isArray(value)) return value.map((x, i) => (`${i}` === key ? setAt(x, rest, change) : x));
  return isObject(value) ? { ...value, [key]: setAt(value[key] ?? null, rest, change) } : value;
};

test('every gold record scores 1 against itself, and a damaged value is found in its own field only', () => {
  for (const corpus of readCorpora()) {
    const gold = new Map(corpus.samples.map((sample) => [sample.text, sample.gold]));
    const scores = scoreCorpus(corpus, (text) => gold.get(text) ?? []);
    for (const [field, byMode] of scores) {
      if (field.includes('line of')) continue; // gold records have no spans
      for (const [mode, { right, total }] of byMode) assert.equal(right, total, `${corpus.name}: ${field}, ${mode}`);
    }
  }
  const sample = readCorpora().at(-1)?.samples[0];
  assert.ok(sample);
  const gold = sample.gold[0] ?? {};
  for (const { field, pointer } of scoreSample(sample, () => sample.gold)) {
    if (pointer === '' || /\/issues$|\/citations$/.test(field)) continue;
    const damaged = setAt(gold, pointer.split('/').slice(1), damage);
    assert.deepEqual(wrong(gold, damaged), [pointer]);
  }
});
