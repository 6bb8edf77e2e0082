import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readNarrative, readWorks } from '../../../server/src/letter/narrative.ts';
import { readSides } from '../../../server/src/letter/sides.ts';
import { type Cited, flow, short } from './citing.ts';
import { wrap } from './write.ts';

interface Row {
  readonly text: string;
  readonly cited: readonly Cited[];
}

const narrative = (text: string): readonly Cited[] => {
  const flowing = flow(text);
  return readNarrative(flowing, 0, flowing.text.length).map((citation) => short(citation, false));
};

describe('the citations of 2013, in sentences', () => {
  for (const { text, cited } of [
    {
      text: 'The Physician Reviewer based his/her decision on the Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13), page 343, which is part of the MTUS.',
      cited: [{ scheme: 'MTUS', guideline: 'Knee Complaints', year: 2004, pages: [[343, 343]] }],
    },
    {
      text: 'The Physician Reviewer based his/her decision on the ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12 Low Back Complaints, page 303, which is part of the MTUS.',
      cited: [
        {
          scheme: 'MTUS',
          guideline: 'ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12 Low Back Complaints',
          year: 2004,
          pages: [[303, 303]],
        },
      ],
    },
    {
      text: 'The Expert Reviewer based his/her decision on the MTUS/ACOEM Low Back Complaints Chapter, pages 303-305.',
      cited: [{ scheme: 'MTUS', guideline: 'ACOEM Low Back Complaints', pages: [[303, 305]] }],
    },
    {
      text: 'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, section on Opioids, page 78, and found it sound.',
      cited: [
        {
          scheme: 'MTUS',
          guideline: 'Chronic Pain Medical Treatment Guidelines',
          sections: ['Opioids'],
          pages: [[78, 78]],
        },
      ],
    },
    {
      text: 'The Expert Reviewer based his/her decision on MTUS Chronic Pain Guidelines Gabapentin (Neurontin), page 49.',
      cited: [
        {
          scheme: 'MTUS',
          guideline: 'Chronic Pain Guidelines',
          sections: ['Gabapentin (Neurontin)'],
          pages: [[49, 49]],
        },
      ],
    },
    {
      text: 'The Expert Reviewer based his/her decision on the Postsurgical Treatment Guidelines, which is part of the MTUS, and the Official Disability Guidelines (ODG), Knee Chapter, which is not part of the MTUS.',
      cited: [
        { scheme: 'MTUS', guideline: 'Postsurgical Treatment Guidelines' },
        { scheme: 'ODG', guideline: 'Official Disability Guidelines (ODG)' },
      ],
    },
    {
      text: 'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, (2009), page 22, part of the MTUS.',
      cited: [
        { scheme: 'MTUS', guideline: 'Chronic Pain Medical Treatment Guidelines', year: 2009, pages: [[22, 22]] },
      ],
    },
    {
      text: 'The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Benzodiazepines, page 24, which is part of the Medical Treatment Utilization Schedule (MTUS).',
      cited: [
        {
          scheme: 'MTUS',
          guideline: 'Chronic Pain Medical Treatment Guidelines',
          sections: ['Benzodiazepines'],
          pages: [[24, 24]],
        },
      ],
    },
    {
      text: 'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, NSAIDs, GI symptoms & cardiovascular risk, pages 68-69, which is part of the MTUS.',
      cited: [
        {
          scheme: 'MTUS',
          guideline: 'Chronic Pain Medical Treatment Guidelines',
          sections: ['NSAIDs, GI symptoms & cardiovascular risk'],
          pages: [[68, 69]],
        },
      ],
    },
    {
      text: 'The Claims Administrator based its decision on the Official Disability Guidelines (ODG), Knee Chapter, a medical treatment guideline that is not part of the MTUS.',
      cited: [{ scheme: 'ODG', guideline: 'Official Disability Guidelines (ODG)' }],
    },
    {
      text: 'The Expert Reviewer based his/her decision on the American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004), Neck and Upper Back Complaints, Chapter 8, page 180, part of the MTUS.',
      cited: [
        {
          scheme: 'MTUS',
          guideline:
            'American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004), Neck and Upper Back Complaints',
          year: 2004,
          pages: [[180, 180]],
        },
      ],
    },
    {
      text: 'The Expert Reviewer based his/her decision on the Chronic Pain Medical Treatment Guidelines, opioids, page 78, and on own experience.',
      cited: [
        {
          scheme: 'MTUS',
          guideline: 'Chronic Pain Medical Treatment Guidelines',
          sections: ['opioids'],
          pages: [[78, 78]],
        },
      ],
    },
    {
      text: 'The Expert Reviewer relied upon the Postsurgical Treatment Guidelines, which are part of the MTUS.',
      cited: [{ scheme: 'MTUS', guideline: 'Postsurgical Treatment Guidelines' }],
    },
    {
      text: 'The Claims Administrator based its decision on the Acupuncture Medical Treatment Guidelines, which is part of the MTUS. The Claims Administrator also based its decision on the Official Disability Guidelines, Wax, which is not part of the MTUS.',
      cited: [
        { scheme: 'MTUS', guideline: 'Acupuncture Medical Treatment Guidelines' },
        { scheme: 'ODG', guideline: 'Official Disability Guidelines' },
      ],
    },
    {
      text: 'The Expert Reviewer based his/her decision on Author A, et al. A study of wax, pg. 4, a publication that is not part of the MTUS.',
      cited: [{ scheme: 'other', pages: [[4, 4]] }],
    },
    {
      text: 'The Expert Reviewer found that no section of the MTUS was applicable and relevant to the issue at dispute.',
      cited: [],
    },
    { text: 'The Claims Administrator did not cite any evidence based criteria for its decision.', cited: [] },
    {
      text: 'The Expert Reviewer found the guidelines used by the Claims Administrator relevant and appropriate.',
      cited: [],
    },
    { text: '', cited: [] },
  ] satisfies readonly Row[]) {
    test(text, () => {
      assert.deepEqual(narrative(text), cited);
      for (const width of [10, 50, 90]) assert.deepEqual(narrative(wrap(text, width)), cited, `at width ${width}`);
    });
  }
});

