import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HeaderFieldId } from '../../../server/src/letter/model.ts';
import { fieldsOf, PRINTED, READ, SHAPES } from './case-table.ts';
import { at, letterOf, letterText } from './write.ts';

const LINE_ENDS = { LF: '\n', CRLF: '\r\n', CR: '\r' };

describe('the case table', () => {
  for (const [shape, write] of Object.entries(SHAPES)) {
    test(shape, () => {
      const text = letterText({ header: write(PRINTED) });
      const letter = letterOf(text);
      assert.deepEqual(fieldsOf(write(PRINTED)), READ);
      for (const [id, { label, printed }] of Object.entries(letter.header?.fields ?? {})) {
        assert.equal(printed && at(letter, printed.span), PRINTED[id as keyof typeof PRINTED]);
        assert.deepEqual(label?.damage, []);
      }
      assert.equal(letter.sections[0]?.id, 'header');
      assert.deepEqual(letter.sections[0]?.span, letter.header?.span);
    });

    for (const [name, lineEnd] of Object.entries(LINE_ENDS)) {
      test(`${shape}, with ${name}, double spacing, leading blanks, a form feed`, () => {
        const header = write(PRINTED);
        for (const text of [
          header,
          header.replaceAll('\n', ' \n\n'),
          header.replaceAll('\n', '\n      '),
          `\f${header}`,
          header.replace('Date of Injury', '\fDate of Injury'),
        ]) {
          assert.deepEqual(fieldsOf(text.replaceAll('\n', lineEnd)), READ);
        }
      });
    }
  }

  describe('a label divided over two lines is one label', () => {
    const labels = ['Case Number:', 'Date Assigned:', 'Decision Date:', 'UR Denial Date:', 'Date of Injury:'];
    for (const [shape, write] of Object.entries(SHAPES)) {
      for (const label of labels) {
        const words = label.split(' ');
        for (let k = 1; k < words.length; k++) {
          const [head, tail] = [words.slice(0, k).join(' '), words.slice(k).join(' ')];
          test(`${shape}: ${head} / ${tail}`, () => {
            const header = write(PRINTED).replace(label, `${head}\n${tail}`);
            assert.deepEqual(fieldsOf(header), READ);
            assert.deepEqual(fieldsOf(header.replaceAll('\n', ' \r\n\r\n')), READ);
            const letter = letterOf(letterText({ header }));
            const damaged = Object.values(letter.header?.fields ?? {}).filter((field) => field.label?.damage.length);
            assert.deepEqual(
              damaged.map((field) => [field.label?.damage, field.label && at(letter, field.label.span)]),
              [[['split'], `${head}\n${tail}`]],
            );
          });
        }
      }
    }

    test('with its value beside the first half, as in a narrow column', () => {
      const header = `Case Number:      CM16-0123456
Date Assigned:    11/09/2016              Date of                 03/17/2015
                                          Injury:
Decision Date:    12/19/2016              UR Denial               10/04/2016
                                          Date:
Priority:         Standard                Application             10/21/2016
                                          Received:`;
      assert.deepEqual(fieldsOf(header), READ);
    });

    test('all of a column', () => {
      const header = `Case\nNumber:\nDate\nAssigned:\nDecision\nDate:\nPriority:\n
CM16-0123456\n11/09/2016\n12/19/2016\nStandard\n
Date of\nInjury:\nUR Denial\nDate:\nApplication\nReceived:\n
03/17/2015\n10/04/2016\n10/21/2016`;
      assert.deepEqual(fieldsOf(header), READ);
    });
  });

  test('a letter without one has none', () => {
    assert.equal(letterOf(letterText()).header, null);
  });

  test('labels mentioned in the text are none', () => {
    const summary = 'He was seen. Date of Injury: 3/17/2015. Case Number: none. Priority: low. It hurts.';
    assert.equal(letterOf(letterText({ summary })).header, null);
  });
});

