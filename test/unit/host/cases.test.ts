import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NO_ANNOTATIONS } from '../../../server/src/host/annotations-view.ts';
import { caseOf } from '../../../server/src/host/cases.ts';
import type { OpenDocument } from '../../../server/src/host/documents.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/host/settings.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { NO_NOTES } from '../../../server/src/notes/index.ts';
import type { CaseResult } from '../../../server/src/protocol.ts';

const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');

const documentOf = (text: string, uri = 'file:///letters/My%20letter.imr.txt'): OpenDocument => ({
  uri,
  version: 1,
  text,
  letters: parse(text),
});

const ask = (document: OpenDocument, which: { letter?: number; issue?: number } = {}) =>
  caseOf(
    document,
    { uri: document.uri, format: 'json', ...which },
    { settings: DEFAULT_SETTINGS, notes: NO_NOTES },
    NO_ANNOTATIONS,
  );

/** The text of the only file. */
const textOf = (result: CaseResult | null): string => {
  const content = result?.files[0].content;
  return content && 'text' in content ? content.text : '';
};

const several = documentOf(sample('credentials-2015-several-issues.imr.txt'));
const nameless = documentOf('CLINICAL CASE SUMMARY\nThe injured worker fell.\n');

test('one letter gives one record, named after its case', () => {
  const found = ask(several);
  const record = JSON.parse(textOf(found));
  assert.equal(record.source.uri, several.uri);
  assert.equal(found?.count, 1);
  assert.equal(found?.suggestedName, `${record.caseNumber}.json`);
  assert.ok(textOf(found).endsWith('}\n'));
});

test('a letter without a case number is named after its file', () => {
  assert.equal(ask(nameless)?.suggestedName, 'My letter.json');
  assert.equal(JSON.parse(textOf(ask(nameless))).caseNumber, null);
});

test('an issue gives its part of the record', () => {
  const whole = JSON.parse(textOf(ask(several, { letter: 1 })));
  const found = ask(several, { letter: 1, issue: 2 });
  assert.deepEqual(JSON.parse(textOf(found)), whole.issues[1]);
  assert.equal(found?.count, 1);
  assert.equal(found?.suggestedName, `${whole.caseNumber}-issue-2.json`);
});

test('a letter or an issue that is not there gives null', () => {
  assert.equal(ask(several, { letter: 2 }), null);
  assert.equal(ask(several, { letter: 1, issue: 99 }), null);
  assert.equal(ask(several, { letter: 0 }), null);
});

test('a document of several letters gives an array, or the letter asked for', () => {
  const [first] = nameless.letters;
  assert.ok(first);
  const two = { ...nameless, letters: [first, { ...first, number: 2, offset: 47, line: 2 }] };
  const all = ask(two);
  assert.equal(all?.count, 2);
  assert.equal(JSON.parse(textOf(all)).length, 2);
  assert.equal(all?.suggestedName, 'My letter.json');
  const second = ask(two, { letter: 2 });
  assert.equal(JSON.parse(textOf(second)).source.letter, 2);
  assert.equal(second?.suggestedName, 'My letter-letter-2.json');
});

for (const [uri, name] of [
  ['untitled:Untitled-1', 'untitled-Untitled-1.json'],
  ['vscode-vfs://github/o/r/letters/7.IMR', '7.json'],
  ['file:///c%3A/a%2Fb/100%', '100%.json'],
  ['file:///notes.md?raw#top', 'notes.md.json'],
  ['file:///', 'letter.json'],
  ['file:///.imr', 'letter.json'],
] as const) {
  test(`the name of ${uri} becomes ${name}`, () => {
    assert.equal(ask({ ...nameless, uri })?.suggestedName, name);
  });
}
