import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { printable } from '../../../server/src/text/printable.ts';

describe('a text as one line fit to be shown', () => {
  for (const { what, text, shown } of [
    { what: 'as it is', text: 'MRI of the left knee', shown: 'MRI of the left knee' },
    { what: 'nothing', text: '', shown: '' },
    { what: 'white space is nothing', text: ' \n\t\u00a0\f ', shown: '' },
    { what: 'breaks are blanks', text: ' MRI\r\n  of\fthe\u2028knee ', shown: 'MRI of the knee' },
    { what: 'controls go', text: 'M\u0000R\u001bI\u007f', shown: 'MRI' },
    { what: 'direction overrides go', text: '\u202eenim\u202c \u2066x\u2069', shown: 'enim x' },
    { what: 'invisible joiners and byte order marks go', text: '\ufeffM\u200bR\u2060I\u00ad', shown: 'MRI' },
    { what: 'what cannot be seen is nothing', text: '\u200b\ufeff\u202e', shown: '' },
    { what: 'and leave no double blank behind', text: 'the \u200b knee \u202e\n', shown: 'the knee' },
    { what: 'letters of other scripts stay', text: 'Año 雪 😀', shown: 'Año 雪 😀' },
  ]) {
    test(what, () => {
      assert.equal(printable(text), shown);
    });
  }

  test('what is too long ends in an ellipsis, within the length', () => {
    assert.equal(printable('abcdefgh', 8), 'abcdefgh');
    assert.equal(printable('abcdefghi', 8), 'abcdefg…');
    assert.equal(printable('abcdef hi', 8), 'abcdef…');
    assert.equal(printable('x'.repeat(500)).length, 80);
  });

  test('a cut leaves no half of a character', () => {
    assert.equal(printable('ab😀cd', 4), 'ab…');
    assert.equal(printable('ab😀cd', 5), 'ab😀…');
  });

  test('holds no break, no edge blank and never more than was asked for', () => {
    const unit = fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom(' ', '\n', '\u200b', 'a'));
    fc.assert(
      fc.property(fc.string({ unit }), fc.integer({ min: 2, max: 20 }), (text, longest) => {
        const shown = printable(text, longest);
        assert.ok(shown.length <= longest);
        assert.equal(shown, shown.trim());
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]| {2}/u);
      }),
    );
  });
});
