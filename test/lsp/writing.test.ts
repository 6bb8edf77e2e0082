import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentLink, InlayHint, Position, Range } from 'vscode-languageserver/node';
import { sample, withEditor } from './editor.ts';

const TWO = sample('two-letters');
const SEVERAL = sample('credentials-2015-several-issues');
const lineCount = (text: string): number => text.split('\n').length;
const whole = (text: string): Range => ({
  start: { line: 0, character: 0 },
  end: { line: lineCount(text), character: 0 },
});

/** The text of a range, which may take several lines. */
const textAt = (text: string, { start, end }: Range): string => {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = (lines.pop() ?? '').slice(0, end.character);
  return [...lines, last].join('\n').slice(start.character);
};

/** The position right behind a phrase. */
const behind = (text: string, phrase: string): Position => {
  const before = text.slice(0, text.indexOf(phrase) + phrase.length).split('\n');
  assert.ok(text.includes(phrase), phrase);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

describe('document links', () => {
  test(
    'stand on what the second letter prints, also over a line end',
    withEditor({}, async (editor) => {
      const text = `${TWO.trimEnd()} See https://example.org/a-\nb.html and section 9792.24.2.\n`;
      const links = await editor.ask<DocumentLink[]>('documentLink', editor.open(text));
      assert.deepEqual(
        links.slice(-2).map(({ range, target }) => [textAt(text, range), target]),
        [
          ['https://example.org/a-\nb.html', 'https://example.org/a-b.html'],
          ['section 9792.24.2', 'https://www.dir.ca.gov/t8/9792_24_2.html'],
        ],
      );
    }),
  );
});

describe('inlay hints', () => {
  test(
    'are none by themselves',
    withEditor({}, async (editor) => {
      assert.deepEqual(await editor.ask('inlayHint', editor.open(SEVERAL), { range: whole(SEVERAL) }), []);
    }),
  );

  test(
    'stand behind the dates of the second letter, within the range that is asked for',
    withEditor({ settings: () => ({ inlayHints: { dates: true } }) }, async (editor) => {
      const text = `${TWO.trimEnd()} Seen on 1-25-08.\n`;
      const uri = editor.open(text);
      const position = behind(text, 'Seen on 1-25-08');
      const line = { start: { ...position, character: 0 }, end: position };
      const hints = await editor.ask<InlayHint[]>('inlayHint', uri, { range: line });
      assert.deepEqual(
        hints.map((hint) => [hint.position, hint.label]),
        [[position, '2008-01-25']],
      );
      const all = await editor.ask<InlayHint[]>('inlayHint', uri, { range: whole(text) });
      assert.ok(all.length > hints.length);
    }),
  );

  test(
    'are asked for anew when settings change',
    withEditor({ capabilities: { workspace: { inlayHint: { refreshSupport: true } } } }, async (editor) => {
      editor.notify('workspace/didChangeConfiguration', { settings: {} });
      assert.equal(await editor.waitFor('workspace/inlayHint/refresh'), undefined);
    }),
  );
});
