import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type {
  CodeAction,
  Diagnostic,
  PublishDiagnosticsParams,
  Range,
  SnippetTextEdit,
  TextEdit,
} from 'vscode-languageserver/node';
import { COMMANDS } from '../../server/src/protocol.ts';
import { type Editor, LIKE_VSCODE, PLAIN, sample, withEditor } from './editor.ts';

const DAMAGED = sample('damaged-fields');
const SOUND = sample('credentials-2015');

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId: string;
  readonly items?: readonly Diagnostic[];
}

const pull = (editor: Editor, uri: string, previousResultId?: string) =>
  editor.ask<Report>('diagnostic', uri, previousResultId === undefined ? {} : { previousResultId });

describe('an editor that pulls', () => {
  test(
    'gets the problems of a damaged letter, each with code, source and page',
    withEditor({}, async (editor) => {
      const problems = await editor.problems(editor.open(DAMAGED));
      const codes = codesOf(problems);
      for (const code of ['missing.reviewer-specialty', 'missing.decision', 'missing.rationale']) {
        assert.ok(codes.includes(code), `${code} among ${codes.join(', ')}`);
      }
      for (const { code, codeDescription, source, message } of problems) {
        assert.equal(source, 'imr');
        assert.equal(codeDescription?.href, `https://example.org/checks/${code}.md`);
        assert.notEqual(message, '');
      }
    }),
  );

  test(
    'gets none of a sound letter, and is never sent any',
    withEditor({}, async (editor) => {
      assert.deepEqual(await editor.problems(editor.open(SOUND)), []);
      await editor.waitFor('imr/status');
      assert.deepEqual(editor.received('textDocument/publishDiagnostics'), []);
    }),
  );

  test(
    'is told “unchanged” until something changes',
    withEditor({}, async (editor) => {
      const uri = editor.open(DAMAGED);
      const first = await pull(editor, uri);
      assert.equal(first.kind, 'full');
      const same: Report = { kind: 'unchanged', resultId: first.resultId };
      assert.deepEqual(await pull(editor, uri, first.resultId), same);
      const lastLine = DAMAGED.split('\n').length - 1;
      const range = { start: { line: lastLine, character: 0 }, end: { line: lastLine, character: 0 } };
      editor.change(uri, 2, { range, text: ' ' });
      assert.deepEqual(await pull(editor, uri, first.resultId), same);
      editor.change(uri, 3, { range: TOP, text: '\n' });
      const moved = await pull(editor, uri, first.resultId);
      assert.equal(moved.kind, 'full');
      assert.notEqual(moved.resultId, first.resultId);
    }),
  );

  test(
    'sees settings at work, and is asked to come again when they change',
    (() => {
      let level = 'off';
      return withEditor({ settings: () => ({ checks: { 'missing.decision': level } }) }, async (editor) => {
        const uri = editor.open(DAMAGED);
        assert.ok(!codesOf(await editor.problems(uri)).includes('missing.decision'));
        level = 'hint';
        editor.notify('workspace/didChangeConfiguration', { settings: null });
        await editor.waitFor('workspace/diagnostic/refresh');
        await editor.waitFor('workspace/codeLens/refresh');
        const found = (await editor.problems(uri)).find(({ code }) => code === 'missing.decision');
        assert.equal(found?.severity, 4);
        assert.ok(editor.received('client/registerCapability').length > 0);
      });
    })(),
  );

  test(
    'finds settings of each folder for itself',
    withEditor(
      { settings: (uri) => ({ checks: { 'missing.decision': uri.includes('/quiet/') ? 'off' : 'warning' } }) },
      async (editor) => {
        const quiet = await editor.problems(editor.open(DAMAGED, 'file:///quiet/a.imr'));
        const loud = await editor.problems(editor.open(DAMAGED, 'file:///loud/a.imr'));
        assert.ok(!codesOf(quiet).includes('missing.decision'));
        assert.ok(codesOf(loud).includes('missing.decision'));
      },
    ),
  );

  test(
    'has wrong settings named in the log, once',
    withEditor({ settings: () => ({ checks: { 'missing.decision': 'loud' } }) }, async (editor) => {
      assert.ok(codesOf(await editor.problems(editor.open(DAMAGED))).includes('missing.decision'));
      await editor.problems(editor.open(DAMAGED));
      assert.deepEqual(
        editor.logged.filter((line) => line.includes('missing.decision')),
        ['Setting imr.checks.missing.decision is ignored: one of error, warning, information, hint, off.'],
      );
    }),
  );
});

