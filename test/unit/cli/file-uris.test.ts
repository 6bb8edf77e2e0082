import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { fileUris } from '../../../server/src/cli/file-uris.ts';

const NAME = fc.oneof(
  fc.stringMatching(/^[\w.-]{1,12}$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((name) => name.replace(/[\0/]/g, '%')),
);

test('are those of pathToFileURL, whatever folders and files are called, also one folder after another', () => {
  fc.assert(
    fc.property(fc.array(fc.array(NAME, { maxLength: 4 }), { maxLength: 6 }), NAME, (folders, name) => {
      const uriOf = fileUris();
      for (const folder of folders)
        for (const file of [path.resolve('/', ...folder, name), path.resolve('/', ...folder, 'next.imr.txt')])
          assert.equal(uriOf(file), pathToFileURL(file).href);
    }),
  );
});