describe('the works of a professional review, which names no sides', () => {
  for (const [text, cited] of [
    ['Official Disability Guidelines, Knee.', [{ scheme: 'ODG', guideline: 'Official Disability Guidelines' }]],
    [
      'The Chronic Pain Medical Treatment Guidelines, page 22, and own experience. They are clear.',
      [{ scheme: 'MTUS', guideline: 'Chronic Pain Medical Treatment Guidelines', pages: [[22, 22]] }],
    ],
    ['A study of wax, page 3.', [{ scheme: 'other', pages: [[3, 3]] }]],
    ['The reviewer did not cite any guideline.', []],
  ] as const) {
    test(text, () => {
      assert.deepEqual(
        readWorks(flow(text)).map((citation) => short(citation, false)),
        cited,
      );
    });
  }
});

describe('both sides and the rationale, behind a title', () => {
  const told = (text: string): readonly (string | null | undefined)[] => {
    const { claimsAdministrator, expertReviewer, rationale } = readSides(flow(text), 0);
    return [claimsAdministrator?.text?.value, expertReviewer?.text?.value, rationale?.value];
  };
  const claims =
    'The Claims Administrator based its decision on the Acupuncture Guidelines, which is part of the MTUS.';
  const reviewer = 'The Physician Reviewer based his/her decision on the Official Disability Guidelines, which is not.';

  for (const [text, expected] of [
    [
      `${claims} ${reviewer} The Physician Reviewer's decision rationale: Wax helps. It is needed.`,
      [claims, reviewer, 'Wax helps. It is needed.'],
    ],
    [`${claims} ${reviewer} The Physician Reviewer’s decision rationale: Wax helps.`, [claims, reviewer, 'Wax helps.']],
    [`${claims} ${reviewer} Rationale for the Decision: Wax helps.`, [claims, reviewer, 'Wax helps.']],
    [`${claims} ${reviewer}`, [claims, reviewer, undefined]],
    [`${reviewer} Rationale for the Decision: Wax helps.`, [undefined, reviewer, 'Wax helps.']],
    [`${claims} Rationale for the Decision: Wax helps.`, [claims, undefined, 'Wax helps.']],
    ['Rationale for the Decision: Wax helps.', [undefined, undefined, 'Wax helps.']],
    ['Rationale for the Decision:', [undefined, undefined, null]],
    ['', [undefined, undefined, undefined]],
  ] as const) {
    test(text.slice(-60), () => {
      assert.deepEqual(told(text), expected);
    });
  }

  test('a side that cited nothing', () => {
    const { claimsAdministrator } = readSides(
      flow('The Claims Administrator did not cite any evidence based criteria for its decision.'),
      0,
    );
    assert.equal(claimsAdministrator?.cited, false);
    assert.deepEqual(claimsAdministrator.citations, []);
  });
});