describe('an editor that cannot pull', () => {
  const published = (editor: Editor, version?: number) =>
    editor.waitFor<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => version === undefined || params.version === version,
    );

  test(
    'is sent the problems of each version, and none after closing',
    withEditor({ capabilities: PLAIN }, async (editor) => {
      assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
      const uri = editor.open(DAMAGED);
      const first = await published(editor, 1);
      assert.ok(codesOf(first.diagnostics).includes('missing.decision'));
      editor.change(uri, 2, { text: SOUND });
      assert.deepEqual(await published(editor, 2), { uri, version: 2, diagnostics: [] });
      editor.change(uri, 3, { text: DAMAGED });
      await published(editor, 3);
      editor.close(uri);
      assert.deepEqual(await editor.waitFor('textDocument/publishDiagnostics', isWithdrawal), { uri, diagnostics: [] });
    }),
  );

  const isWithdrawal = ({ version }: PublishDiagnosticsParams): boolean => version === undefined;

  test(
    'never gets an older version after a newer one',
    withEditor({ capabilities: PLAIN }, async (editor) => {
      const uri = editor.open(DAMAGED);
      const LAST = 40;
      for (let version = 2; version <= LAST; version++) editor.change(uri, version, { range: TOP, text: '\n' });
      const last = await published(editor, LAST);
      const versions = editor
        .received<PublishDiagnosticsParams>('textDocument/publishDiagnostics')
        .map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        versions.toSorted((a, b) => a - b),
      );
      const shifted = codesOf(last.diagnostics);
      assert.ok(shifted.length > 0);
      assert.ok(last.diagnostics.every(({ range }) => range.start.line >= LAST - 1));
    }),
  );

  test(
    'may send its settings along with their change',
    withEditor({ capabilities: PLAIN }, async (editor) => {
      editor.open(DAMAGED);
      await published(editor);
      editor.notify('workspace/didChangeConfiguration', {
        settings: { imr: { checks: { 'missing.decision': 'off' } } },
      });
      const without = await editor.waitFor<PublishDiagnosticsParams>(
        'textDocument/publishDiagnostics',
        ({ diagnostics }) => !codesOf(diagnostics).includes('missing.decision'),
      );
      assert.ok(without.diagnostics.length > 0);
    }),
  );
});

describe('a quick fix', () => {
  const actionsFor = async (editor: Editor, uri: string, code: string, only?: readonly string[]) => {
    const problem = (await editor.problems(uri)).find((one) => one.code === code);
    assert.ok(problem, `${code} is not found`);
    const context = { diagnostics: [problem], ...(only && { only }) };
    const actions = await editor.ask<CodeAction[]>('codeAction', uri, { range: problem.range, context });
    return { problem, actions };
  };

  const applied = (text: string, { range, newText }: TextEdit): string => {
    const lines = text.split('\n');
    const before = [
      ...lines.slice(0, range.start.line),
      (lines[range.start.line] ?? '').slice(0, range.start.character),
    ];
    const after = [(lines[range.end.line] ?? '').slice(range.end.character), ...lines.slice(range.end.line + 1)];
    return before.join('\n') + newText + after.join('\n');
  };

  /** Two letters, so that what is fixed stands far from the beginning. */
  const BOTH = SOUND + DAMAGED;

  test(
    'of a missing decision offers a choice as a snippet, at the version it was made for',
    withEditor({}, async (editor) => {
      const uri = editor.open(BOTH);
      editor.change(uri, 2, { range: TOP, text: '\n' });
      const { problem, actions } = await actionsFor(editor, uri, 'missing.decision');
      const [fix] = actions.filter(({ edit }) => edit);
      assert.deepEqual(fix?.diagnostics, [problem]);
      const [change] = fix?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      assert.deepEqual(change.textDocument, { uri, version: 2 });
      const [edit] = change.edits as SnippetTextEdit[];
      assert.equal(edit?.snippet.kind, 'snippet');
      assert.ok((edit?.range.start.line ?? 0) >= SOUND.split('\n').length);
    }),
  );

  test(
    'in plain text mends the letter',
    withEditor({ capabilities: { ...LIKE_VSCODE, workspace: {} } }, async (editor) => {
      const uri = editor.open(BOTH);
      const { actions } = await actionsFor(editor, uri, 'missing.rationale');
      const [edit] = actions.find((action) => action.edit)?.edit?.changes?.[uri] ?? [];
      assert.ok(edit);
      const before = (await editor.problems(uri)).length;
      const mended = applied(BOTH, edit);
      assert.notEqual(mended, BOTH);
      editor.change(uri, 2, { text: mended });
      assert.ok((await editor.problems(uri)).length <= before);
    }),
  );

  test(
    'can be explained by an editor that has the command, and only there',
    withEditor({}, async (editor) => {
      const { actions } = await actionsFor(editor, editor.open(DAMAGED), 'missing.decision');
      assert.deepEqual(
        actions.flatMap(({ command }) => (command?.command === COMMANDS.explain ? command.arguments : [])),
        ['missing.decision'],
      );
    }),
  );

  test(
    'names no command to an editor without the extension’s',
    withEditor({ initialize: { initializationOptions: null } }, async (editor) => {
      const { actions, problem } = await actionsFor(editor, editor.open(DAMAGED), 'missing.decision');
      assert.ok(actions.length > 0);
      for (const { command } of actions)
        assert.ok(
          !command || editor.initialized.capabilities.executeCommandProvider?.commands.includes(command.command),
        );
      assert.equal(problem.codeDescription, undefined);
    }),
  );

  test(
    'is not offered where others are asked for, nor where no problem is',
    withEditor({}, async (editor) => {
      const uri = editor.open(DAMAGED);
      assert.deepEqual((await actionsFor(editor, uri, 'missing.decision', ['refactor'])).actions, []);
      assert.ok((await actionsFor(editor, uri, 'missing.decision', ['quickfix'])).actions.length > 0);
      const elsewhere = await editor.ask<CodeAction[]>('codeAction', uri, { range: TOP, context: { diagnostics: [] } });
      assert.deepEqual(elsewhere, []);
    }),
  );
});
