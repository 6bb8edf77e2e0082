import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { readCorpora } from '../../corpus/corpus.ts';
import { isArray, type Json, member } from '../../corpus/json.ts';

const isGone = (value: Json): boolean => value === null || (isArray(value) && value.length === 0);
const list = (value: Json): readonly Json[] => (isArray(value) ? value : []);

/** What a gold record lacks, as the code of the check that must say so. */
const OF_LETTER = [
  ['missing.reviewer-licence', 'reviewer', 'licensedStates'],
  ['missing.reviewer-specialty', 'reviewer', 'specialties'],
  ['missing.summary', 'summary'],
  ['missing.issues', 'issues'],
] as const;
const OF_ISSUE = [
  ['missing.item', 'item'],
  ['missing.decision', 'decision'],
  ['missing.claims-guideline', 'claimsAdministrator'],
  ['missing.maximus-guideline', 'expertReviewer'],
  ['missing.rationale', 'rationale'],
] as const;
/** Letters of early 2013 never had these. */
const NOT_THEN: readonly string[] = ['missing.reviewer-licence', 'missing.claims-guideline'];

const expectedCodes = (gold: Json): readonly string[] => {
  const ofLetter = OF_LETTER.filter(([, ...path]) => isGone(path.reduce<Json>(member, gold))).map(([code]) => code);
  const ofIssues = list(member(gold, 'issues')).flatMap((issue) =>
    OF_ISSUE.filter(([, field]) => isGone(member(issue, field))).map(([code]) => code),
  );
  const early = member(gold, 'format') === 'professional-review-2013';
  return [...ofLetter, ...ofIssues].filter((code) => !early || !NOT_THEN.includes(code)).sort();
};

for (const { name, samples } of readCorpora()) {
  test(`${name} letters: what the record lacks is reported, and nothing else as missing`, () => {
    const faults = samples.flatMap((sample) =>
      parse(sample.text).flatMap(({ letter, number }) => {
        const reported = checkLetter(letter)
          .map(({ code }) => code)
          .filter((code) => code.startsWith('missing.'))
          .sort()
          .join(' ');
        const expected = expectedCodes(sample.gold[number - 1] ?? null).join(' ');
        return reported === expected ? [] : [`${sample.name} ${sample.mode} ${number}: ${reported} / ${expected}`];
      }),
    );
    assert.deepEqual(faults, []);
    assert.ok(samples.length > 0);
  });
}
