import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { briefOf } from '../../../server/src/case/brief.ts';
import { type Case, caseToJson, toCase } from '../../../server/src/case/index.ts';
import { cases } from '../../../server/src/case/table-cases.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { reflow } from '../../../server/src/text/flow.ts';
import { readCorpora } from '../../corpus/corpus.ts';

const SCHEMA: object = JSON.parse(readFileSync(new URL('../../../schema/case-1.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(SCHEMA);

const casesIn = (text: string, uri: string | null = null): readonly Case[] =>
  parse(text).map((placed) => toCase(placed, uri));

const assertValid = (record: Case): void => {
  assert.ok(validate(JSON.parse(caseToJson(record))), ajv.errorsText(validate.errors));
};

/** Values that are interpreted, so that their place does not spell them: dates, numbers and closed lists of words. */
const INTERPRETED = /^\/(?:dates\/.*|priority|determination|patient\/.*)$|\/(?:decision|year|first|last)$/;

const valueAt = (record: Case, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], record);

const assertSpans = (text: string): void => {
  for (const placed of parse(text)) {
    const record = toCase(placed, null);
    for (const [pointer, [start, end]] of Object.entries(record.spans)) {
      const value = valueAt(record, pointer);
      assert.ok(value !== undefined && value !== null, pointer);
      assert.ok(0 <= start && start < end && end <= text.length, pointer);
      if (INTERPRETED.test(pointer)) continue;
      const local = { start: start - placed.offset, end: end - placed.offset };
      assert.equal(reflow(placed.letter, local), value, pointer);
    }
  }
};

describe('records of all letters at hand', () => {
  for (const { name, samples } of readCorpora()) {
    test(`${name}: schema-valid, and every span says its value`, () => {
      for (const { text } of samples) {
        casesIn(text, 'file:///a%20letter.txt').forEach(assertValid);
        assertSpans(text);
      }
      assert.ok(samples.length > 0);
    });
  }
});

describe('records of other texts', () => {
  const NOVEL = 'It was late in the year.\nThe miller counted his sacks twice.\n';

  for (const [name, text] of Object.entries({
    novel: NOVEL,
    nothing: '',
    blanks: ' \r\n\f ',
    garbage: '\u0000\ud800\n\uffff',
  })) {
    test(`${name}: nulls and empty lists`, () => {
      const [record, ...more] = casesIn(text);
      assert.ok(record);
      assert.deepEqual(more, []);
      assertValid(record);
      assert.deepEqual(
        { ...record, source: null },
        {
          schemaVersion: 1,
          format: 'unknown',
          caseNumber: null,
          priority: null,
          dates: { injury: null, utilizationReview: null, applicationReceived: null, assigned: null, decision: null },
          determination: null,
          reviewer: { licensedStates: [], specialties: [], subspecialties: [] },
          patient: { age: null, sex: null, injuryDate: null },
          summary: null,
          documentsReviewed: [],
          issues: [],
          source: null,
          spans: {},
        },
      );
    });
  }

  test('any text gives valid records whose spans say their values', () => {
    const words = fc.constantFrom(
      'IMR ISSUES, DECISIONS AND RATIONALES\n',
      'CLINICAL CASE SUMMARY\n',
      'State(s) of Licensure: Texas,\n',
      'Claims Administrator guideline: Decision based on MTUS Eye 2004, Section(s): Summary.\n',
      'MAXIMUS guideline: Page(s): 12-\n14; 99999999999999999999.\n',
      'Decision rationale: \f1-\n2\u00a0\t-\r\n',
      'Case Number: CM16-\n',
      'Date of Injury: 13/45/2016\n',
      'a 400 year old female\n',
      'X: Upheld\n',
      ': Overturned\r',
      '\n',
      ' \n',
    );
    const texts = fc.oneof(
      fc.array(words).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(words, fc.string())).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        casesIn(text).forEach(assertValid);
        assertSpans(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a person recorded as [sic]', () => {
  const TEXT = `\n\nIMR ISSUES, DECISIONS AND RATIONALES
Knee brace for the right nee: Upheld
Decision rationale: The nee has
healed.
`;
  const [placed] = parse(TEXT);

  test('stands in the record beside the print, with the value that holds it; the record is valid', () => {
    assert.ok(placed);
    const at = placed.letter.text.indexOf('nee:');
    const wrapped = placed.letter.text.indexOf('nee has');
    const readings = [
      { span: { start: at, end: at + 3 }, reading: 'knee', code: 'word.slip' },
      {
        span: { start: wrapped, end: wrapped + 'nee has\nhealed'.length },
        reading: 'knee has healed',
        code: 'word.slip',
      },
      { span: { start: 0, end: 1 }, reading: '', code: 'word.slip' },
    ];
    const record = toCase(placed, null, readings);
    assertValid(record);
    assert.deepEqual(
      record.corrections?.map(({ pointer, printed, reading }) => [pointer, printed, reading]),
      [
        ['/issues/0/item', 'nee', 'knee'],
        ['/issues/0/rationale', 'nee has healed', 'knee has healed'],
        [null, '', ''],
      ],
    );
    const [first] = record.corrections ?? [];
    assert.equal(TEXT.slice(...(first?.span ?? [])), 'nee');
    assert.equal(record.issues[0]?.item, 'Knee brace for the right nee', 'values keep the print');
  });

  test('the page and the tables give both readings too', () => {
    assert.ok(placed);
    const start = placed.letter.text.indexOf('nee:');
    const reading = { span: { start, end: start + 3 }, reading: 'knee', code: 'word.slip' };
    const record = toCase(placed, null, [reading]);
    const list = briefOf(record).find((block) => block.kind === 'list' && block.items[0]?.at === '/issues/0/item');
    assert.ok(list?.kind === 'list');
    assert.equal(list.items[0]?.text, '“nee” [sic], to be read “knee”');
    const column = cases.columns.findIndex(({ name }) => name === 'corrections');
    assert.deepEqual(cases.rows(record)[0]?.[column], ['nee [sic] knee']);
  });

  test('a record without it has no such member', () => {
    assert.ok(placed && !('corrections' in toCase(placed, null)));
  });
});

test('what people say of values is what the schema asks for', () => {
  const [record = assert.fail()] = casesIn('');
  const said = { pointer: '/caseNumber', by: 'ma', at: '2026-02-03T04:05:06.000Z', gold: false };
  assertValid({
    ...record,
    confirmations: [
      { ...said, state: 'confirmed', value: 'CM15-0000001' },
      { ...said, state: 'corrected', value: 46, gold: true },
      { ...said, state: 'rejected', value: null },
    ],
  });
});
