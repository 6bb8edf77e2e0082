import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { basePathsIn, carriesOf } from '../../../client/src/carry/places.ts';

describe('annotations of letters that are renamed', () => {
  test('follow within the folder that keeps them, whichever of those around the letter that is', () => {
    assert.deepEqual(carriesOf('/w/a/1.txt', '/w/b/2.txt', ['/w/a', '/w'], '/w'), [
      {
        from: '/w/a/.imr/annotations/1.txt',
        to: '/w/.imr/annotations/b/2.txt',
        bases: { from: '/w/a/.imr/base', to: '/w/.imr/base' },
      },
      { from: '/w/.imr/annotations/a/1.txt', to: '/w/.imr/annotations/b/2.txt', bases: null },
    ]);
  });

  test('of a folder of letters follow as a whole', () => {
    assert.deepEqual(carriesOf('/w/2015', '/w/old/2015', ['/w'], '/w'), [
      { from: '/w/.imr/annotations/2015', to: '/w/.imr/annotations/old/2015', bases: null },
    ]);
  });

  test('take their base texts along into another folder of the workspace, or beside the letter where there is none', () => {
    const [into] = carriesOf('/w/1.txt', '/v/x/1.txt', ['/w'], '/v');
    assert.deepEqual(into, {
      from: '/w/.imr/annotations/1.txt',
      to: '/v/.imr/annotations/x/1.txt',
      bases: { from: '/w/.imr/base', to: '/v/.imr/base' },
    });
    assert.equal(carriesOf('/w/1.txt', '/else/x/1.txt', ['/w'], null)[0]?.to, '/else/x/.imr/annotations/1.txt');
    assert.deepEqual(carriesOf('/w/1.txt', '/w/2.txt', ['/other'], '/w'), []);
  });

  test('name their base texts, each once', () => {
    const hash = 'ab'.repeat(32);
    const line = `{"op":"add","passage":{"base":"${hash}"}}\n`;
    assert.deepEqual(basePathsIn(`${line}${line}{ torn "base":"ab"`), [`ab/${hash}.txt`]);
  });
});
