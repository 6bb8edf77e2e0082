import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
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

describe('definition and references', () => {
  const text = `${TWO.trimEnd()} The cited guidelines and the MTUS say so.\n`;
  const position = behind(text, 'and the MTUS');

  test(
    'from a mention in the second letter to the citation of its issue',
    withEditor({ capabilities: { textDocument: { definition: { linkSupport: true } } } }, async (editor) => {
      const uri = editor.open(text);
      const links = await editor.ask<LocationLink[]>('definition', uri, { position });
      assert.ok(links.length > 0);
      for (const { targetUri, targetRange, originSelectionRange } of links) {
        assert.equal(targetUri, uri);
        assert.match(textAt(text, targetRange), /MTUS/);
        assert.ok(targetRange.start.line > lineCount(TWO) / 2 && targetRange.end.line < position.line);
        assert.equal(originSelectionRange && textAt(text, originSelectionRange), 'MTUS');
      }
    }),
  );

  test(
    'places alone for an editor that knows no links',
    withEditor({}, async (editor) => {
      const uri = editor.open(text);
      const [place] = await editor.ask<Location[]>('definition', uri, { position });
      assert.equal(place?.uri, uri);
    }),
  );

  test(
    'references are found in all open letters, not in closed ones outside of the workspace',
    withEditor({}, async (editor) => {
      const [here, other, closed] = [editor.open(text), editor.open(SEVERAL), editor.open(SEVERAL)];
      editor.close(closed);
      const context = { includeDeclaration: true };
      const places = await editor.ask<Location[]>('references', here, { position, context });
      assert.deepEqual([...new Set(places.map(({ uri }) => uri))], [here, other]);
      for (const { uri, range } of places)
        assert.match(textAt(uri === here ? text : SEVERAL, range), /^M(?:TUS|edical)/);
    }),
  );

  test('references are found in the files of the workspace too, and no bad file stops them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'imr-'));
    const at = (name: string) => pathToFileURL(join(folder, name)).href;
    await mkdir(join(folder, 'more'));
    await writeFile(join(folder, 'more', 'several.imr.txt'), SEVERAL);
    await writeFile(join(folder, 'open.imr.txt'), 'as it was on the disk: the MTUS');
    await writeFile(join(folder, 'notes.txt'), 'A note that names the MTUS and is no letter.');
    await writeFile(join(folder, 'bad.txt'), Buffer.from([0, 1, 2, 0xff, 0, 0]));
    const run = withEditor({ initialize: { workspaceFolders: [{ uri: at(''), name: 'letters' }] } }, async (editor) => {
      const [here, open] = [editor.open(text), editor.open(SEVERAL, at('open.imr.txt'))];
      const context = { includeDeclaration: true };
      const places = await editor.ask<Location[]>('references', here, { position, context });
      const files = [...new Set(places.map(({ uri }) => uri))];
      assert.deepEqual(files.slice(0, 2).sort(), [here, open].sort());
      assert.deepEqual(files.slice(2), [at('more/several.imr.txt')]);
      const count = (uri: string) => places.filter((place) => place.uri === uri).length;
      assert.equal(count(at('more/several.imr.txt')), count(open), 'the same letter, open and closed');
    });
    await run();
    await rm(folder, { recursive: true });
  });

  test(
    'a highlight stands on every mention in the letter, and is none in prose',
    withEditor({}, async (editor) => {
      const uri = editor.open(text);
      const marks = await editor.ask<DocumentHighlight[]>('documentHighlight', uri, { position });
      assert.ok(marks.length > 1);
      for (const { range } of marks) assert.match(textAt(text, range), /^M(?:TUS|edical)/);
      assert.equal(await editor.ask('documentHighlight', uri, { position: behind(text, 'school cook') }), null);
    }),
  );
});

describe('completion', () => {
  test(
    'in the second letter, as an edit of what is typed there',
    withEditor({}, async (editor) => {
      assert.deepEqual(editor.initialized.capabilities.completionProvider, { triggerCharacters: [':', ','] });
      const typed = `${TWO.trimEnd()}\n\nWalking boot: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Ankle\n`;
      const position = behind(typed, 'guideline: Decision based on MTUS Ankle\n');
      const end = {
        line: position.line - 1,
        character: 'Claims Administrator guideline: Decision based on MTUS Ankle'.length,
      };
      const items = await editor.ask<CompletionItem[]>('completion', editor.open(typed), { position: end });
      const item = items.find(({ label }) => label === 'Ankle and Foot Complaints 2004');
      assert.ok(item?.textEdit && 'range' in item.textEdit);
      assert.deepEqual(item.textEdit.range, { start: { ...end, character: end.character - 5 }, end });
      assert.equal(item.textEdit.newText, item.label);
    }),
  );

  test(
    'is none in prose',
    withEditor({}, async (editor) => {
      const uri = editor.open(TWO);
      assert.deepEqual(await editor.ask('completion', uri, { position: behind(TWO, 'school cook') }), []);
    }),
  );
});

describe('formatting', () => {
  const OPTIONS = { tabSize: 4, insertSpaces: true };
  const SPACED = sample('prose-2014-double-spaced');

  /** The text after edits, made from the last to the first. */
  const edited = (text: string, edits: readonly TextEdit[]): string => {
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
    return [...edits]
      .reverse()
      .reduce(
        (done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
        text,
      );
  };
  const longest = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length));

  test(
    'sets all letters of a document in lines of the width that the settings say, and is done then',
    withEditor({ settings: () => ({ format: { width: 60 } }) }, async (editor) => {
      const text = `${SPACED}\f${TWO}`;
      const edits = await editor.ask<TextEdit[]>('formatting', editor.open(text), { options: OPTIONS });
      const after = edited(text, edits);
      assert.ok(longest(after) <= 60, String(longest(after)));
      assert.doesNotMatch(after, /\n\n\n|\f| \n/);
      assert.equal(after.replace(/\s/g, ''), text.replace(/\s/g, ''));
      assert.deepEqual(await editor.ask('formatting', editor.open(after), { options: OPTIONS }), []);
    }),
  );

  test(
    'of a range in the second letter sets the paragraphs there alone',
    withEditor({}, async (editor) => {
      const { line } = behind(TWO, 'school cook');
      const range = { start: { line, character: 0 }, end: { line, character: 5 } };
      const edits = await editor.ask<TextEdit[]>('rangeFormatting', editor.open(TWO), { range, options: OPTIONS });
      assert.ok(edits.length > 0);
      const paragraph = /^.*school cook.*$/m.exec(edited(TWO, edits))?.[0] ?? '';
      assert.ok(paragraph.length > 200);
      const [before, after] = edited(TWO, edits).split(paragraph);
      assert.ok(TWO.startsWith(before ?? 'x') && TWO.endsWith(after ?? 'x'));
    }),
  );
});
