import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escaped, linked } from '../../../server/src/features/markdown.ts';

const HOSTILE = {
  'a link': ['[free](https://example.org)', '\\[free\\]\\(https\\://example\\.org\\)'],
  'an image': ['![x](http://example.org/x.png)', '\\!\\[x\\]\\(http\\://example\\.org/x\\.png\\)'],
  'a command': ['[run](command:workbench.action.quit)', '\\[run\\]\\(command\\:workbench\\.action\\.quit\\)'],
  HTML: ['<img src=x onerror=alert(1)>', '\\<img src\\=x onerror\\=alert\\(1\\)\\>'],
  'an autolink': ['<https://example.org>', '\\<https\\://example\\.org\\>'],
  'a bare address': ['www.example.org a@example.org', 'www\\.example\\.org a\\@example\\.org'],
  'an entity': ['&lt;b&gt; &#60;', '\\&lt;b\\&gt; \\&\\#60;'],
  code: ['`x` ``y``', '\\`x\\` \\`\\`y\\`\\`'],
  'a fence on its own line': ['a\n```\nb', 'a \\`\\`\\` b'],
  'a heading on its own line': ['a\n# b\n---\n===', 'a \\# b \\-\\-\\- \\=\\=\\='],
  'lists and quotes': ['1. a\r\n* b\u2028+ c\n> d', '1\\. a \\* b \\+ c \\> d'],
  'a table': ['|a|b|\n|-|-|', '\\|a\\|b\\| \\|\\-\\|\\-\\|'],
  'an indented block': ['\n\n\n     four', 'four'],
  'an icon': ['$(trash)', '\\$\\(trash\\)'],
  'an escape of its own': ['\\[x\\]', '\\\\\\[x\\\\\\]'],
  'a change of direction': ['a\u202Eb\u2066c\u200Bd\uFEFFe\u0007f', 'abcd ef'],
} as const;

for (const [what, [hostile, harmless]] of Object.entries(HOSTILE)) {
  test(`escaped: ${what} is only text`, () => assert.equal(escaped(hostile), harmless));
}

test('escaped: plain words stay as they are', () => {
  assert.equal(
    escaped('Benzodiazepines, page 24; “quoted”, 50% / half'),
    'Benzodiazepines, page 24; “quoted”, 50% / half',
  );
});

test('escaped: of any text, no mark of Markdown is left bare and it stays one line', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>#!|~&$:@. \n\r\ta1') }),
  );
  fc.assert(
    fc.property(any, (text) => {
      const bare = escaped(text).replace(/\\[\\`*_{}[\]()<>#+\-.!|~&$=:@^]/g, '');
      assert.doesNotMatch(bare, /[\\`*_{}[\]()<>#+\-.!|~&$=:@^\p{Cc}]/u);
    }),
  );
});

test('linked: a web address becomes a link with its text escaped', () => {
  assert.equal(
    linked('8 CCR [x]', 'https://www.dir.ca.gov/t8/9792_20.html'),
    '[8 CCR \\[x\\]](https://www.dir.ca.gov/t8/9792_20.html)',
  );
  assert.equal(linked('a', 'https://example.org/a(b)?c=1&copy=2'), '[a](https://example.org/a%28b%29?c=1&amp;copy=2)');
});

test('linked: anything but a plain https address stays text', () => {
  for (const url of [
    'http://example.org',
    'command:imr.exportCase',
    'javascript:alert(1)',
    'https://a b',
    'https://a/"><b>',
    'https://a/\n',
    '',
  ]) {
    assert.equal(linked('text', url), 'text', url);
  }
});
