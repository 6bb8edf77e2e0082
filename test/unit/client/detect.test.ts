import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Candidate, decide, detectMode, otherLanguage } from '../../../client/src/detect/decide.ts';
import { headOf } from '../../../client/src/detect/head.ts';
import { KeptPlainText } from '../../../client/src/detect/kept.ts';

const letter: Candidate = {
  languageId: 'plaintext',
  scheme: 'file',
  mode: 'auto',
  kept: false,
  asked: false,
  isLetter: () => true,
};
const unread = (): boolean => assert.fail('the document was read for nothing');

describe('what is done about a document', () => {
  test('plain text that is a letter is switched, wherever it is stored', () => {
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'git', 'https']) {
      assert.equal(decide({ ...letter, scheme }), 'switch', scheme);
    }
  });

  test('plain text that is none is left', () => {
    assert.equal(decide({ ...letter, isLetter: () => false }), 'leave');
    assert.equal(decide({ ...letter, mode: 'ask', isLetter: () => false }), 'leave');
  });

  test('`ask` asks once', () => {
    assert.equal(decide({ ...letter, mode: 'ask' }), 'ask');
    assert.equal(decide({ ...letter, mode: 'ask', asked: true, isLetter: unread }), 'leave');
  });

  test('nothing is read where the answer does not matter', () => {
    const cases: Partial<Candidate>[] = [
      { mode: 'off' },
      { kept: true },
      { languageId: 'imr-letter' },
      { languageId: 'markdown' },
      { scheme: 'output' },
      { scheme: 'vscode-scm' },
    ];
    for (const change of cases) assert.equal(decide({ ...letter, isLetter: unread, ...change }), 'leave');
  });

  test('a setting that is none of its values counts as the default', () => {
    assert.equal(detectMode('ask'), 'ask');
    assert.equal(detectMode('off'), 'off');
    for (const value of [undefined, null, true, 'AUTO', 7, {}]) assert.equal(detectMode(value), 'auto');
  });

  test('the language goes back and forth', () => {
    assert.equal(otherLanguage('imr-letter'), 'plaintext');
    assert.equal(otherLanguage('plaintext'), 'imr-letter');
    assert.equal(otherLanguage('markdown'), 'imr-letter');
  });
});

describe('the head of a document', () => {
  const documentOf = (lines: readonly string[]) => {
    const read: number[] = [];
    const lineAt = (line: number) => {
      read.push(line);
      return { text: lines[line] ?? '' };
    };
    return { lineCount: lines.length, lineAt, read };
  };

  test('is the whole of a short one', () => {
    assert.equal(headOf(documentOf(['one', '', 'three']), 100), 'one\n\nthree');
    assert.equal(headOf(documentOf(['']), 100), '');
  });

  test('is cut at the limit, and no line beyond is read', () => {
    const document = documentOf(['12345', '67890', 'abcde', 'fghij']);
    assert.equal(headOf(document, 8), '12345\n67');
    assert.deepEqual(document.read, [0, 1]);
  });

  test('of one endless line is as long as the limit', () => {
    assert.equal(headOf(documentOf(['x'.repeat(1000)]), 64), 'x'.repeat(64));
  });
});

describe('documents kept as plain text', () => {
  const memoryOf = (value: unknown) => {
    const memory = {
      value,
      get: () => memory.value,
      update: async (_key: string, next: unknown) => {
        memory.value = next;
      },
    };
    return memory;
  };
  const uri = (text: string) => ({ scheme: text.slice(0, text.indexOf(':')), toString: () => text });

  test('are remembered beyond the session', () => {
    const memory = memoryOf(undefined);
    new KeptPlainText(memory).add(uri('file:///a.txt'));
    assert.ok(new KeptPlainText(memory).has(uri('file:///a.txt')));
    assert.ok(!new KeptPlainText(memory).has(uri('file:///b.txt')));
  });

  test('are forgotten when they are letters again', () => {
    const memory = memoryOf(undefined);
    const kept = new KeptPlainText(memory);
    kept.add(uri('file:///a.txt'));
    kept.delete(uri('file:///a.txt'));
    assert.ok(!kept.has(uri('file:///a.txt')));
    assert.deepEqual(memory.value, []);
  });

  test('untitled ones are remembered until they are closed, and never beyond the session', () => {
    const memory = memoryOf(undefined);
    const kept = new KeptPlainText(memory);
    kept.add(uri('untitled:Untitled-1'));
    assert.ok(kept.has(uri('untitled:Untitled-1')));
    assert.equal(memory.value, undefined);
    kept.close(uri('untitled:Untitled-1'));
    assert.ok(!kept.has(uri('untitled:Untitled-1')));
  });

  test('a saved one stays kept when it is closed', () => {
    const kept = new KeptPlainText(memoryOf(undefined));
    kept.add(uri('file:///a.txt'));
    kept.close(uri('file:///a.txt'));
    assert.ok(kept.has(uri('file:///a.txt')));
  });

  test('the oldest go when there are too many', () => {
    const memory = memoryOf(undefined);
    const kept = new KeptPlainText(memory);
    for (let number = 0; number < 501; number++) kept.add(uri(`file:///${number}.txt`));
    assert.ok(!kept.has(uri('file:///0.txt')));
    assert.ok(kept.has(uri('file:///1.txt')));
    assert.ok(kept.has(uri('file:///500.txt')));
  });

  test('a memory that holds something else counts as empty', () => {
    for (const value of [null, 'x', 7, {}, [1, 2]]) {
      assert.ok(!new KeptPlainText(memoryOf(value)).has(uri('file:///a.txt')));
    }
  });
});
