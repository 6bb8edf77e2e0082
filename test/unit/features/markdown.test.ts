import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escaped, linked } from '../../../server/src/features/markdown.ts';

const HOSTILE = {
  'a link': ['[free](https://example.org)', '\\[free\\](https\\://example.org)'],
  'an image': ['![x](http://example.org/x.png)', '!\\[x\\](http\\://example.org/x.png)'],
  'a command': ['[run](command:workbench.action.quit)', '\\[run\\](command:workbench.action.quit)'],
  HTML: ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  'an autolink': ['<command:quit>', '\\<command:quit\\>'],
  'a bare address': ['see WWW.example.org or a@example.org', 'see WWW\\.example.org or a\\@example.org'],
  'an entity': ['&lt;b&gt; &#60;', '\\&lt;b\\&gt; \\&#60;'],
  emphasis: ['*a* __b__ ~~c~~', '\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~'],
  code: ['`x` ``y``', '\\`x\\` \\`\\`y\\`\\`'],
  'a fence on its own line': ['a\n```\nb', 'a \\`\\`\\` b'],
  'a heading on its own line': ['a\n# b\n---\n===', 'a # b --- ==='],
  'a heading at the start': ['## b', '\\## b'],
  'an underline at the start': ['=== b', '\\=== b'],
  'a list at the start': ['- b', '\\- b'],
  'a numbered list at the start': ['12. b', '12\\. b'],
  'the end of a number at the start': [') b', '\\) b'],
  'a quote at the start': ['> b', '\\> b'],
  'lists and quotes on lines of their own': ['a\r\n1. a\r\n* b\u2028+ c\n> d', 'a 1. a \\* b + c \\> d'],
  'a table': ['|a|b|\n|-|-|', '\\|a\\|b\\| \\|-\\|-\\|'],
  'an indented block': ['\n\n\n     four', 'four'],
  'an icon': ['$(trash)', '\\$(trash)'],
  'an escape of its own': ['\\[x\\]', '\\\\\\[x\\\\\\]'],
  'a change of direction': ['a\u202Eb\u2066c\u200Bd\uFEFFe\u0007f', 'abcd ef'],
} as const;

for (const [what, [hostile, harmless]] of Object.entries(HOSTILE)) {
  test(`escaped: ${what} is only text`, () => assert.equal(escaped(hostile), harmless));
}

test('escaped: plain words stay as they are', () => {
  const plain = 'Benzodiazepines (Valium), page 24: “quoted”, 50% / 2009-07-18; a+b=c. 9792.24.2';
  assert.equal(escaped(plain), plain);
});

test('escaped: of any text, no mark is left bare, no address, no opening of a block, no second line', () => {
  const pieces = fc.constantFrom(...'\\`*_[]()<>#!|~&$:@./+-=1a \n\r\t', 'www.', '://', '1. ', 'http');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces })), (text) => {
      const bare = escaped(text).replace(/\\./gs, '\0');
      assert.doesNotMatch(bare, /[\\`*_[\]<>&~|$@\n\r\u2028\u2029]|:\/\/|www\./i);
      assert.doesNotMatch(bare, /^\s|^[-+=#.):]|^\d+[.)]/);
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
