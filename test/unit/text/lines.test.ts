import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isBlankLine, type Lines, lineAt, offsetAt, positionAt, splitLines } from '../../../server/src/text/lines.ts';

/** The lines without their breaks. */
const printed = ({ text, count, starts, ends }: Lines): string[] =>
  Array.from({ length: count }, (_, line) => text.slice(starts[line], ends[line]));

/** What is not white space on each line. */
const contents = ({ text, count, contentStarts, contentEnds }: Lines): string[] =>
  Array.from({ length: count }, (_, line) => text.slice(contentStarts[line], contentEnds[line]));

const SPLITS: readonly { readonly what: string; readonly text: string; readonly lines: readonly string[] }[] = [
  { what: 'the empty text is one blank line', text: '', lines: [''] },
  { what: 'a text without a break is one line', text: 'one', lines: ['one'] },
  { what: 'LF', text: 'one\ntwo\n', lines: ['one', 'two', ''] },
  { what: 'CRLF', text: 'one\r\ntwo\r\n', lines: ['one', 'two', ''] },
  { what: 'CR alone', text: 'one\rtwo\r', lines: ['one', 'two', ''] },
  { what: 'all three in one text', text: 'a\rb\nc\r\nd', lines: ['a', 'b', 'c', 'd'] },
  { what: 'LF before CR is two breaks', text: 'a\n\rb', lines: ['a', '', 'b'] },
  { what: 'CR before CRLF is two breaks', text: 'a\r\r\nb', lines: ['a', '', 'b'] },
  { what: 'a form feed ends no line', text: 'one\ftwo\n\fthree', lines: ['one\ftwo', '\fthree'] },
  { what: 'nor does any other space', text: 'a\vb\u0085c\u2028d\u2029e', lines: ['a\vb\u0085c\u2028d\u2029e'] },
];

describe('lines', () => {
  for (const { what, text, lines } of SPLITS) {
    test(what, () => {
      assert.deepEqual(printed(splitLines(text)), lines);
    });
  }

  test('the content of a line is free of blanks, tabs, form feeds, no-break spaces and a byte order mark', () => {
    const lines = splitLines('\ufeff  one \n\f\ttwo\u00a0\n \v \n');
    assert.deepEqual(contents(lines), ['one', 'two', '', '']);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => isBlankLine(lines, line)),
      [false, false, true, true],
    );
  });

  test('blanks inside a line are its content', () => {
    assert.deepEqual(contents(splitLines(' a  \f b ')), ['a  \f b']);
  });

  test('a text is plain where no blank but the common one stands inside a line', () => {
    const plain = ['', 'a b', 'a  b', '\fa', '\f\fa\n\fb', 'a\r\n\fb'];
    const other = ['a\fb', 'a \fb', 'a\tb', '\ta', 'a\u00a0b', '\ufeffa', 'a\vb'];
    assert.deepEqual(
      plain.filter((text) => !splitLines(text).plain),
      [],
    );
    assert.deepEqual(
      other.filter((text) => splitLines(text).plain),
      [],
    );
  });
});

describe('places in lines', () => {
  const lines = splitLines('ab\r\n\ncde');

  test('a line break belongs to the line it ends', () => {
    assert.deepEqual(
      Array.from({ length: 9 }, (_, offset) => lineAt(lines, offset)),
      [0, 0, 0, 0, 1, 2, 2, 2, 2],
    );
  });

  test('a position inside a break is the end of its line', () => {
    assert.deepEqual(positionAt(lines, 1), { line: 0, character: 1 });
    assert.deepEqual(positionAt(lines, 3), { line: 0, character: 2 });
    assert.deepEqual(positionAt(lines, 4), { line: 1, character: 0 });
    assert.deepEqual(positionAt(lines, 8), { line: 2, character: 3 });
  });

  test('positions outside the text are brought to its edge', () => {
    assert.deepEqual(positionAt(lines, -5), { line: 0, character: 0 });
    assert.deepEqual(positionAt(lines, 99), { line: 2, character: 3 });
    assert.equal(offsetAt(lines, -1, 7), 0);
    assert.equal(offsetAt(lines, 0, 99), 2);
    assert.equal(offsetAt(lines, 2, -1), 5);
    assert.equal(offsetAt(lines, 3, 0), 8);
  });
});

describe('properties of lines', () => {
  const text = fc
    .array(fc.constantFrom('a', ' ', '\f', '\t', '\r', '\n', '\r\n', '\u00a0', '\ufeff', 'é', '😀'), { maxLength: 40 })
    .map((pieces) => pieces.join(''));

  test('lines are what an editor splits at', () => {
    fc.assert(
      fc.property(text, (any) => {
        assert.deepEqual(printed(splitLines(any)), any.split(/\r\n|\r|\n/));
      }),
    );
  });

  test('every offset outside a break is the offset of its position', () => {
    fc.assert(
      fc.property(text, (any) => {
        const lines = splitLines(any);
        for (let line = 0; line < lines.count; line++) {
          for (let offset = lines.starts[line] ?? 0; offset <= (lines.ends[line] ?? 0); offset++) {
            assert.equal(lineAt(lines, offset), line);
            const position = positionAt(lines, offset);
            assert.equal(offsetAt(lines, position.line, position.character), offset);
          }
        }
      }),
    );
  });

  test('the content of a line lies in the line and begins and ends in a character that is seen', () => {
    fc.assert(
      fc.property(text, (any) => {
        const lines = splitLines(any);
        contents(lines).forEach((content, line) => {
          assert.equal(content, printed(lines)[line]?.trim());
        });
      }),
    );
  });
});
