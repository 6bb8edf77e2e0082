import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { onlyLetter } from './fixing.ts';
import { changed, dated, LETTER_2015, STYLES, type Style, textOf } from './letters.ts';

/** What is printed in one of the prose parts of a letter, and what it should read. */
export interface Slip {
  readonly code: string;
  readonly printed: string;
  /** What the text reads after the first fix; null where there is none. */
  readonly meant: string | null;
  /** The block whose text it becomes part of: the summary, or another whose whole text it is. */
  readonly block?: 'maximus-2' | 'title-2' | 'credentials' | 'header';
}

const lettered = (
  text: string,
  block: Slip['block'] | 'summary',
): readonly { id: string; lines: readonly string[] }[] => {
  const blocks = dated(LETTER_2015, '3/2/2017', '4/6/2017');
  if (block === 'summary') return changed(blocks, 'summary', 'The skin', `${text} The skin`);
  return blocks.map((each) => (each.id === block ? { id: each.id, lines: [text] } : each));
};

/** The letter with a text in its summary, or in place of another block. */
export const letterWith = (text: string, block: Slip['block'], style: Style, lineBreak: '\n' | '\r\n' = '\n'): string =>
  textOf(lettered(text, block ?? 'summary'), style, lineBreak);

const ofCode = (letter: Letter, code: string): readonly Problem[] =>
  checkLetter(letter, { [code]: 'warning' }).filter((problem) => problem.code === code);

/** The slip is found however the letter is set, and its first fix brings what is meant, with nothing left to find. */
export const finds = ({ code, printed, meant, block }: Slip): void => {
  test(`${code}: ${printed}`, () => {
    for (const style of Object.keys(STYLES) as Style[]) {
      for (const lineBreak of ['\n', '\r\n'] as const) {
        const text = letterWith(printed, block, style, lineBreak);
        const letter = onlyLetter(text);
        const [problem, ...more] = ofCode(letter, code);
        assert.ok(problem, style);
        assert.equal(more.length, 0, style);
        const [fix] = fixesFor(problem, letter);
        if (meant === null) {
          assert.equal(fix, undefined);
          continue;
        }
        assert.ok(fix, 'a fix');
        const fixed = fix.edits.reduceRight(
          (now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end),
          text,
        );
        assert.equal(fixed, letterWith(meant, block, style, lineBreak));
        assert.deepEqual(ofCode(onlyLetter(fixed), code), [], 'nothing is left');
      }
    }
  });
};

/** Nothing of the category is found. */
export const isSilent = (category: string, printed: string, block?: Slip['block']): void => {
  test(`nothing: ${printed}`, () => {
    for (const style of Object.keys(STYLES) as Style[]) {
      const found = checkLetter(onlyLetter(letterWith(printed, block, style)));
      assert.deepEqual(
        found.filter(({ code }) => code.startsWith(`${category}.`)).map(({ message }) => message),
        [],
        style,
      );
    }
  });
};
