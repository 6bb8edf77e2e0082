import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { afterText, drawn, lineRanges, lookOf } from '../../../client/src/annotations/drawing.ts';
import { groupsOf, lineOf } from '../../../client/src/annotations/groups.ts';
import { byDigit, byRecent, labelLine, withUsed } from '../../../client/src/annotations/labels.ts';
import { allAt, neighbour, smallestAt } from '../../../client/src/annotations/navigate.ts';
import {
  joined,
  occurrences,
  splitAt,
  within,
  withNextWord,
  withoutLastWord,
  withSpan,
} from '../../../client/src/annotations/spans.ts';
import type { AnnotationInfo, LabelInfo } from '../../../server/src/protocol.ts';
import { annotationInfo } from '../../support/annotation-info.ts';

const range = (line: number, from: number, to: number, endLine = line) => ({
  start: { line, character: from },
  end: { line: endLine, character: to },
});

const info = (id: string, more: Partial<AnnotationInfo> = {}): AnnotationInfo => annotationInfo({ id, ...more });

describe('what is drawn', () => {
  const lines = ['  one two  ', '', ' three', 'four'];
  const lineAt = (line: number): string => lines[line] ?? '';

  test('a range over lines is drawn on each without the blanks at its ends, and on no blank line', () => {
    assert.deepEqual(lineRanges(range(0, 5, 4, 3), lineAt), [range(0, 6, 9), range(2, 1, 6), range(3, 0, 4)]);
  });

  test('rejected ones are not drawn, edited ones differ from confirmed ones', () => {
    assert.equal(lookOf(info('a', { state: 'rejected' })), null);
    assert.equal(lookOf(info('a', { edited: true })), 'edited');
    assert.equal(lookOf(info('a', { edited: true, state: 'flagged' })), 'flagged');
    assert.equal(lookOf(info('a', { edited: true, state: 'suggested' })), 'suggested');
    assert.deepEqual(drawn([info('a', { ranges: [] })], lineAt), []);
  });

  test('annotations on the same words take lanes of their own, and give them back', () => {
    const list = [
      info('a', { ranges: [range(0, 2, 9)] }),
      info('b', { ranges: [range(0, 2, 5)] }),
      info('c', { ranges: [range(0, 3, 4)] }),
      info('d', { ranges: [range(0, 3, 4)] }),
      info('e', { ranges: [range(0, 6, 9)] }),
      info('f', { ranges: [range(3, 0, 4)] }),
    ];
    assert.deepEqual(
      drawn(list, lineAt).map(({ lane }) => lane),
      [0, 1, 2, 2, 1, 0],
    );
  });

  test('the corrected value stands behind, and that words were edited', () => {
    assert.equal(afterText({ look: 'corrected', info: info('a', { value: 'upheld' }) }), ' → upheld');
    assert.equal(afterText({ look: 'corrected', info: info('a') }), null);
    assert.match(afterText({ look: 'edited', info: info('a') }) ?? '', /edited/);
    assert.equal(afterText({ look: 'confirmed', info: info('a', { value: 'upheld' }) }), null);
  });
});

describe('finding one’s way', () => {
  const list = [
    info('long', { ranges: [range(0, 0, 30)] }),
    info('lines', { ranges: [range(0, 4, 3, 2)] }),
    info('short', { ranges: [range(0, 5, 9)] }),
    info('rejected', { ranges: [range(0, 6, 7)], state: 'rejected' }),
    info('orphan', { ranges: [] }),
  ];

  test('the smallest at a place comes first, and what is not drawn not at all', () => {
    assert.deepEqual(
      allAt(list, { line: 0, character: 6 }).map(({ id }) => id),
      ['short', 'long', 'lines'],
    );
    assert.equal(smallestAt(list, { line: 9, character: 0 }), null);
  });

  test('next and previous go round', () => {
    const at = (character: number, way: 'next' | 'previous') => neighbour(list, { line: 0, character }, way)?.id;
    assert.deepEqual(
      [at(0, 'next'), at(20, 'next'), at(0, 'previous'), at(5, 'previous')],
      ['lines', 'long', 'short', 'lines'],
    );
    assert.equal(neighbour([], { line: 0, character: 0 }, 'next'), null);
  });
});

