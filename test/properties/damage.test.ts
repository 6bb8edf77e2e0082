import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Issue } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { runs, samples } from './letters.ts';

/** Letters whose issues stand under labels. */
const LABELLED = [
  'cover-page',
  'credentials-2015-layout',
  'credentials-2015-several-issues',
  'prose-2014-double-spaced',
];

const text = (name: string): string => samples.get(`${name}.imr.txt`) ?? assert.fail(`no sample ${name}`);

const only = (source: string): readonly Issue[] => parse(source)[0]?.letter.issues ?? [];

const values = ({ item, decision, rationale, claimsAdministrator, expertReviewer }: Issue): unknown[] => [
  item?.value,
  decision?.value,
  claimsAdministrator?.text?.value,
  expertReviewer?.text?.value,
  rationale?.value,
];

test('damage inside one rationale leaves every other issue as it was', () => {
  const noise = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'x', '  ', ':', '(', '0', '\f', '\n', '-\n', 'rn')), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.constantFrom(...LABELLED), fc.nat(), noise, (name, which, edits) => {
      const before = text(name);
      const issues = only(before);
      const hit = which % issues.length;
      const span = issues[hit]?.rationale?.printed?.span ?? assert.fail('no rationale');
      // The first and the last words stay, so that the damage is the rationale's own.
      const [start, end] = [span.start + 20, span.end - 20];
      let inner = before.slice(start, end);
      for (const [at, added] of edits) {
        const place = at % inner.length;
        inner = inner.slice(0, place) + added + inner.slice(place + 1);
      }
      const after = only(before.slice(0, start) + inner + before.slice(end));
      const others = (list: readonly Issue[]): unknown[] => list.filter((_, i) => i !== hit).map(values);
      assert.equal(after.length, issues.length);
      assert.deepEqual(others(after), others(issues));
      assert.deepEqual(after[hit]?.item?.value, issues[hit]?.item?.value);
    }),
    runs(200),
  );
});

test('a letter cut off anywhere keeps the issues that are whole', () => {
  for (const name of LABELLED) {
    const before = text(name);
    const issues = only(before);
    for (let end = 0; end < before.length; end += 97) {
      const whole = issues.filter((issue) => issue.span.end <= end);
      const after = only(before.slice(0, end)).slice(0, whole.length);
      // What is left of the next item, without label and decision, reads as more of the last rationale.
      const told = after.at(-1)?.rationale?.printed?.value ?? '';
      assert.ok(told.startsWith(whole.at(-1)?.rationale?.printed?.value ?? ''), `${name} cut at ${end}`);
      const [expected, got] = [whole, after].map((list) => list.map(values));
      assert.deepEqual(got?.slice(0, -1), expected?.slice(0, -1), `${name} cut at ${end}`);
      assert.deepEqual(got?.at(-1)?.slice(0, -1), expected?.at(-1)?.slice(0, -1), `${name} cut at ${end}`);
    }
  }
});
