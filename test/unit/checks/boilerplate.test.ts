import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { changed, LETTER_2014, LETTER_2015, STYLES, type Style, textOf, without } from './letters.ts';

const found = (text: string): readonly Problem[] =>
  checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith('boilerplate.'));

const marked = (text: string): readonly string[] =>
  found(text).map(({ span, severity }) => `${severity} ${text.slice(span.start, span.end)}`);

const afterFirstFix = (text: string): string => {
  const letter = onlyLetter(text);
  const [problem] = found(text);
  assert.ok(problem);
  const [fix] = fixesFor(problem, letter);
  assert.ok(fix);
  return fix.edits.reduceRight(
    (now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end),
    text,
  );
};

const alter = (id: string, from: string, to: string, style: Style = 'raw', lineBreak: '\n' | '\r\n' = '\n'): string =>
  textOf(changed(LETTER_2015, id, from, to), style, lineBreak);

describe('a fixed sentence as the form has it', () => {
  for (const style of Object.keys(STYLES) as Style[]) {
    test(`says nothing, ${style}`, () => {
      for (const letter of [LETTER_2014, LETTER_2015]) assert.deepEqual(found(textOf(letter, style)), []);
    });
  }

  test('says nothing over page furniture', () => {
    const footer = '\n\n\nFinal Determination Letter for IMR Case Number CM15-0012345  2\n\f';
    assert.deepEqual(found(textOf(LETTER_2015).replace('has no\n', `has no${footer}`)), []);
  });

  test('says nothing of the other official wordings', () => {
    assert.deepEqual(found(alter('method', 'items/services', 'items/Service')), []);
    assert.deepEqual(found(alter('method', 'an expert reviewer', 'a physician reviewer')), []);
    const none = 'The Claims Administrator did not cite any medical evidence for its decision.';
    assert.deepEqual(found(alter('claims-1', 'Decision based on MTUS Low Back Complaints 2004.', none)), []);
  });
});

test('a blank lost before the last word of a sentence is put back', () => {
  const clean = readFileSync(new URL('../../../samples/notice-2013.imr.txt', import.meta.url), 'utf8');
  const damaged = clean.replace('reviewed and considered.', 'reviewedand considered.');
  assert.deepEqual(marked(damaged), ['warning reviewedand']);
  assert.equal(afterFirstFix(damaged), clean);
});

describe('a fixed sentence with other words', () => {
  const SLIPS = [
    ['method', 'affiliation', 'affi1iation', 'affi1iation'],
    ['method', 'governing', 'goveming', 'goveming'],
    ['method', 'complete case file', 'complete casefile', 'casefile'],
    ['issues-introduction', 'decisions', 'deci sions', 'deci sions'],
    ['summary-introduction', 'summary based', 'summary based based', ' based'],
  ] as const;
  for (const [id, from, to, mark] of SLIPS) {
    for (const lineBreak of ['\n', '\r\n'] as const) {
      test(`${to}: a slip, and its fix brings the sentence back (${JSON.stringify(lineBreak)})`, () => {
        const text = alter(id, from, to, 'double', lineBreak);
        assert.deepEqual(marked(text), [`warning ${mark}`]);
        assert.equal(afterFirstFix(text), textOf(LETTER_2015, 'double', lineBreak));
      });
    }
  }

  test('another word is information only', () => {
    const text = alter('method', 'familiar with', 'acquainted with');
    assert.deepEqual(marked(text), ['information acquainted']);
    assert.equal(afterFirstFix(text), textOf(LETTER_2015));
  });

  test('a lost word is told at the word before it', () => {
    const text = alter('method', 'strength of evidence', 'strength evidence');
    assert.deepEqual(marked(text), ['information strength']);
    assert.equal(afterFirstFix(text), textOf(LETTER_2015));
  });

  test('a sentence of another make is left alone', () => {
    const own = 'The reviewer has written what follows after reading all that was sent in by the parties:';
    const text = textOf(
      changed(
        changed(LETTER_2015, 'summary-introduction', /^The expert.*$/, own),
        'summary-introduction',
        /^case file.*$/,
        '',
      ),
    );
    assert.deepEqual(
      found(text).filter(({ code }) => code === 'boilerplate.altered'),
      [],
    );
  });

  test('the statement of a side that cites nothing', () => {
    const text = alter(
      'claims-1',
      'Decision based on MTUS Low Back Complaints 2004.',
      'The Claims Administrator did not cite any medcal evidence for its decision.',
    );
    assert.deepEqual(marked(text), ['warning medcal']);
  });
});

describe('a fixed sentence that is not whole', () => {
  test('its end is lost', () => {
    const text = alter('issues-introduction', ' disputed items/services set forth below:', '');
    assert.deepEqual(marked(text), ['information the']);
    assert.equal(afterFirstFix(text), textOf(LETTER_2015));
  });

  test('sentences that are gone together are told together', () => {
    const text = textOf(LETTER_2015)
      .replace(/ He\/she has no\naffiliation[^.]*\./, '')
      .replace(/ He\/she is familiar[^.]*\./, '');
    assert.deepEqual(marked(text), ['information reviewer.', 'information items/services.']);
  });

  test('a lost introduction comes back on a line of its own', () => {
    const text = textOf(without(LETTER_2015, 'issues-introduction'), 'spaced');
    assert.deepEqual(marked(text), ['information Paraffin']);
    const again = afterFirstFix(text);
    assert.match(again, /RATIONALES\n\nThe Final Determination [^\n]*below:\nParaffin/);
    assert.deepEqual(found(again), []);
  });

  test('a whole section that is left out is not', () => {
    assert.deepEqual(found(textOf(without(LETTER_2015, 'method-heading', 'method'))), []);
  });
});