describe('labels', () => {
  const labels = ['drug', 'dose', 'finding'].map(
    (id): LabelInfo => ({
      id,
      title: id.toUpperCase(),
      group: 0,
      description: null,
      values: [],
      type: 'text',
      parsed: false,
    }),
  );

  test('those used last come first, the others in their order, what the parser reads at the end', () => {
    assert.deepEqual(
      byRecent(labels, ['finding', 'gone', 'dose']).map(({ id }) => id),
      ['finding', 'dose', 'drug'],
    );
    const some = labels.map((label) => ({ ...label, parsed: label.id === 'drug' }));
    assert.deepEqual(
      byRecent(some, []).map(({ id }) => id),
      ['dose', 'finding', 'drug'],
    );
    assert.equal(byRecent(some, ['drug'])[0]?.id, 'drug');
    assert.deepEqual(withUsed(['drug', 'dose'], 'dose'), ['dose', 'drug']);
  });

  test('a digit chooses', () => {
    assert.equal(byDigit(labels, '2')?.id, 'dose');
    for (const typed of ['0', '4', '12', 'd', '']) assert.equal(byDigit(labels, typed), null);
    assert.deepEqual(labels.slice(0, 1).map(labelLine), ['1  DRUG']);
  });
});

describe('the spans of an annotation', () => {
  const text = 'The MRI of the  right knee\nwas denied.';
  const of = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end);

  test('grow and shrink by a word, over line ends too', () => {
    assert.equal(words(withNextWord(text, of('MRI'))), 'MRI of');
    assert.equal(words(withNextWord(text, of('knee'))), 'knee\nwas');
    assert.deepEqual(withNextWord(text, of('denied.')), of('denied.'));
    assert.equal(words(withoutLastWord(text, of('knee\nwas'))), 'knee');
    assert.equal(words(withoutLastWord(text, of('the  right'))), 'the');
    assert.deepEqual(withoutLastWord(text, of('MRI')), of('MRI'));
  });

  test('take in another span, and keep to one', () => {
    assert.deepEqual(withSpan([of('MRI')], of('MRI of')), [of('MRI of')]);
    assert.deepEqual(withSpan([of('right knee')], of('MRI')), [of('MRI'), of('right knee')]);
    assert.deepEqual(within([of('MRI of the')], of('of')), [of('of')]);
  });

  test('split between words only, and are joined over blanks only', () => {
    const parts = splitAt(text, [of('MRI of')], text.indexOf(' of'));
    assert.deepEqual(
      parts?.map((spans) => spans.map(words)),
      [['MRI'], [' of']],
    );
    assert.equal(splitAt(text, [of('MRI')], of('MRI').start), null);
    assert.deepEqual(joined(text, [of('right knee'), of('the')]), [of('the  right knee')]);
    assert.deepEqual(joined(text, [of('MRI'), of('the')]), [of('MRI'), of('the')]);
  });

  test('the same words are found in any case and wrapping, as whole words', () => {
    const letter = 'MRI. The mri\nscan, MRIs, an MRI scan (MRI  Scan).';
    assert.deepEqual(
      occurrences(letter, ' MRI scan').map(({ start, end }) => letter.slice(start, end)),
      ['mri\nscan', 'MRI scan', 'MRI  Scan'],
    );
    assert.equal(occurrences(letter, 'MRI').length, 4);
    assert.deepEqual(occurrences(letter, ' '), []);
    assert.equal(occurrences('a (b) [c] (b)', '(b)').length, 2);
  });

  test('any words are found where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (some) => {
        if (some.trim() === '') return;
        assert.ok(occurrences(`. ${some} .`, some).length > 0);
      }),
    );
  });
});

describe('the view', () => {
  const list = [
    info('a', { title: 'Drug', state: 'suggested', section: 'Issue 2' }),
    info('b', { title: 'Decision', state: 'flagged', section: 'Issue 10' }),
    info('c', { ranges: [], section: 'Not in the text any more' }),
    info('d', { title: 'Drug', section: 'Issue 10' }),
  ];
  const titles = (by: 'label' | 'section' | 'state') =>
    groupsOf(list, by).map(({ title, members }) => `${title} ${members.length}`);

  test('groups, with those whose words are gone on top', () => {
    assert.deepEqual(titles('label'), ['No longer in the text 1', 'Decision 1', 'Drug 2']);
    assert.deepEqual(titles('section'), ['No longer in the text 1', 'Issue 2 1', 'Issue 10 2']);
    assert.deepEqual(titles('state'), [
      'No longer in the text 1',
      'Flagged 1',
      'Suggested by the parser 1',
      'Confirmed 1',
    ]);
  });

  test('a line says by words what its icon says, and leaves out what its group says', () => {
    const line = lineOf(info('a', { value: 'naproxen', note: 'a brand', edited: true }), 'label');
    assert.equal(line.description, '= naproxen · confirmed · ma · edited · “a brand”');
    assert.match(
      line.spoken,
      /^Drug: some words, value naproxen, confirmed, by ma, its words were edited, note: a brand$/,
    );
    assert.equal(line.context, 'annotation mine confirmed');
    const other = lineOf(info('a', { author: 'machine', state: 'suggested', words: `${'long '.repeat(40)}` }), 'state');
    assert.equal(other.description, 'Drug · parser');
    assert.ok(other.label.length <= 60);
    assert.match(lineOf(info('a', { ranges: [] }), 'label').spoken, /no longer in the text/);
  });
});
