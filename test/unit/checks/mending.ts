import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edit } from '../../../server/src/checks/check.ts';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { type Block, changed, LETTER_2014, LETTER_2015, STYLES, type Style, textOf } from './letters.ts';

/** Every way in which a letter may be set. */
export const SETTINGS: readonly (readonly [Style, '\n' | '\r\n'])[] = (Object.keys(STYLES) as Style[]).flatMap(
  (style) => [[style, '\n'] as const, [style, '\r\n'] as const],
);

/** The text after several edits. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((rest, { span, text: put }) => rest.slice(0, span.start) + put + rest.slice(span.end), text);

/** What the checks of a category say of a text. */
export const saidOf = (text: string, category: string): readonly Problem[] =>
  checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith(`${category}.`));

/** A letter of which one block is damaged. */
export interface Damaged {
  readonly block: string;
  /** As a sound letter has it. */
  readonly clean: string;
  readonly damaged: string;
  /** What the fix leaves, where that is not `clean`; null where there is none. */
  readonly mended?: string | null;
  readonly certain?: boolean;
  readonly says?: RegExp;
  readonly of?: readonly Block[];
}

/** The check, and no other of its category, reports the damage in every setting, and its first fix mends it. */
export const mends = (code: string, cases: readonly Damaged[]): void => {
  for (const each of cases) {
    test(`${code}: ${JSON.stringify(each.damaged)}`, () => {
      for (const [style, lineBreak] of SETTINGS) mendsIn(code, each, style, lineBreak);
    });
  }
};

const mendsIn = (code: string, each: Damaged, style: Style, lineBreak: '\n' | '\r\n'): void => {
  const { block, clean, damaged, mended = clean, certain = false, says = /./, of = LETTER_2015 } = each;
  const set = (to: string): string => textOf(changed(of, block, clean, to), style, lineBreak);
  assert.notEqual(set(damaged), set(clean), `${block} holds ${clean}`);
  const text = set(damaged);
  const category = code.replace(/\..*/, '');
  const [problem, ...more] = saidOf(text, category);
  assert.ok(problem, `${style}: reported`);
  assert.deepEqual(
    [problem, ...more].map((other) => other.code),
    [code],
    style,
  );
  assert.match(problem.message, says);
  assert.match(problem.message, /^[“A-Z][^\n]*\.$/);
  const [fix] = fixesFor(problem, onlyLetter(text));
  if (mended === null) return assert.equal(fix, undefined, 'no fix');
  assert.ok(fix, 'a fix');
  assert.equal(fix.preferred, certain, 'certain');
  const after = edited(text, fix.edits);
  assert.equal(after, set(mended), style);
  assert.deepEqual(saidOf(after, category), [], 'one application is enough');
};

/** Nothing of the category is said of a text that takes the place of another in a block, in any setting. */
export const silentOn = (category: string, cases: readonly (readonly [string, string, string])[]): void => {
  for (const [block, clean, instead] of cases) {
    test(`silent: ${JSON.stringify(instead)}`, () => {
      for (const of of [LETTER_2014, LETTER_2015])
        for (const [style, lineBreak] of SETTINGS) {
          const text = textOf(changed(of, block, clean, instead), style, lineBreak);
          assert.deepEqual(
            saidOf(text, category).map(({ code, message }) => `${code}: ${message}`),
            [],
            style,
          );
        }
    });
  }
};
