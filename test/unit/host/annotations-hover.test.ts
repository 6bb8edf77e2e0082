import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { withAnnotations } from '../../../server/src/host/annotations-hover.ts';
import type { AnnotationInfo } from '../../../server/src/protocol.ts';
import { annotationInfo } from '../../support/annotation-info.ts';

const RANGE = { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } };
const info = (more: Partial<AnnotationInfo> = {}): AnnotationInfo =>
  annotationInfo({ ranges: [RANGE], words: 'Naproxen', section: '', ...more });
const CARD: Hover = { contents: { kind: MarkupKind.Markdown, value: '**Naproxen** is a drug.' }, range: RANGE };
const markdown = { uri: 'file:///a (1).imr', kind: MarkupKind.Markdown, links: true };
const textOf = (hover: Hover | null): string => (hover?.contents as { value: string }).value;

describe('the hover of annotations', () => {
  test('nothing is added where there are none', () => {
    assert.equal(withAnnotations(CARD, [], markdown), CARD);
    assert.equal(withAnnotations(null, [], markdown), null);
  });

  test('they stand below what is known of the place, in one block', () => {
    const text = textOf(withAnnotations(CARD, [info()], markdown));
    assert.ok(text.startsWith('**Naproxen** is a drug.\n\n---\n\n**Drug** · confirmed by ma'), text);
    assert.equal(withAnnotations(null, [info()], markdown)?.range, RANGE);
  });

  test('the actions are commands with address and id, none that makes no sense, and none on what others say', () => {
    const text = textOf(withAnnotations(null, [info()], markdown));
    const links = [...text.matchAll(/(?<=\[)([^[\]]+)\]\(command:[\w.]+\?([^)\s]+)\)/g)];
    assert.deepEqual(
      links.map(([, title]) => title),
      ['Reject', 'Correct…', 'Flag', 'Comment…', 'Relabel…'],
    );
    assert.deepEqual(JSON.parse(decodeURIComponent(links[0]?.[2] ?? '')), ['file:///a (1).imr', 'id-1']);
    assert.doesNotMatch(textOf(withAnnotations(null, [info({ mine: false })], markdown)), /command:/);
    assert.doesNotMatch(textOf(withAnnotations(null, [info()], { ...markdown, links: false })), /command:/);
  });

  test('what people wrote is shown as text, whatever it is', () => {
    const evil = '[x](command:workbench.action.quit) <img src=x> `y`\n\n# z';
    const text = textOf(
      withAnnotations(null, [info({ note: evil, value: evil, title: evil, author: evil })], markdown),
    );
    assert.doesNotMatch(text, /(?<!\\)\]\(command:workbench/);
    assert.doesNotMatch(text, /(?<!\\)<img/);
    assert.doesNotMatch(text, /^# z/m);
  });

  test('it tells what the parser says, that words were edited, and [sic]', () => {
    const text = textOf(
      withAnnotations(
        null,
        [info({ state: 'corrected', value: 46, parsed: 64, rule: '/patient/age', sic: true, edited: true })],
        {
          ...markdown,
          kind: MarkupKind.PlainText,
        },
      ),
    );
    assert.equal(
      text,
      'Drug = 46 · corrected by ma\nThe words were edited since: look at it again.\nThe parser says 64.\nStays as printed: [sic]\nFrom the record: /patient/age',
    );
  });

  test('of very many the smallest three are shown', () => {
    const text = textOf(
      withAnnotations(
        null,
        Array.from({ length: 9 }, () => info()),
        markdown,
      ),
    );
    assert.equal(text.match(/\*\*Drug\*\*/g)?.length, 3);
    assert.ok(text.endsWith('and 6 more'));
  });
});