describe('a value that is missing is not guessed', () => {
  for (const [shape, write] of Object.entries(SHAPES)) {
    for (const id of Object.keys(PRINTED) as (keyof typeof PRINTED)[]) {
      test(`${shape}: ${id}`, () => {
        const fields = fieldsOf(write({ ...PRINTED, [id]: '' }));
        assert.equal(fields[id] ?? null, null);
        // The others are right or, where the column no longer tells which is whose, nothing.
        for (const [other, value] of Object.entries(fields)) {
          assert.ok(value === null || value === READ[other as HeaderFieldId], `${other}: ${value}`);
        }
        const beside = !shape.startsWith('the labels of a column');
        for (const other of Object.keys(READ) as HeaderFieldId[]) {
          if (beside && other !== id) assert.equal(fields[other], READ[other], other);
        }
      });
    }
  }

  test('a column with one value that cannot be read keeps its order', () => {
    const write = SHAPES['the labels of a column, then its values'] ?? assert.fail();
    const fields = fieldsOf(write({ ...PRINTED, assigned: '11/O9/2016' }));
    assert.deepEqual(fields, { ...READ, assigned: null });
  });

  for (const [shape, write] of Object.entries(SHAPES)) {
    for (const label of ['Case Number:', 'Date Assigned:', 'Decision Date:', 'Priority:', 'UR Denial Date:']) {
      test(`${shape}, the label ${label} lost`, () => {
        const fields = fieldsOf(write(PRINTED).replace(label, ''));
        for (const [id, value] of Object.entries(fields)) {
          assert.ok(value === null || value === READ[id as HeaderFieldId], `${id}: ${value}`);
        }
      });
    }
  }

  test('a column of labels alone', () => {
    assert.deepEqual(fieldsOf('Case Number:\nDate Assigned:\nDecision Date:\nPriority:'), {
      caseNumber: null,
      assigned: null,
      decision: null,
      priority: null,
    });
  });
});

describe('values that cannot be read are printed but have no value', () => {
  for (const [id, printed] of [
    ['caseNumber', 'CM16-01234S6'],
    ['caseNumber', 'unknown'],
    ['assigned', '13/09/2016'],
    ['decision', '02/30/2016'],
    ['injury', 'CT 2015'],
    ['priority', 'Normal'],
  ] as const) {
    test(`${id}: ${printed}`, () => {
      const header = SHAPES['one label and value a line, the label whole']?.({ ...PRINTED, [id]: printed }) ?? '';
      const field = letterOf(letterText({ header })).header?.fields[id];
      assert.equal(field?.printed?.value, printed);
      assert.equal(field.value, null);
    });
  }
});

describe('values in other styles', () => {
  for (const [id, printed, value] of [
    ['caseNumber', 'cm16-0123456', 'CM16-0123456'],
    ['caseNumber', 'CM16-00123456', 'CM16-00123456'],
    ['caseNumber', 'CM16-012345', 'CM16-012345'],
    ['caseNumber', 'IMR 13-000004', 'IMR 13-000004'],
    ['priority', 'STANDARD', 'standard'],
    ['priority', 'Expedited', 'expedited'],
    ['assigned', '1/9/2016', '2016-01-09'],
    ['assigned', '1-9-2016', '2016-01-09'],
    ['assigned', '2016-01-09', '2016-01-09'],
    ['decision', 'December 19, 2016', '2016-12-19'],
    ['decision', 'Dec. 19, 2016', '2016-12-19'],
    ['injury', '3/17/15', '2015-03-17'],
    ['injury', '03/17/ 2015', '2015-03-17'],
    ['injury', '17 March 2015', '2015-03-17'],
  ] as const) {
    test(`${id}: ${printed}`, () => {
      for (const [shape, write] of Object.entries(SHAPES)) {
        // A value that is two words wide reaches the padded column's other side.
        assert.equal(fieldsOf(write({ ...PRINTED, [id]: printed }))[id], value, shape);
      }
    });
  }
});
