import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { type Block, dated, LETTER_2015, textOf } from './letters.ts';

export const CHRONIC = 'MTUS Chronic Pain Medical Treatment 2009, Section(s): ';

export interface Letters {
  readonly item?: string;
  /** Of the review and of the decision. */
  readonly dates?: readonly [string, string];
  readonly of?: readonly Block[];
}

/** A sound letter whose second issue cites something else on the claims administrator's side. */
export const citing = (cited: string, { item, dates, of = LETTER_2015 }: Letters = {}): string => {
  const lines: Readonly<Record<string, string>> = {
    'claims-2': `Claims Administrator guideline: Decision based on ${cited}.`,
    ...(item && { 'title-2': `${item}: Upheld` }),
  };
  // The other citations are taken out, so that only this one can be found fault with.
  const other = { 'claims-1': 'Claims Administrator', 'maximus-1': 'MAXIMUS', 'maximus-2': 'MAXIMUS' };
  const blocks = of.map(({ id, lines: own }) => {
    const label = other[id as keyof typeof other];
    const line = lines[id] ?? (label && `${label} guideline: The reviewer did not cite any guideline.`);
    return { id, lines: line === undefined ? own : [line] };
  });
  return textOf(dates ? dated(blocks, ...dates) : blocks);
};

export const found = (text: string): readonly Problem[] =>
  checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith('citation.'));

/** What is marked, as it stands in the letter. */
const marked = (text: string, { span }: Problem): string => text.slice(span.start, span.end);

/** The texts that the fixes of a problem leave behind. */
export const fixedTexts = (text: string, problem: Problem): readonly string[] =>
  fixesFor(problem, onlyLetter(text)).map(({ edits, preferred }) => {
    assert.equal(preferred, false, 'the letter may print what was meant');
    return [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce((rest, { span, text: put }) => rest.slice(0, span.start) + put + rest.slice(span.end), text);
  });

export interface Case extends Letters {
  readonly cited: string;
  readonly marked: string;
  readonly says: RegExp;
  /** What is cited after each fix; none where the check only explains. */
  readonly fixed?: readonly string[];
}

export const reports = (code: string, cases: readonly Case[]): void => {
  for (const each of cases) {
    test(`reported: ${each.item ? `${each.item}: ` : ''}${each.cited}${each.dates ? ` (${each.dates[0]})` : ''}`, () => {
      const text = citing(each.cited, each);
      const [problem, ...more] = found(text);
      assert.ok(problem);
      assert.deepEqual([problem.code, ...more.map((other) => other.code)], [code]);
      assert.equal(marked(text, problem), each.marked);
      assert.match(problem.message, each.says);
      assert.match(problem.message, /^[“A-Z][^\n]*\.$/);
      assert.ok(problem.related && problem.related.length > 0, 'another place of the letter bears witness');
      for (const { span, message } of problem.related) {
        assert.ok(span.end > span.start && span.end <= text.length && message.length > 0);
      }
      const fixed = fixedTexts(text, problem);
      assert.deepEqual(
        fixed,
        (each.fixed ?? []).map((cited) => citing(cited, each)),
      );
      for (const whole of fixed) assert.deepEqual(found(whole), [], 'the fix mends it');
    });
  }
};

export const silent = (cases: readonly (readonly [string, Letters?])[]): void => {
  for (const [cited, letters] of cases) {
    test(`silent: ${letters?.item ? `${letters.item}: ` : ''}${cited}${letters?.dates ? ` (${letters.dates[0]})` : ''}`, () => {
      const problems = found(citing(cited, letters));
      assert.deepEqual(
        problems.map(({ code, message }) => `${code} ${message}`),
        [],
      );
    });
  }
};
