import type { Letter } from '../letter/model.ts';
import { flatMap } from '../text/flat-map.ts';
import { BOILERPLATE_CHECKS } from './boilerplate/index.ts';
import { CHARACTER_CHECKS } from './characters/index.ts';
import type { Check, CheckSettings, Fix, Found, Problem, Severity } from './check.ts';
import { CITATION_CHECKS } from './citation/index.ts';
import { CROSS_CHECKS } from './cross-check/index.ts';
import { LABEL_CHECKS } from './label/index.ts';
import { LAYOUT_CHECKS } from './layout/index.ts';
import { MISSING_CHECKS } from './missing/index.ts';
import { PRIVACY_CHECKS } from './privacy/index.ts';
import { PUNCTUATION_CHECKS } from './punctuation/index.ts';
import { readingFixes } from './reading.ts';
import { SLOT_CHECKS } from './slot/index.ts';
import { STRUCTURE_CHECKS } from './structure/index.ts';
import { WORD_CHECKS } from './word/index.ts';

export type { Category, Check, CheckSettings, Edit, Fix, Found, Problem, Severity } from './check.ts';
export { CATEGORIES, SEVERITIES } from './check.ts';

/** Every check, by category. The settings, the pages in docs/checks/ and the tests follow this list. */
export const CHECKS: readonly Check[] = [
  ...MISSING_CHECKS,
  ...CHARACTER_CHECKS,
  ...LAYOUT_CHECKS,
  ...LABEL_CHECKS,
  ...SLOT_CHECKS,
  ...WORD_CHECKS,
  ...PUNCTUATION_CHECKS,
  ...BOILERPLATE_CHECKS,
  ...STRUCTURE_CHECKS,
  ...CROSS_CHECKS,
  ...CITATION_CHECKS,
  ...PRIVACY_CHECKS,
];

const BY_CODE: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.code, check]));

/**
 * What the checks find in a letter, sorted by place and then by code; spans are the letter's own. `settings` gives a check
 * another severity or turns it off; codes it does not know are left alone.
 */
export const checkLetter = (letter: Letter, settings: CheckSettings = USUAL): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const plan of plansOf(settings)) addProblems(plan, letter, problems);
  return problems.sort(byPlace);
};

const USUAL: CheckSettings = {};

/** A check that runs, and the severity that the settings want of it. */
interface Plan {
  readonly check: Check;
  readonly wanted: Severity | null;
}

/** What runs under settings, worked out once for all letters that are checked with them. */
const plansOf = (settings: CheckSettings): readonly Plan[] => {
  let plans = PLANS.get(settings);
  if (!plans) PLANS.set(settings, (plans = flatMap(CHECKS, (check) => planOf(check, wantedOf(check, settings)))));
  return plans;
};

const PLANS = new WeakMap<CheckSettings, readonly Plan[]>();

const planOf = (check: Check, wanted: Severity | 'off' | null): readonly Plan[] =>
  wanted === 'off' ? [] : [{ check, wanted }];

const wantedOf = ({ code, offByDefault }: Check, settings: CheckSettings): Severity | 'off' | null =>
  settings[code] ?? (offByDefault ? 'off' : null);

/** Does the check run under these settings? A code that no check has does not. */
export const isOn = (code: string, settings: CheckSettings): boolean => {
  const check = BY_CODE.get(code);
  return check !== undefined && wantedOf(check, settings) !== 'off';
};

const addProblems = ({ check, wanted }: Plan, letter: Letter, problems: Problem[]): void => {
  const { code, severity } = check;
  const found = check.run(letter);
  // Nearly every check finds nothing in nearly every letter.
  for (let i = 0; i < found.length; i++) {
    const each = found[i] as Found;
    problems.push({ ...each, code, severity: wanted ?? each.severity ?? severity });
  }
};

const byPlace = (a: Problem, b: Problem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/**
 * The fixes offered for a problem, the change to its reading first; none where its check knows none, or the letter has
 * changed so that it is gone.
 */
export const fixesFor = (problem: Problem, letter: Letter): readonly Fix[] => [
  ...readingFixes(problem, letter),
  ...(BY_CODE.get(problem.code)?.fixes?.(problem, letter) ?? []),
];
