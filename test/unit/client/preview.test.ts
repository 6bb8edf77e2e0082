import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letterAtLine, readFromPreview, readPreviewState } from '../../../client/src/preview/messages.ts';
import { pageHtml } from '../../../client/src/webview/html.ts';

describe('what the page of a preview says', () => {
  test('is understood', () => {
    for (const message of [
      { kind: 'ready' },
      { kind: 'go', at: '/caseNumber' },
      { kind: 'letter', letter: 2 },
    ] as const) {
      assert.deepEqual(readFromPreview(message), message);
    }
  });

  test('anything else is nothing', () => {
    for (const message of [null, 7, 'ready', {}, { kind: 'go' }, { kind: 'letter', letter: 0 }, { kind: 'letter' }]) {
      assert.equal(readFromPreview(message), null);
    }
  });

  test('what it has kept is checked too', () => {
    assert.deepEqual(readPreviewState({ uri: 'file:///a', letter: 2, more: 1 }), { uri: 'file:///a', letter: 2 });
    for (const state of [undefined, null, {}, { uri: 7, letter: 1 }, { uri: 'file:///a', letter: 1.5 }]) {
      assert.equal(readPreviewState(state), null);
    }
  });
});

test('the letter at a line is the last that begins there or above', () => {
  const letters = [{ line: 3 }, { line: 40 }];
  assert.deepEqual(
    [0, 3, 39, 40, 1000].map((line) => letterAtLine(letters, line)),
    [1, 1, 1, 2, 2],
  );
  assert.equal(letterAtLine([], 12), 1);
});

test('a page may load its program and its style, and nothing else', () => {
  const html = pageHtml({ title: 'A', script: 's:/a.js', style: 's:/a.css', styleSource: 's:', nonce: 'once' });
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  assert.equal(policy, "default-src 'none'; style-src s:; script-src 'nonce-once'");
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="once" src="s:/a.js">']);
});
