import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exactMarks, type FoundMark } from '../../../server/src/letter/marks.ts';
import { findMarks } from '../../../server/src/letter/skeleton.ts';
import { missingMarks } from '../../../server/src/letter/whole.ts';
import { splitLines } from '../../../server/src/text/lines.ts';

/* Which letters are searched for damaged headings and labels, on the project's invented letters of 2013. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LETTERS = ['samples', 'test/letters'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.includes('-2013') && name.endsWith('.imr.txt'))
    .map((name) => ({ name, text: readFileSync(path.join(ROOT, folder, name), 'utf8') })),
);

const marksOf = (text: string): readonly FoundMark[] => exactMarks(splitLines(text));
const missing = (text: string): readonly string[] | null => missingMarks(splitLines(text), marksOf(text));
const ids = (text: string): readonly string[] => findMarks(splitLines(text)).map(({ row }) => row.id);

/** The text with the second letter of a mark gone. */
const damaged = (text: string, { mark }: FoundMark): string =>
  text.slice(0, mark.span.start + 1) + text.slice(mark.span.start + 2);

describe('a whole letter of 2013', () => {
  test('is not searched for damaged marks', () => {
    assert.ok(LETTERS.length > 15);
    const disclaimed = /Disclaimer:(?! MAXIMUS)/;
    for (const { name, text } of LETTERS) {
      // One disclaimer may hide another.
      const hidden = disclaimed.test(text) && !text.includes('\nDisclaimer: MAXIMUS') ? ['disclaimer'] : [];
      assert.deepEqual(missing(text), hidden, name);
    }
  });

  for (const { name, text } of LETTERS)
    test(`has each of its marks when one is damaged: ${name}`, () => {
      const clean = ids(text);
      const marks = marksOf(text).filter(({ row }) => ['heading', 'label', 'title'].includes(row.kind));
      assert.ok(marks.length > 5);
      for (const mark of marks) {
        assert.equal(missing(damaged(text, mark)), null, mark.row.id);
        assert.deepEqual(ids(damaged(text, mark)), clean, mark.row.id);
      }
    });

  test('with more requests than parts is searched', () => {
    const notice = LETTERS.find(({ name }) => name === 'notice-2013.imr.txt')?.text ?? '';
    const start = notice.lastIndexOf('2) Regarding the request for');
    const end = notice.indexOf('Disclaimer: MAXIMUS is providing');
    assert.ok(start > 0 && end > start);
    assert.equal(missing(notice.slice(0, start) + notice.slice(end)), null);
  });
});

describe('a cover page', () => {
  const cover = readFileSync(path.join(ROOT, 'test/letters/cover-partial.imr.txt'), 'utf8');

  test('without its list of documents is searched for that alone', () => {
    assert.deepEqual(missing(cover), ['documents']);
    const at = cover.indexOf('HOW THE IMR FINAL DETERMINATION WAS MADE');
    const listed = (heading: string): string => `${cover.slice(0, at)}${heading}\n\n${cover.slice(at)}`;
    assert.ok(ids(listed('DOCUMENTS REVlEWED')).includes('documents'));
    assert.deepEqual(ids(listed('Case sumary:')), ids(cover));
  });
});
