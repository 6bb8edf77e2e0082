import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { toCase } from '../../../server/src/case/index.ts';
import type { OpenDocument } from '../../../server/src/host/documents.ts';
import { previewOf } from '../../../server/src/host/preview.ts';
import { parse } from '../../../server/src/letter/parse.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');

const documentOf = (text: string): OpenDocument => ({
  uri: 'file:///a.imr.txt',
  version: 7,
  text,
  letters: parse(text),
});

const elementsIn = (nodes: readonly Node[]): readonly DefaultTreeAdapterTypes.Element[] =>
  nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node.childNodes)] : []));
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** The links of a preview: their pointers and what they say. */
const linksIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    elementsIn(parseFragment(html).childNodes).flatMap((element) => {
      const at = element.attrs.find(({ name }) => name === 'data-at')?.value;
      return at === undefined ? [] : [[at, textOf(element)] as const];
    }),
  );

const one = documentOf(sample('credentials-2015-several-issues.imr.txt'));
const two = documentOf(sample('two-letters.imr.txt'));

describe('the preview of a letter', () => {
  test('each value that is printed leads to where it stands', () => {
    const result = previewOf(one, { uri: one.uri, letter: 1, line: 0 }) ?? assert.fail();
    const links = linksIn(result.html);
    const [placed] = one.letters;
    const record = placed ? toCase(placed, one.uri) : assert.fail();
    assert.ok(links.has('/caseNumber') && links.has('/dates/decision') && links.has('/reviewer/specialties/0'));
    for (const i of record.issues.keys()) {
      for (const member of ['item', 'decision', 'expertReviewer/text', 'rationale']) {
        assert.ok(links.has(`/issues/${i}/${member}`), `/issues/${i}/${member}`);
      }
    }
    for (const at of links.keys()) assert.ok(result.spans[at], at);
    const [start, end] = result.spans['/caseNumber'] ?? assert.fail();
    assert.equal(one.text.slice(start, end), record.caseNumber);
  });

  test('it names all letters, and gives the last where there are fewer than asked for', () => {
    const result = previewOf(two, { uri: two.uri, letter: 2, line: 0 }) ?? assert.fail();
    assert.equal(result.letters.length, 2);
    assert.deepEqual(
      result.letters.map(({ line }) => line),
      two.letters.map(({ line }) => line),
    );
    assert.deepEqual(previewOf(two, { uri: two.uri, letter: 99, line: 0 }), result);
    const at = (line: number) => previewOf(two, { uri: two.uri, letter: null, line })?.letter;
    const second = two.letters[1]?.line ?? assert.fail();
    assert.deepEqual([at(0), at(second - 1), at(second), at(100_000)], [1, 1, 2, 2]);
    assert.equal(result.version, 7);
    assert.notEqual(previewOf(two, { uri: two.uri, letter: 1, line: 0 })?.html, result.html);
  });

  test('a document without a letter has none', () => {
    assert.equal(previewOf({ ...documentOf(''), letters: [] }, { uri: 'file:///a', letter: 1, line: 0 }), null);
  });

  test('what a letter says is shown, not run', () => {
    const text = one.text.replace(/^.*: Overturned$/m, '<img src=x onerror=alert(1)>"\'&: Overturned');
    const html = previewOf(documentOf(text), { uri: one.uri, letter: 1, line: 0 })?.html ?? '';
    assert.match(html, /&lt;img src=x/);
    const names = new Set(elementsIn(parseFragment(html).childNodes).map(({ tagName }) => tagName));
    for (const name of names) assert.match(name, /^(?:article|h[1-3]|p|ul|li|dl|dt|dd|a)$/);
  });
});
