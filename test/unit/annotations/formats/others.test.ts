import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Format } from '../../../../server/src/annotations/formats/format.ts';
import { ANNOTATION_WRITERS } from '../../../../server/src/annotations/formats/index.ts';
import { problemText } from '../../../../server/src/annotations/model.ts';
import { annotationOf, contentOf, readingOf, targetOf } from './sheets.ts';

const { w3c, doccano, prodigy, bio } = ANNOTATION_WRITERS;
const TEXT = '😀 He hurt the left knee and the back.\n\nThe brace is: Upheld\n';
const target = targetOf(TEXT);
const at = (words: string): readonly [number, number] => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return [start, start + [...words].length];
};
const decision = annotationOf(target, [at('Upheld')], { label: 'decision', value: 'upheld', note: 'sure' });
const parts = annotationOf(target, [at('left knee'), at('back')], { id: 'two' });
const sheet = { ...target, annotations: [decision, parts] };

const readWith = (format: Format, content: string) => {
  const { value, problems } = format.read(content, readingOf(target));
  return { annotations: value.flatMap(({ annotations }) => annotations), problems: problems.map(problemText) };
};

describe('w3c', () => {
  const page = JSON.parse(contentOf(w3c, sheet, 'jsonld'));

  test('has places in code points and by quote, and several stretches as a Composite', () => {
    assert.equal(page.type, 'AnnotationPage');
    assert.equal(page['@context'][0], 'http://www.w3.org/ns/anno.jsonld');
    const [composite, single] = page.items;
    assert.equal(composite.target.type, 'Composite');
    assert.equal(composite.target.items.length, 2);
    const [position, quote] = single.target.selector;
    assert.equal([...TEXT].slice(position.start, position.end).join(''), quote.exact);
    assert.deepEqual([quote.exact, quote.prefix.slice(-4), quote.suffix], ['Upheld', 'is: ', '\n']);
    assert.equal(single.target.source, '2015/a%20letter.imr.txt');
    assert.deepEqual(
      single.body.map(({ purpose, value }: Record<string, string>) => [purpose, value]),
      [
        ['classifying', 'decision'],
        ['commenting', 'sure'],
      ],
    );
  });

  test('of others: a single annotation, by a quote that stands once, or by a place', () => {
    const quoted = (selector: unknown) => JSON.stringify({ body: 'decision', target: { selector } });
    const { annotations, problems } = readWith(w3c, quoted({ type: 'TextQuoteSelector', exact: 'Upheld' }));
    assert.deepEqual(problems, []);
    assert.deepEqual(annotations[0]?.passage.stretches, [at('Upheld')]);
    const [start, end] = at('back');
    const placed = readWith(w3c, quoted([{ type: 'TextPositionSelector', start, end }]));
    assert.deepEqual(placed.annotations[0]?.passage.quotes, ['back']);
  });

  test('what does not fit is told and left out: a quote elsewhere twice, no selector, no label, another letter', () => {
    const item = (more: object) => ({
      body: 'a',
      target: { selector: { type: 'TextQuoteSelector', exact: 'the' } },
      ...more,
    });
    const items = [
      item({}),
      item({ target: 'x' }),
      item({ target: { selector: [] } }),
      item({ body: [], target: { selector: { type: 'TextPositionSelector', start: 0, end: 1 } } }),
      item({ target: { selector: { type: 'TextPositionSelector', start: 0, end: 1000 } } }),
    ];
    const { annotations, problems } = readWith(w3c, JSON.stringify({ type: 'AnnotationCollection', first: { items } }));
    assert.deepEqual(annotations, []);
    assert.deepEqual(problems, [
      'a.ann: Annotation 1 was left out: it does not fit the text: its words do not stand at its place, nor once elsewhere with those around them.',
      'a.ann: Annotation 2 was left out: there is no letter x.',
      'a.ann: Annotation 3 was left out: it has neither a position nor a quote.',
      'a.ann: Annotation 4 was left out: it has no label.',
      'a.ann: Annotation 5 was left out: its place lies outside the text.',
    ]);
    assert.deepEqual(readWith(w3c, '{').problems, ['a.ann: This file is no JSON, so nothing of it was read.']);
  });
});

