import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog, describe as described } from '../../../server/src/host/log.ts';

const SECRET = 'This is a 58 year old patient';

test('an exception is told by class and frames, never by its message', () => {
  const line = described(new RangeError(SECRET));
  assert.match(line, /^RangeError at \S+ \(log\.test\.ts:\d+:\d+\)/);
  assert.ok(!line.includes('58'));
});

test('a message of several lines that look like frames is left out with the rest', () => {
  const line = described(new Error(`first\n    at ${SECRET} (letter.txt:1:1)\n    at patient (letter.txt:2:2)`));
  assert.ok(!line.includes('patient'));
  assert.ok(!line.includes('letter.txt'));
});

test('a class name that is no class name is not printed', () => {
  const error = new Error('x');
  error.name = SECRET;
  assert.match(described(error), /^Error at /);
});

test('folders of the frames are left out', () => {
  const error = new Error('x');
  error.stack =
    'Error: x\n    at outline (/home/someone/ext/dist/server.js:1:2)\n    at C:\\Users\\someone\\server.js:3:4';
  assert.equal(described(error), 'Error at outline (server.js:1:2) at ? (server.js:3:4)');
});

for (const [what, thrown] of [
  ['a string', SECRET],
  ['null', null],
  ['undefined', undefined],
  ['an object', { message: SECRET }],
  ['an error without a stack', Object.assign(new Error(SECRET), { stack: undefined })],
] as const) {
  test(`${what} that was thrown is told without its content`, () => {
    const line = described(thrown);
    assert.ok(line.length > 0);
    assert.ok(!line.includes('patient'));
  });
}

test('the log names what failed', () => {
  const lines: string[] = [];
  createLog({ warn: (line) => lines.push(line), error: (line) => lines.push(line) }).failure(
    'hover',
    new TypeError('x'),
  );
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /^hover failed: TypeError/);
});
