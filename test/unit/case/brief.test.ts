import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { type Block, briefOf, type Fact } from '../../../server/src/case/brief.ts';
import { type Case, wholeText } from '../../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { runs } from '../../properties/letters.ts';
import { hostileRecord, sampleRecords } from './records.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const [markdown] = CASE_WRITERS.markdown;
const [html] = CASE_WRITERS.html;
/** As generous as readers of Markdown are: raw HTML is let through, and addresses become links. */
const reader = new MarkdownIt({ html: true, linkify: true });

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node | DefaultTreeAdapterTypes.Document): readonly Node[] =>
  'childNodes' in node ? node.childNodes : [];
const elementsIn = (node: Node | DefaultTreeAdapterTypes.Document): readonly Element[] =>
  childrenOf(node).flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []));
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''));

/** The texts of a page in their order, each with the element that shows it. */
const shownIn = (page: string): readonly string[] =>
  elementsIn(parseHtml(page))
    .filter(({ tagName }) => /^(?:h[1-6]|p|li|dt|dd)$/.test(tagName))
    .map((element) => `${element.tagName} ${textOf(element).trim()}`);

const valuesOf = ({ values }: Fact): string => values.map(({ text }) => text).join('; ');

const HTML: Readonly<{ [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly string[] }> = {
  heading: ({ level, words }) => [`h${level} ${words.text}`],
  text: ({ words }) => [`p ${words.text}`],
  list: ({ items }) => items.map(({ text }) => `li ${text}`),
  facts: ({ facts }) => facts.flatMap((fact) => [`dt ${fact.label}`, `dd ${valuesOf(fact)}`]),
};

const MARKDOWN = {
  ...HTML,
  facts: ({ facts }: Extract<Block, { kind: 'facts' }>) => facts.map((fact) => `li ${fact.label}: ${valuesOf(fact)}`),
};

const expected = (record: Case, words: typeof HTML): readonly string[] =>
  briefOf(record).flatMap((block) => (words[block.kind] as (block: Block) => readonly string[])(block));

/** What may stand in a page: nothing that loads, runs or leads away. */
const ALLOWED = /^(?:html|head|body|meta|title|style|main|article|h[1-3]|p|ul|li|dl|dt|dd|strong|hr)$/;

const assertHarmless = (page: string): void => {
  for (const { tagName, attrs } of elementsIn(parseHtml(page))) {
    assert.match(tagName, ALLOWED);
    for (const { name } of attrs) assert.match(name, /^(?:lang|dir|charset|name|content|http-equiv)$/);
  }
};

const assertBriefs = (records: readonly Case[]): void => {
  const page = wholeText(html, records);
  assert.deepEqual(
    shownIn(page),
    records.flatMap((record) => expected(record, HTML)),
  );
  assertHarmless(page);
  const rendered = reader.render(wholeText(markdown, records));
  assert.deepEqual(
    shownIn(rendered),
    records.flatMap((record) => expected(record, MARKDOWN)),
  );
  assertHarmless(rendered);
};

describe('the case brief', () => {
  test('the samples show what their records hold, in Markdown and HTML', () => {
    assertBriefs(sampleRecords);
    for (const record of sampleRecords) {
      const page = wholeText(html, [record]);
      for (const issue of record.issues) {
        for (const text of [issue.item, issue.rationale, issue.expertReviewer?.text]) {
          if (text)
            assert.ok(
              shownIn(page).some((shown) => shown.includes(text)),
              text,
            );
        }
      }
    }
  });

  test('hostile texts are shown and do nothing', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => assertBriefs([record])),
      runs(250),
    );
  });

  test('a page says in which language it is, has a title and one first heading, and may load nothing', () => {
    const [record] = sampleRecords;
    assert.ok(record);
    const page = wholeText(html, [record]);
    const elements = elementsIn(parseHtml(page));
    const named = (tag: string): readonly Element[] => elements.filter(({ tagName }) => tagName === tag);
    assert.match(page, /^<!doctype html>\n<html lang="en">/);
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.deepEqual([named('h1').length, named('main').length, named('article').length], [1, 1, 1]);
    assert.equal(named('title').map(textOf).join(''), named('h1').map(textOf).join(''));
    const levels = elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
    for (const [i, level] of levels.entries()) assert.ok(level <= (levels[i - 1] ?? 0) + 1, 'no level is left out');
  });

  test('what the letter does not say is left out', () => {
    const empty = sampleRecords.find(({ documentsReviewed }) => documentsReviewed.length === 0);
    assert.ok(empty);
    assert.doesNotMatch(wholeText(markdown, [empty]), /Documents reviewed|null|undefined/);
  });
});