describe('doccano and prodigy', () => {
  test('a line a letter, with places in code points', () => {
    const line = JSON.parse(contentOf(doccano, sheet, 'jsonl'));
    assert.equal(line.text, TEXT);
    assert.deepEqual(line.label, [
      [...at('left knee'), 'body-part'],
      [...at('back'), 'body-part'],
      [...at('Upheld'), 'decision'],
    ]);
    const task = JSON.parse(contentOf(prodigy, sheet, 'jsonl'));
    const [start, end] = at('Upheld');
    assert.deepEqual(task.spans[2], { start, end, label: 'decision' });
  });

  test('rows that were added there are new; an annotation of which a row was taken out is gone, but for its other rows', () => {
    const line = JSON.parse(contentOf(doccano, sheet, 'jsonl'));
    line.label = [...line.label.slice(1), [...at('brace'), 'item']];
    const { annotations, problems } = readWith(doccano, JSON.stringify(line));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      annotations.map(({ id, label, passage }) => [id.replace(/-.*/, ''), label, ...passage.quotes]),
      [
        ['one', 'decision', 'Upheld'],
        ['i', 'body-part', 'back'],
        ['i', 'item', 'brace'],
      ],
    );
  });

  test('entities of doccano with relations are read', () => {
    const [start_offset, end_offset] = at('Upheld');
    const line = { text: TEXT, entities: [{ id: 1, start_offset, end_offset, label: 'decision' }], relations: [] };
    assert.deepEqual(readWith(doccano, JSON.stringify(line)).annotations[0]?.passage.quotes, ['Upheld']);
  });

  test('what does not fit is told by line, and the rest read', () => {
    const good = { text: TEXT, spans: [{ start: 2, end: 4, label: 'a' }, { start: 2, end: 4000, label: 'a' }, 7] };
    const lines = [good, { ...good, answer: 'reject' }, { text: TEXT }, { spans: [] }, { ...good, text: 'other' }];
    const { annotations, problems } = readWith(prodigy, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{`);
    assert.equal(annotations.length, 1);
    assert.deepEqual(problems, [
      'a.ann:1: 2 of its places do not fit the text and were left out.',
      'a.ann:2: This line was left out: whoever annotated it answered “reject”.',
      'a.ann:3: This line was left out: it has no labelled words.',
      'a.ann:4: This line was left out: it has no text.',
      'a.ann:5: This line was left out: its text is not that of 2015/a letter.imr.txt.',
      'a.ann:6: This line was left out: it is no JSON.',
    ]);
  });
});

describe('bio', () => {
  test('has a token a line with its place; overlaps in columns of their own, the outermost last', () => {
    const outer = annotationOf(target, [at('the left knee')], { id: 'three', label: 'finding' });
    const { value, problems } = bio.write({ ...target, annotations: [parts, decision, outer] });
    const rows = (value[0]?.content ?? '').split('\n');
    assert.deepEqual(rows.slice(3, 7), [
      'the\t10\t13\tO\tB-finding',
      'left\t14\t18\tB-body-part\tI-finding',
      'knee\t19\t23\tI-body-part\tI-finding',
      'and\t24\t27\tO\tO',
    ]);
    assert.equal(rows[10], '', 'a blank line parts paragraphs');
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'BIO has no annotations in several parts: each part of 1 stands by itself.',
        'BIO has labels only: values, states, notes and authors are not in the file.',
      ],
    );
  });

  test('without places: tokens are looked for in the order of the text, tags in the last column', () => {
    const { annotations, problems } = readWith(
      bio,
      '-DOCSTART- -X- O\n\n😀 X O\nHe X O\nhurt X O\nthe X O\nleft X I-body-part\nknee X I-body-part\nor X O\n',
    );
    assert.deepEqual(
      annotations.map(({ passage }) => passage.quotes),
      [['left knee']],
    );
    assert.deepEqual(problems, [
      'a.ann:9: This token does not fit the text: another word comes next there. The lines from here on were left out.',
    ]);
    assert.deepEqual(readWith(bio, 'He\t3\t5\tO\nHe\t2\t4\tB-a\n').problems, [
      'a.ann:1: This token does not fit the text: it does not stand at its place. It was left out.',
    ]);
  });
});
