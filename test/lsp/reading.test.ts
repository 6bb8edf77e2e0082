import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type CodeLens,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkupContent,
  type Position,
  type Range,
  type SelectionRange,
} from 'vscode-languageserver/node';
import { caseToJson, toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import {
  CASE_REQUEST,
  type CaseResult,
  COMMANDS,
  STATUS_NOTIFICATION,
  type StatusParams,
} from '../../server/src/protocol.ts';
import { type Editor, sample, withEditor } from './editor.ts';

const SEVERAL = sample('credentials-2015-several-issues');
const TWO = sample('two-letters');

const symbolsOf = (editor: Editor, uri: string) => editor.ask<DocumentSymbol[]>('documentSymbol', uri);

/** Where a phrase stands for the `nth` time, from 0. */
const placeOf = (text: string, phrase: string, nth = 0): Position => {
  const lines = text.split('\n');
  const line = lines.map((content, index) => (content.includes(phrase) ? index : -1)).filter((index) => index >= 0)[
    nth
  ];
  assert.ok(line !== undefined, `“${phrase}” is not there ${nth + 1} times`);
  return { line, character: lines[line]?.indexOf(phrase) ?? 0 };
};

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = (outer: Range, inner: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const assertNested = (symbol: DocumentSymbol): void => {
  assert.ok(holds(symbol.range, symbol.selectionRange), symbol.name);
  for (const child of symbol.children ?? []) {
    assert.ok(holds(symbol.range, child.range), child.name);
    assertNested(child);
  }
};

test(
  'the server says what it can do',
  withEditor({}, async ({ initialized }) => {
    assert.equal(initialized.serverInfo?.name, 'IMR Letters');
    assert.equal(initialized.capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(initialized.capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.ok(initialized.capabilities.diagnosticProvider);
  }),
);

/** A document that has no notes. */
const NOTES = { silenced: 0, stale: 0, notes: 'folder' } as const;

describe('the outline', () => {
  test(
    'of one letter has its case, sections and issues, each inside the one above',
    withEditor({}, async (editor) => {
      const symbols = await symbolsOf(editor, editor.open(SEVERAL));
      assert.equal(symbols.length, 1);
      assert.match(symbols[0]?.name ?? '', /^Case CM/);
      assert.match(symbols[0]?.detail ?? '', /6 issues/);
      for (const symbol of symbols) assertNested(symbol);
    }),
  );

  test(
    'of two letters stands where each of them does',
    withEditor({}, async (editor) => {
      const symbols = await symbolsOf(editor, editor.open(TWO));
      const lines = [placeOf(TWO, 'Case Number:', 0).line, placeOf(TWO, 'Case Number:', 1).line];
      assert.deepEqual(
        symbols.map(({ selectionRange }) => selectionRange.start.line),
        lines,
      );
      for (const symbol of symbols) assertNested(symbol);
    }),
  );

  test(
    'does not depend on the kind of line break, nor on a byte order mark',
    withEditor({}, async (editor) => {
      const plain = await symbolsOf(editor, editor.open(TWO));
      assert.deepEqual(await symbolsOf(editor, editor.open(TWO.replaceAll('\n', '\r\n'))), plain);
      const names = (symbols: readonly DocumentSymbol[]): unknown =>
        symbols.map(({ name, children }) => [name, names(children ?? [])]);
      assert.deepEqual(names(await symbolsOf(editor, editor.open(`\uFEFF${TWO}`))), names(plain));
    }),
  );
});

describe('a hover', () => {
  test(
    'on a citation of the second letter stands on its line',
    withEditor({}, async (editor) => {
      const phrase = 'Ankle and Foot Complaints 2004';
      const position = placeOf(TWO, phrase);
      const hover = await editor.ask<Hover | null>('hover', editor.open(TWO), { position });
      assert.ok(hover?.range && holds(hover.range, { start: position, end: position }));
      assert.ok(MarkupContent.is(hover.contents) && hover.contents.kind === 'markdown');
      assert.ok(hover.contents.value.length > 0);
    }),
  );

  test(
    'is plain text for an editor that shows no Markdown',
    withEditor({ capabilities: {} }, async (editor) => {
      const position = placeOf(TWO, 'Ankle and Foot Complaints 2004');
      const hover = await editor.ask<Hover | null>('hover', editor.open(TWO), { position });
      assert.ok(MarkupContent.is(hover?.contents) && hover.contents.kind === 'plaintext');
    }),
  );

  test(
    'in prose, or beyond the text, is none',
    withEditor({}, async (editor) => {
      const uri = editor.open(TWO);
      const position = placeOf(TWO, 'school cook');
      assert.equal(await editor.ask('hover', uri, { position }), null);
      assert.equal(await editor.ask('hover', uri, { position: { line: 99_999, character: 7 } }), null);
    }),
  );
});

test(
  'folding ranges lie in the document and take more than a line',
  withEditor({}, async (editor) => {
    const ranges = await editor.ask<FoldingRange[]>('foldingRange', editor.open(TWO));
    assert.ok(ranges.length > 4);
    const last = TWO.split('\n').length;
    for (const { startLine, endLine } of ranges) assert.ok(0 <= startLine && startLine < endLine && endLine < last);
    const starts = ranges.map(({ startLine }) => startLine);
    assert.ok(starts.includes(placeOf(TWO, 'CLINICAL CASE SUMMARY', 1).line));
  }),
);

test(
  'a selection grows from every cursor',
  withEditor({}, async (editor) => {
    const positions = [placeOf(TWO, 'Synvisc'), placeOf(TWO, 'orthotics, one pair')];
    const answers = await editor.ask<SelectionRange[]>('selectionRange', editor.open(TWO), { positions });
    assert.equal(answers.length, 2);
    for (const [index, position] of positions.entries()) {
      let ranges = 0;
      for (let one = answers[index]; one; one = one.parent, ranges++) {
        assert.ok(holds(one.range, { start: position, end: position }));
        if (one.parent) assert.ok(holds(one.parent.range, one.range));
      }
      assert.ok(ranges > 2);
    }
  }),
);

describe('code lenses', () => {
  const titlesOf = (lenses: readonly CodeLens[]) => lenses.map(({ command }) => command?.title);

  test(
    'stand above the letter and each issue and name their letter',
    withEditor({}, async (editor) => {
      const uri = editor.open(TWO);
      const lenses = await editor.ask<CodeLens[]>('codeLens', uri);
      const exports = lenses.filter(({ command }) => command?.command === COMMANDS.exportCase);
      assert.deepEqual(
        exports.map(({ command }) => command?.arguments),
        [[{ uri, letter: 1 }], [{ uri, letter: 2 }]],
      );
      const copies = lenses.filter(({ command }) => command?.command === COMMANDS.copyIssue);
      assert.equal(copies.length, 3);
      const lines = copies.map(({ range }) => range.start.line);
      assert.deepEqual(
        lines,
        ['Synvisc One', 'Ibuprofen 800mg', 'Custom molded'].map((item) => placeOf(TWO, item).line),
      );
    }),
  );

  test(
    'that nobody could run are left out',
    withEditor({ initialize: { initializationOptions: {} } }, async (editor) => {
      const lenses = await editor.ask<CodeLens[]>('codeLens', editor.open(TWO));
      assert.ok(lenses.length > 0);
      assert.ok(lenses.every(({ command }) => !command?.command));
    }),
  );

  test(
    'can be turned off',
    withEditor({ settings: () => ({ codeLens: { letter: false } }) }, async (editor) => {
      const titles = titlesOf(await editor.ask<CodeLens[]>('codeLens', editor.open(TWO)));
      assert.ok(titles.includes('Copy as JSON'));
      assert.ok(!titles.includes('Export case…'));
    }),
  );
});

describe('a case', () => {
  test(
    'is the record that the command line writes',
    withEditor({}, async (editor) => {
      const uri = editor.open(TWO);
      const [, second] = parse(TWO);
      assert.ok(second);
      const found = await editor.request<CaseResult>(CASE_REQUEST, { uri, letter: 2, format: 'json' });
      assert.deepEqual(found.files[0].content, { text: caseToJson(toCase(second, uri)) });
      assert.equal(found.suggestedName, 'CM15-0240078.json');
      const all = await editor.request<CaseResult>(CASE_REQUEST, { uri, format: 'json' });
      assert.equal(all.count, 2);
      const { content } = all.files[0];
      assert.equal(JSON.parse('text' in content ? content.text : '').length, 2);
    }),
  );

  test(
    'of a document or letter that is not there is null',
    withEditor({}, async (editor) => {
      const uri = editor.open(TWO);
      assert.equal(await editor.request(CASE_REQUEST, { uri, letter: 3, format: 'json' }), null);
      assert.equal(await editor.request(CASE_REQUEST, { uri: 'file:///no', format: 'json' }), null);
    }),
  );
});

test(
  'the status follows the text',
  withEditor({}, async (editor) => {
    const uri = editor.open(TWO);
    const first = await editor.waitFor<StatusParams>(STATUS_NOTIFICATION);
    assert.deepEqual(
      { ...first, problems: 0, ...NOTES },
      { uri, version: 1, format: 'prose-2014', letters: 2, issues: 3, problems: 0, ...NOTES },
    );
    editor.change(uri, 2, { text: SEVERAL });
    const second = await editor.waitFor<StatusParams>(STATUS_NOTIFICATION, ({ version }) => version === 2);
    assert.equal(second.letters, 1);
    assert.equal(second.issues, 6);
    assert.equal(second.format, 'credentials-2015');
  }),
);

for (const [name, options] of [
  ['over node IPC', { transport: 'ipc' }],
  ['started by the command line', { program: ['dist/cli.js', 'lsp', '--stdio'] }],
  ['without an argument', { program: ['dist/server.js'] }],
] as const) {
  test(
    `the server answers ${name}`,
    withEditor(options, async (editor) => {
      assert.equal((await symbolsOf(editor, editor.open(TWO))).length, 2);
      assert.equal(await editor.stop(), 0);
    }),
  );
}

test(
  'edits in parts give what the whole text gives',
  withEditor({}, async (editor) => {
    let text = TWO;
    const uri = editor.open(text);
    // A small generator of pseudo-random numbers, so that every run makes the same edits.
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let version = 2; version < 60; version++) {
      const lines = text.split('\n');
      const line = random(lines.length);
      const start = { line, character: random((lines[line]?.length ?? 0) + 1) };
      const endLine = Math.min(lines.length - 1, line + random(3));
      const end = {
        line: endLine,
        character: endLine === line ? start.character : random((lines[endLine]?.length ?? 0) + 1),
      };
      const insert =
        ['', 'x', '\n', 'CLINICAL CASE SUMMARY\n', ': Upheld\n', TWO.slice(random(900), 1_500)][random(6)] ?? '';
      const before = [...lines.slice(0, line), (lines[line] ?? '').slice(0, start.character)].join('\n');
      const after = [(lines[endLine] ?? '').slice(end.character), ...lines.slice(endLine + 1)].join('\n');
      text = before + insert + after;
      editor.change(uri, version, { range: { start, end }, text: insert });
      if (version % 6 === 0) await symbolsOf(editor, uri);
    }
    const whole = editor.open(text);
    assert.deepEqual(await symbolsOf(editor, uri), await symbolsOf(editor, whole));
    // Related places name the document.
    const problemsOf = async (document: string) =>
      JSON.parse(JSON.stringify(await editor.problems(document)).replaceAll(document, 'the document')) as unknown;
    assert.deepEqual(await problemsOf(uri), await problemsOf(whole));
  }),
);
