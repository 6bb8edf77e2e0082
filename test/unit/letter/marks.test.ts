import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MARK_ROWS, type MarkRow } from '../../../server/src/facts/formats/index.ts';
import { exactMarks, type FoundMark } from '../../../server/src/letter/marks.ts';
import { splitLines } from '../../../server/src/text/lines.ts';

const marks = (text: string): readonly FoundMark[] => exactMarks(splitLines(text));

/** The marks of a text: what each is, how it is printed, and what follows it on its line. */
const told = (text: string): readonly (readonly [id: string, printed: string, value: string])[] =>
  marks(text).map(({ row, mark: { span }, valueStart }) => [
    row.id,
    text.slice(span.start, span.end),
    (text.slice(valueStart).split(/[\r\n]/)[0] ?? '').trimEnd(),
  ]);

/** How the form prints a mark: with its number, or with the colon that closes it. */
const printedForm = ({ kind, text }: MarkRow): string => (kind === 'numbered' ? `1) ${text}` : text);

const only = (text: string): FoundMark => {
  const [mark, another] = marks(text);
  assert.ok(mark, text);
  assert.equal(another, undefined);
  return mark;
};

describe('each heading and label, as the form prints it', () => {
  for (const row of MARK_ROWS) {
    const form = printedForm(row);
    const value = row.kind === 'heading' ? '' : ' some words';

    test(form, () => {
      const text = `before\n${form}${value}\nafter`;
      const { row: found, mark, line, lastLine, valueStart } = only(text);
      assert.equal(found.id, row.id);
      assert.deepEqual(mark, {
        id: row.id,
        canonical: row.text,
        span: { start: 7, end: 7 + form.length },
        damage: [],
      });
      assert.deepEqual([line, lastLine], [1, 1]);
      assert.equal(text.slice(valueStart, valueStart + 10), value === '' ? '\nafter' : 'some words');
    });

    test(`${form}, with what an extraction puts around it`, () => {
      for (const [before, after] of [
        ['\f', ''],
        ['\f\f', ' '],
        ['     ', ''],
        ['\ufeff', ''],
        ['', ' \r'],
        ['\u00a0', '\t'],
      ]) {
        const found = only(`${before}${form}${value}${after}\n`);
        assert.equal(found.row.id, row.id);
        assert.deepEqual(found.mark.damage, []);
        assert.equal(found.mark.span.start, before?.length);
      }
    });
  }
});

describe('a mark stands where the form puts it', () => {
  for (const { what, text, found } of [
    { what: 'a heading fills its line', text: 'CLINICAL CASE SUMMARY of the visit', found: [] },
    { what: 'and opens it', text: 'the CLINICAL CASE SUMMARY', found: [] },
    { what: 'a label opens its line', text: 'see MAXIMUS guideline: none', found: [] },
    { what: 'and ends in its colon', text: 'MAXIMUS guideline none', found: [] },
    {
      what: 'a heading may have a colon of its own added',
      text: 'CLINICAL CASE SUMMARY:',
      found: [['summary', 'CLINICAL CASE SUMMARY:', '']],
    },
    {
      what: 'text may follow a heading behind its colon',
      text: 'Case Summary: The patient fell.',
      found: [['case-summary', 'Case Summary:', 'The patient fell.']],
    },
    {
      what: 'a title goes on',
      text: 'MEDICAL PROFESSIONAL REVIEW OF A REQUEST',
      found: [['professional-review', 'MEDICAL PROFESSIONAL REVIEW', 'OF A REQUEST']],
    },
    {
      what: 'the longer of two marks that open alike',
      text: 'Documents Reviewed for Determination:\nDOCUMENTS REVIEWED',
      found: [
        ['documents-for-determination', 'Documents Reviewed for Determination:', ''],
        ['documents', 'DOCUMENTS REVIEWED', ''],
      ],
    },
    {
      what: 'numbers with a bracket or a full stop',
      text: '1) Regarding the request for an MRI:\n12. Regarding the request for a brace:',
      found: [
        ['regarding-the-request', '1) Regarding the request for', 'an MRI:'],
        ['regarding-the-request', '12. Regarding the request for', 'a brace:'],
      ],
    },
    {
      what: 'the disclaimer that closes a notice, but not the one that opens its summary',
      text: 'Disclaimer: The following case summary was taken\nDisclaimer: MAXIMUS is providing an independent review',
      found: [['disclaimer', 'Disclaimer: MAXIMUS is providing', 'an independent review']],
    },
    {
      what: 'a label without a value',
      text: 'Decision rationale:\n',
      found: [['decision-rationale', 'Decision rationale:', '']],
    },
    {
      what: 'every mark of a text, in order',
      text: 'MAXIMUS guideline: a\nb\nDecision rationale: c\n\n  CLINICAL CASE SUMMARY  \n',
      found: [
        ['maximus-guideline', 'MAXIMUS guideline:', 'a'],
        ['decision-rationale', 'Decision rationale:', 'c'],
        ['summary', 'CLINICAL CASE SUMMARY', ''],
      ],
    },
  ]) {
    test(what, () => {
      assert.deepEqual(told(text), found);
    });
  }
});

describe('headings that the form itself breaks over two lines', () => {
  const wrapping = MARK_ROWS.filter(({ wraps }) => wraps);

  for (const row of wrapping) {
    test(row.text.slice(0, 60), () => {
      const words = row.text.split(' ');
      for (let count = 2; count < words.length; count++) {
        const head = words.slice(0, count).join(' ');
        const text = `${head}\n\n${words.slice(count).join(' ')}\nafter`;
        if (head.length < 12) continue;
        const found = only(text);
        assert.equal(found.row.id, row.id, text);
        assert.deepEqual(found.mark.damage, []);
        assert.equal(text.slice(found.mark.span.start, found.mark.span.end), text.slice(0, -6));
        assert.deepEqual([found.line, found.lastLine], [0, 2]);
      }
    });
  }

  test('are not headings where the second line goes on otherwise', () => {
    assert.deepEqual(told('MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nPERSONS'), []);
  });
});

describe('a doubled colon', () => {
  test('is damage, not value', () => {
    const text = 'Decision rationale:: None was given.';
    const { mark, valueStart } = only(text);
    assert.deepEqual(mark.damage, ['colon']);
    assert.equal(text.slice(mark.span.start, mark.span.end), 'Decision rationale::');
    assert.equal(text.slice(valueStart), 'None was given.');
  });
});
