import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Case, toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { anyText, runs, samples } from './letters.ts';

const LF = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The records of a text, and what is printed at each of their spans, with line breaks made alike. */
const reading = (text: string): { records: Case[]; printed: [string, string][] } => {
  const cases = parse(text).map((placed) => toCase(placed, null));
  return {
    records: cases.map((record) => ({ ...record, spans: {} })),
    printed: cases.flatMap(({ spans }) =>
      Object.entries(spans).map(([pointer, [start, end]]): [string, string] => [pointer, LF(text.slice(start, end))]),
    ),
  };
};

const agree = (text: string): void => {
  const lf = LF(text);
  const expected = reading(lf);
  assert.deepEqual(reading(lf.replaceAll('\n', '\r\n')), expected);
  assert.deepEqual(reading(lf.replaceAll('\n', '\r')), expected);
};

test('LF, CRLF and CR give the same letters', () => {
  for (const text of samples.values()) agree(text);
  fc.assert(fc.property(anyText, agree), runs(200));
});

test('a byte order mark in front changes no value', () => {
  for (const text of samples.values()) {
    assert.deepEqual(reading(`\ufeff${text}`), reading(text));
  }
});
