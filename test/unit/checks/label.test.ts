import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { edited, mends, saidOf, silentOn } from './mending.ts';

const rationale = (damaged: string, rest: object = {}) => ({
  block: 'rationale-2',
  clean: 'Decision rationale:',
  damaged,
  ...rest,
});
const title = (damaged: string, rest: object = {}) => ({ block: 'title-2', clean: 'year: Upheld', damaged, ...rest });
const SURE = { certain: true };

describe('headings and labels', () => {
  mends('label.spelling', [
    rationale('Decision rationalc:', { certain: true, says: /the form has “Decision rationale:”/ }),
    rationale('Decision rati0na1e:', SURE),
    rationale('Decison rationale:'),
    rationale('Decision rationael:'),
    { block: 'maximus-1', clean: 'MAXIMUS guideline:', damaged: 'MAX1MUS guideline:', certain: true },
    { block: 'claims-1', clean: 'Claims Administrator', damaged: 'Clairns Administrator', certain: true },
    { block: 'summary-heading', clean: 'SUMMARY', damaged: 'SUMMMARY' },
    { block: 'issues-heading', clean: 'RATIONALES', damaged: 'RATlONALES', certain: true },
    { block: 'credentials', clean: 'Licensure', damaged: 'Liccnsure', certain: true },
    { block: 'credentials', clean: 'credentials:', damaged: 'credentails:' },
  ]);
  mends('label.case', [
    rationale('decision rationale:'),
    rationale('DECISION RATIONALE:'),
    { block: 'summary-heading', clean: 'CLINICAL CASE SUMMARY', damaged: 'Clinical Case Summary' },
    { block: 'maximus-1', clean: 'MAXIMUS guideline:', damaged: 'Maximus Guideline:' },
  ]);
  mends('label.colon', [
    rationale('Decision rationale', { says: /no colon/ }),
    rationale('Decision rationale;'),
    rationale('Decision rationale::', { certain: true, says: /one colon too many/ }),
  ]);
  mends('label.spacing', [
    rationale('Decision rationale :', SURE),
    rationale('Decision  rationale:', SURE),
    { block: 'issues-heading', clean: 'ISSUES, ', damaged: 'ISSUES,  ', certain: true },
  ]);
});

describe('decisions', () => {
  mends('label.decision', [
    title('year: Uphe1d', SURE),
    title('year: Upheid', SURE),
    title('year: Upeld', { says: /the form's word is “Upheld”/ }),
    title('year: Uphled'),
    title('year: UPHELD'),
    title('year: Up held'),
    { block: 'title-1', clean: 'Overturned', damaged: 'Overtumed', certain: true },
    { block: 'title-1', clean: 'Overturned', damaged: '0verturned', certain: true },
  ]);
  mends('label.separator', [
    title('year:Upheld', SURE),
    title('year:: Upheld', SURE),
    title('year; Upheld', SURE),
    title('year - Upheld', SURE),
    title('year Upheld', { says: /A blank alone stands before the decision of issue 2/ }),
  ]);
});

/** A sample, a label of its form, that label damaged, and the code. */
const IN_SAMPLES = [
  ['notice-2013', 'Rationale for the Decision:', 'Rationale for the Decisiom:', 'label.spelling'],
  ['notice-2013', 'Rationale for the Decision:', 'Rationale for the Decision;', 'label.colon'],
  [
    'decision-2013',
    "The Physician Reviewer's decision rationale:",
    "The Physician Reviewer's decision rationale :",
    'label.spacing',
  ],
  [
    'decision-2013',
    "The Physician Reviewer's decision rationale:",
    "The Physician Reviewer's decision rationale",
    'label.colon',
  ],
  ['professional-review-2013', 'TREATMENT/SERVICE', 'TREATMENT/SERVlCE', 'label.spelling'],
  ['cover-page', 'Final Determination Letter', 'Final Deterrnination Letter', 'label.spelling'],
  ['cover-page', 'DOCUMENTS REVIEWED', 'Documents Reviewed', 'label.case'],
] as const;

describe('in the other forms', () => {
  for (const [name, label, damaged, code] of IN_SAMPLES) {
    test(`${name}: ${damaged}`, () => {
      const clean = readFileSync(new URL(`../../../samples/${name}.imr.txt`, import.meta.url), 'utf8');
      assert.deepEqual(saidOf(clean, 'label'), []);
      const text = clean.replace(label, damaged);
      assert.notEqual(text, clean);
      const [problem, ...more] = saidOf(text, 'label');
      assert.ok(problem);
      assert.deepEqual(
        [problem, ...more].map((each) => each.code),
        [code],
      );
      const [fix] = fixesFor(problem, onlyLetter(text));
      assert.ok(fix);
      assert.equal(edited(text, fix.edits), clean);
    });
  }
});

silentOn('label', [
  ['summary', 'stiff', 'stiff: the decision rationale of the claims administrator was upheld'],
  ['rationale-1', 'Heat', 'The MAXIMUS guideline and the Claims Administrator guideline agree: heat'],
  ['title-2', 'Gym membership', 'Gym membership: pool'],
  ['title-2', 'Upheld', 'Upheld.'],
]);
