import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../../server/src/cli/decode.ts';

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.of(value))));

test('UTF-8, with and without a byte order mark', () => {
  const text = { kind: 'text', text: 'Upheld – ✓ 😀', encoding: 'UTF-8' };
  assert.deepEqual(decode(bytes('Upheld – ✓ 😀')), text);
  assert.deepEqual(decode(bytes(0xef, 0xbb, 0xbf, 'Upheld – ✓ 😀')), text);
  assert.deepEqual(decode(bytes()), { ...text, text: '' });
});

test('what is not UTF-8 is windows-1252, in which no byte is lost', () => {
  assert.deepEqual(decode(bytes('caf', 0xe9, ' ', 0x93, 'x', 0x94, ' ', 0x96)), {
    kind: 'text',
    text: 'café “x” –',
    encoding: 'windows-1252',
  });
  const every = Uint8Array.from({ length: 255 }, (_, i) => i + 1);
  const decoded = decode(every);
  assert.ok(decoded.kind === 'text');
  assert.equal(decoded.text.length, 255);
  assert.equal(new Set(decoded.text).size, 255);
});

test('UTF-16 by its byte order mark', () => {
  assert.deepEqual(decode(bytes(0xff, 0xfe, 0x55, 0, 0x1d, 0x20)), { kind: 'text', text: 'U”', encoding: 'UTF-16' });
  assert.deepEqual(decode(bytes(0xfe, 0xff, 0, 0x55, 0x20, 0x1d)), { kind: 'text', text: 'U”', encoding: 'UTF-16' });
});

test('a PDF and other binary files are no text', () => {
  assert.deepEqual(decode(bytes('%PDF-1.7\n')), {
    kind: 'not-text',
    reason: 'it is a PDF; extract its text first, for example with pdftotext',
  });
  assert.deepEqual(decode(bytes('a', 0, 'b')), { kind: 'not-text', reason: 'it is not a text file' });
});
