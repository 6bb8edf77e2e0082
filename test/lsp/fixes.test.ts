import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import { type Editor, LIKE_VSCODE, withEditor } from './editor.ts';
import { actions, damage, first, LETTER } from './noting.ts';

describe('a fix in several places', () => {
  const everywhere = async (editor: Editor) => {
    const uri = editor.open(LETTER);
    const offered = await actions(editor, uri, first(await damage(editor, uri)));
    const { edit } = offered.find(({ title }) => title === 'Change all 2 such places in this letter') ?? {};
    const [change] = edit?.documentChanges ?? [];
    assert.ok(edit && change && 'edits' in change);
    assert.equal(change.textDocument.version, 1);
    return { edit, edits: change.edits };
  };
  const { workspace: known } = LIKE_VSCODE;
  const workspaceEdit = { ...known?.workspaceEdit, changeAnnotationSupport: { groupsOnLabel: true } };

  test(
    'is shown before it is made by an editor that can',
    withEditor({ capabilities: { ...LIKE_VSCODE, workspace: { ...known, workspaceEdit } } }, async (editor) => {
      const { edit, edits } = await everywhere(editor);
      const [[id, annotation] = [], ...more] = Object.entries(edit.changeAnnotations ?? {});
      assert.deepEqual([annotation?.needsConfirmation, more], [true, []]);
      assert.equal(annotation?.label, 'Change all 2 such places in this letter');
      assert.deepEqual(
        edits.map((each) => 'annotationId' in each && each.annotationId),
        [id, id],
      );
    }),
  );

  test(
    'is plain edits elsewhere',
    withEditor({}, async (editor) => {
      const { edit, edits } = await everywhere(editor);
      assert.equal(edit.changeAnnotations, undefined);
      assert.ok(edits.every((each) => !('annotationId' in each)));
      assert.equal(edits.length, 2);
    }),
  );
});

describe('all certain fixes', () => {
  const only = (kind: string) => ({
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], only: [kind] },
  });

  test(
    'are one action where they are asked for by their kind, and only there',
    withEditor({}, async (editor) => {
      const uri = editor.open(LETTER);
      for (const kind of ['source', 'source.fixAll', 'source.fixAll.imr']) {
        const [action, ...more] = await editor.ask<CodeAction[]>('codeAction', uri, only(kind));
        assert.deepEqual([action?.kind, more.length], ['source.fixAll.imr', 0], kind);
        const [change] = action?.edit?.documentChanges ?? [];
        assert.ok(change && 'edits' in change);
        assert.equal(change.edits.length, 2);
        assert.equal(change.textDocument.version, 1);
      }
      for (const kind of ['quickfix', 'refactor', 'source.organizeImports', 'source.fixAll.other']) {
        const found = await editor.ask<CodeAction[]>('codeAction', uri, only(kind));
        assert.ok(
          found.every((action) => action.kind === 'quickfix'),
          kind,
        );
      }
    }),
  );
});
