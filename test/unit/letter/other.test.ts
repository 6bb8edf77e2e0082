import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, type Row, read, short } from './citing.ts';

describe('works outside the schedule', () => {
  for (const row of [
    {
      text: 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.',
      cited: [{ scheme: 'ODG', guideline: 'Official Disability Guidelines (ODG)' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation Official Disability Guidelines: Low Back - Lumbar & Thoracic (Acute & Chronic) Chapter (Online Version).',
      cited: [{ scheme: 'ODG', guideline: 'Official Disability Guidelines' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation Official Disability Guidelines - Shoulder chapter - MRIs (updated 11/23/16).',
      cited: [{ scheme: 'ODG', guideline: 'Official Disability Guidelines' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation ODG Neck and Upper Back Chapter.',
      cited: [{ scheme: 'ODG', guideline: 'ODG' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation (ODG) Chapter: Low Back-Lumbar 12/20/2016 MRI.',
      cited: [{ scheme: 'ODG' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation Work Loss Data Institute (21th Annual Edition), ODG, 2016.',
      cited: [{ scheme: 'ODG' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation ACOEM: Low back disorders, Physical methods.',
      cited: [{ scheme: 'ACOEM' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders, pg. 607.',
      cited: [{ scheme: 'ACOEM', guideline: 'ACOEM Occupational Medicine Practice Guidelines', pages: [[607, 607]] }],
    },
    {
      text: 'Decision based on Non-MTUS Citation ACOEM Practice Guidelines, 2nd Edition (2004), page 127.',
      cited: [{ scheme: 'ACOEM', guideline: 'ACOEM Practice Guidelines', year: 2004, pages: [[127, 127]] }],
    },
    {
      text: 'Decision based on Non-MTUS Citation Example J. Occupational medicine practice guidelines, 2nd edition (2004) p 301.',
      cited: [{ scheme: 'ACOEM', pages: [[301, 301]] }],
    },
    {
      text: 'Decision based on Non-MTUS Citation http://www.example.com/baths.html.',
      cited: [{ scheme: 'other' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation Wax: Drug information, accessed from www.example.org on 12/17/2016.',
      cited: [{ scheme: 'other' }],
    },
    {
      text: 'Decision based on Non-MTUS Citation Author A, et al. Warmth and the hand. J Wax. 2011 Jan; 3(1): 55-61.',
      cited: [{ scheme: 'other' }],
    },
    { text: 'Decision based on Non-MTUS Citation www.example.com', cited: [{ scheme: 'other' }] },
    { text: 'Decision based on Non MTUS Citation Some work.', cited: [{ scheme: 'other' }] },
    { text: 'Decision based on NonMTUS Citation Some work.', cited: [{ scheme: 'other' }] },
    { text: 'Decision based on Non-MTUS Citation.', cited: [{ scheme: 'other' }] },
    { text: 'Decision based on Non-MTUS Citation: Some work.', cited: [{ scheme: 'other' }] },
    {
      text: 'Decision based on Non-MTUS Citation Official Disability Guidelines, 2016.',
      cited: [{ scheme: 'ODG', guideline: 'Official Disability Guidelines', year: 2016 }],
    },
    // An update's date is no edition.
    {
      text: 'Decision based on Non-MTUS Citation Official Disability Guidelines 11/23/2016.',
      cited: [{ scheme: 'ODG', guideline: 'Official Disability Guidelines' }],
    },
  ] satisfies readonly Row[])
    check(row);
});

describe('two works in one sentence', () => {
  for (const [text, texts] of [
    [
      'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee and Other Medical Treatment Guidelines Some other work, 2010.',
      ['Official Disability Guidelines (ODG), Knee', 'Some other work, 2010'],
    ],
    [
      'Decision based on Non-MTUS Citation ODG, Pain and Other Medical Treatment Guideline or Medical Evidence: FDA, Wax.',
      ['ODG, Pain', 'FDA, Wax'],
    ],
    [
      'Decision based on Non-MTUS Citation ODG, Pain, and Other Medical Treatment Guideline or Medical Evidence: FDA.',
      ['ODG, Pain', 'FDA'],
    ],
  ] as const) {
    test(text, () => {
      assert.deepEqual(
        read(text).map((citation) => citation.text),
        texts,
      );
      assert.deepEqual(
        read(text).map(({ scheme }) => scheme),
        ['ODG', 'other'],
      );
    });
  }
});

describe('several sentences', () => {
  test('are parted only where the next one begins', () => {
    const first = 'Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.';
    const second =
      'Decision based on Non-MTUS Citation Author A, et al. Warmth. pg. 4. http://www.example.com/a.b/c.html.';
    const third = 'Decision based on MTUS Chronic Pain Medical Treatment 2016.';
    for (const join of [' ', '  ', '\n', '\n\n', '\n4\n\f']) {
      const text = [first, second, third].join(join === '\n4\n\f' ? '\n\f' : join);
      assert.deepEqual(
        read(text).map((citation) => citation.text),
        [first, second, third],
      );
      assert.deepEqual(
        read(text).map((citation) => short(citation, false)),
        [
          { scheme: 'MTUS', guideline: 'Knee Complaints', year: 2004, sections: ['Initial Care'] },
          { scheme: 'other', pages: [[4, 4]] },
          { scheme: 'MTUS', guideline: 'Chronic Pain Medical Treatment', year: 2016 },
        ],
      );
    }
  });

  test('behind the sentence that names no work', () => {
    const text =
      'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG, Knee.';
    assert.deepEqual(
      read(text).map((citation) => citation.text),
      ['Decision based on Non-MTUS Citation ODG, Knee.'],
    );
  });

  test('an address over a line end', () => {
    const text = 'Decision based on Non-MTUS Citation http://www.example.com/wax-\nbath/for-\nhands.html.';
    assert.deepEqual(
      read(text).map((citation) => citation.text),
      ['Decision based on Non-MTUS Citation http://www.example.com/wax-bath/for-hands.html.'],
    );
  });

  test('none', () => {
    for (const text of [
      '',
      'The Expert Reviewer did not cite any medical evidence for its decision.',
      'Own experience.',
    ])
      assert.deepEqual(read(text), []);
  });

  test('a damaged opening', () => {
    for (const text of [
      'Decision based on  MTUS Knee Complaints 2004.',
      'decision based on MTUS Knee Complaints 2004.',
      'Decision Based on MTUS Knee Complaints 2004.',
      'Decision\nbased on MTUS Knee Complaints 2004.',
    ]) {
      assert.deepEqual(
        read(text).map((citation) => short(citation, false)),
        [{ scheme: 'MTUS', guideline: 'Knee Complaints', year: 2004 }],
        text,
      );
    }
  });
});
