import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { samples } from './letters.ts';
import { slowdown } from './timing.ts';

const SIZE = 100_000;
const PAIRS = 7;
const MOST = 2.5;
/** A measurement that a busy machine spoiled is repeated; super-linear code is never fast enough by chance. */
const ATTEMPTS = 4;

const sample = [...samples.values()].join('\f');
const [one = ''] = samples.values();
const until = (mark: string): string => one.slice(0, one.indexOf(mark));
const repeat = (piece: string, times: number): string => piece.repeat(times);

/** Texts of growing size, `n` 1 or 2. Hostile ones stand where a letter's own words make the parser look closely. */
const TEXTS: Readonly<Record<string, (n: number) => string>> = {
  'many letters': (n) => repeat(sample, 6 * n),
  'a long line of one character': (n) => repeat('a', SIZE * 3 * n),
  'a long line of blanks': (n) => repeat(' ', SIZE * 3 * n),
  'a long line of hyphens': (n) => repeat('-', SIZE * 3 * n),
  'one character a line': (n) => repeat('a\n', SIZE * n),
  'empty lines': (n) => repeat('\n', SIZE * 3 * n),
  'lines of one blank': (n) => repeat(' \n', SIZE * 2 * n),
  'carriage returns': (n) => repeat('\r', SIZE * 2 * n),
  'form feeds': (n) => repeat('\f', SIZE * 2 * n),
  'form feeds on lines': (n) => repeat('\fUpheld\n', SIZE * n),
  colons: (n) => repeat(':', SIZE * n),
  'colons on lines': (n) => repeat('a: b: c\n', (SIZE / 2) * n),
  'a long item': (n) => `${until('Lorazepam')}${repeat('a: ', SIZE * n)}Upheld\nClaims Administrator guideline: x\n`,
  'items over many lines': (n) => `${until('Lorazepam')}${repeat('an item, and\n', SIZE * n)}b: Upheld\n`,
  'Decision based on': (n) => repeat('Decision based on ', SIZE * n),
  'many citations': (n) =>
    `MAXIMUS guideline: ${repeat('Decision based on MTUS Low Back Complaints 2004. ', (SIZE / 4) * n)}`,
  'many chapters': (n) =>
    `MAXIMUS guideline: Decision based on MTUS ${repeat('Eye 2004, Section(s): a, b, and ', (SIZE / 4) * n)}`,
  'many pages': (n) => `MAXIMUS guideline: Decision based on MTUS ACOEM Page(s): ${repeat('1-2, ', SIZE * n)}`,
  labels: (n) => repeat('Claims Administrator guideline:\n', (SIZE / 2) * n),
  'labels of an issue': (n) => repeat('a: Upheld\nMAXIMUS guideline: b\nDecision rationale: c.\n', (SIZE / 8) * n),
  headings: (n) => repeat('CLINICAL CASE SUMMARY\n', (SIZE / 2) * n),
  'damaged headings': (n) => repeat('CLINCAL CASE SUMARY\n', (SIZE / 4) * n),
  'unknown headings': (n) => repeat('CLEARLY CAPITAL STUFF\n', (SIZE / 4) * n),
  'header labels': (n) => repeat('Case Number:\nDate Assigned:\n', (SIZE / 4) * n),
  'page footers': (n) => repeat('Final Determination Letter for IMR Case Number CM15-0012345  4\n', (SIZE / 4) * n),
  'page numbers': (n) => repeat('4\n', SIZE * n),
  'numbered items': (n) =>
    repeat('1) MAXIMUS Federal Services, Inc. has determined the request for x\n', (SIZE / 8) * n),
  'original requests': (n) =>
    repeat('a was the original request. b was authorized by the Claims Administrator. ', (SIZE / 8) * n),
  'opening parentheses': (n) => `MAXIMUS guideline: Decision based on MTUS ${repeat('(', SIZE * n)}`,
  'nested parentheses': (n) =>
    `MAXIMUS guideline: Decision based on MTUS ${repeat('(', SIZE * n)}${repeat(')', SIZE * n)}`,
  'quotation marks': (n) => repeat('"', SIZE * 2 * n),
  'hyphens at line ends': (n) => `CLINICAL CASE SUMMARY\n${repeat('anti-\n', SIZE * n)}`,
  'digits and slashes': (n) => repeat('1/', SIZE * n),
  dates: (n) => `CLINICAL CASE SUMMARY\n${repeat('injury of 1-2-2015 ', (SIZE / 4) * n)}`,
  ages: (n) => `CLINICAL CASE SUMMARY\n${repeat('44 year old ', (SIZE / 4) * n)}`,
  states: (n) => `State(s) of Licensure: ${repeat('New York,', (SIZE / 4) * n)}`,
  specialties: (n) => `Certification(s)/Specialty: ${repeat('Preventive Medicine, ', (SIZE / 4) * n)}`,
  'lone surrogates': (n) => repeat('\ud83d', SIZE * 2 * n),
  'many first pages': (n) => repeat('HOW THE IMR FINAL DETERMINATION WAS MADE\n', (SIZE / 4) * n),
};

const read = (text: string): number => parse(text).map((placed) => toCase(placed, null)).length;

for (const [name, make] of Object.entries(TEXTS)) {
  test(`twice the text takes at most ${MOST} times as long: ${name}`, () => {
    const [single, double] = [make(1), make(2)];
    assert.ok(double.length > 1.8 * single.length);
    read(single);
    let ratio = Infinity;
    for (let attempt = 0; attempt < ATTEMPTS && ratio > MOST; attempt++) {
      ratio = slowdown(
        () => read(single),
        () => read(double),
        PAIRS,
      );
    }
    assert.ok(ratio <= MOST, `${ratio.toFixed(2)} times`);
  });
}
