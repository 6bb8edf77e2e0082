import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, type Row, read, short } from './citing.ts';
import { issueOf } from './write.ts';

describe('chapters of the schedule', () => {
  const chapter = (guideline: string, year: number, entry: string): Row => ({
    text: `Decision based on MTUS ${guideline} ${year}.`,
    cited: [{ guideline, year, entry }],
  });
  for (const row of [
    chapter('Low Back Complaints', 2004, 'mtus/low-back-2004'),
    chapter('Neck and Upper Back Complaints', 2004, 'mtus/neck-upper-back-2004'),
    chapter('Forearm, Wrist, and Hand Complaints', 2004, 'mtus/forearm-wrist-hand-2004'),
    chapter('Ankle and Foot Complaints', 2004, 'mtus/ankle-foot-2004'),
    chapter('Stress-Related Conditions', 2004, 'mtus/stress-2004'),
    chapter('General Approaches', 2004, 'mtus/general-approaches-2004'),
    chapter('Eye', 2004, 'mtus/eye-2004'),
    chapter('Elbow Complaints', 2007, 'mtus/elbow-2007'),
    chapter('Acupuncture Treatment', 2007, 'mtus/acupuncture-2007'),
    chapter('Postsurgical Treatment', 2009, 'mtus/postsurgical-2009'),
    chapter('Chronic Pain Medical Treatment', 2009, 'mtus/chronic-pain-2009'),
    chapter('Chronic Pain Medical Treatment', 2016, 'mtus/chronic-pain-2016'),
    chapter('Opioid Treatment', 2016, 'mtus/opioids-2016'),
    chapter('Hand, Wrist and Forearm Disorders', 2019, 'mtus/hand-wrist-forearm-2019'),
    chapter('Cervical and Thoracic Spine', 2019, 'mtus/neck-upper-back-2018'),
    chapter('Workplace Mental Health: Depressive Disorders', 2020, 'mtus/depressive-disorders-2020'),
    chapter('Coronavirus (COVID-19)', 2021, 'mtus/covid-2021'),
    chapter('Forewarm, Wrist, and Hand Complaints', 2004, 'mtus/forearm-wrist-hand-2004'),
    {
      text: 'Decision based on MTUS Low Back Complaints 2004',
      cited: [{ guideline: 'Low Back Complaints', year: 2004 }],
    },
    {
      text: 'Decision based on MTUS Acupuncture Treatment 2007 Guidelines.',
      cited: [{ guideline: 'Acupuncture Treatment', year: 2007, entry: 'mtus/acupuncture-2007' }],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints, 2004.',
      cited: [{ guideline: 'Low Back Complaints', year: 2004, entry: 'mtus/low-back-2004' }],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints (2004).',
      cited: [{ guideline: 'Low Back Complaints', year: 2004, entry: 'mtus/low-back-2004' }],
    },
    { text: 'Decision based on MTUS Low Back Complaints.', cited: [{ guideline: 'Low Back Complaints' }] },
    { text: 'Decision based on MTUS Tail Complaints 2004.', cited: [{ guideline: 'Tail Complaints', year: 2004 }] },
    { text: 'Decision based on MTUS.', cited: [{}] },
  ])
    check(row);
});

describe('sections', () => {
  const of2016 = (sections: string, ...list: readonly string[]): Row => ({
    text: `Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ${sections}.`,
    cited: [{ guideline: 'Chronic Pain Medical Treatment', year: 2016, sections: list }],
  });
  for (const row of [
    of2016('Benzodiazepines', 'Benzodiazepines'),
    of2016('Benzodiazepines, Home health services', 'Benzodiazepines', 'Home health services'),
    of2016('NSAIDs, GI symptoms & cardiovascular risk', 'NSAIDs, GI symptoms & cardiovascular risk'),
    of2016(
      'NSAIDs, GI symptoms & cardiovascular risk, Topical analgesics',
      'NSAIDs, GI symptoms & cardiovascular risk',
      'Topical analgesics',
    ),
    of2016(
      'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
      'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
    ),
    of2016('Capsaicin, topical, Topical analgesics', 'Capsaicin, topical', 'Topical analgesics'),
    of2016('Manual therapy & manipulation', 'Manual therapy & manipulation'),
    of2016('Electrodiagnostic testing (EMG/NCS)', 'Electrodiagnostic testing (EMG/NCS)'),
    of2016('Botulinum toxin (Botox; Myobloc), Biofeedback', 'Botulinum toxin (Botox; Myobloc)', 'Biofeedback'),
    of2016('Weather therapy, Benzodiazepines', 'Weather therapy', 'Benzodiazepines'),
    of2016('Weather therapy', 'Weather therapy'),
    // A name begins with a capital: what is small behind its comma is the rest of it.
    of2016('Weather, topical, Biofeedback', 'Weather, topical', 'Biofeedback'),
    of2016('Benzodiazepines, for the birds (A, b), Rain', 'Benzodiazepines, for the birds (A, b)', 'Rain'),
    of2016('1.3 Weather: Rain, general, Biofeedback', '1.3 Weather: Rain, general', 'Biofeedback'),
    of2016('Biofeedback, benzodiazepines', 'Biofeedback', 'benzodiazepines'),
    of2016('Biofeedback, and rain', 'Biofeedback', 'rain'),
    of2016('rain, snow', 'rain', 'snow'),
    of2016('Diagnositc Criteria', 'Diagnositc Criteria'),
    of2016('Medication-assisted (A, B, Biofeedback', 'Medication-assisted (A', 'B', 'Biofeedback'),
    of2016('Medication-assisted (A, B), Biofeedback', 'Medication-assisted (A, B)', 'Biofeedback'),
    {
      text: 'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.',
      cited: [
        {
          guideline: 'Opioid Treatment',
          year: 2016,
          sections: [
            '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment',
          ],
        },
      ],
    },
    {
      text: 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Elbow & Upper Arm, Forearm, Wrist, & Hand, Knee.',
      cited: [
        {
          guideline: 'Postsurgical Treatment',
          year: 2009,
          sections: ['Elbow & Upper Arm', 'Forearm, Wrist, & Hand', 'Knee'],
        },
      ],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care, Physical Methods, Special Studies, and Surgical Considerations.',
      cited: [
        {
          guideline: 'Low Back Complaints',
          year: 2004,
          sections: ['Initial Care', 'Physical Methods', 'Special Studies', 'Surgical Considerations'],
        },
      ],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints 2004, Section: Summary.',
      cited: [{ guideline: 'Low Back Complaints', year: 2004, sections: ['Summary'] }],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints 2004 Sections: Summary.',
      cited: [{ guideline: 'Low Back Complaints', year: 2004, sections: ['Summary'] }],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints 2004, Section(s):.',
      cited: [{ guideline: 'Low Back Complaints', year: 2004 }],
    },
    // A page in the section slot is what stands there.
    {
      text: 'Decision based on MTUS Elbow Complaints 2007, Section(s): 326.',
      cited: [{ guideline: 'Elbow Complaints', year: 2007, sections: ['326'] }],
    },
  ])
    check(row);
});

describe('several chapters in one sentence', () => {
  for (const row of [
    {
      text: 'Decision based on MTUS Neck and Upper Back Complaints 2004, and Shoulder Complaints 2004.',
      cited: [
        { guideline: 'Neck and Upper Back Complaints', year: 2004, entry: 'mtus/neck-upper-back-2004' },
        { guideline: 'Shoulder Complaints', year: 2004, entry: 'mtus/shoulder-2004' },
      ],
    },
    {
      text: 'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Initial Care, and Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care, Physical Methods, and Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk.',
      cited: [
        { guideline: 'Neck and Upper Back Complaints', year: 2004, sections: ['Initial Care'] },
        {
          guideline: 'Forearm, Wrist, and Hand Complaints',
          year: 2004,
          sections: ['Initial Care', 'Physical Methods'],
        },
        {
          guideline: 'Chronic Pain Medical Treatment',
          year: 2016,
          sections: ['NSAIDs, GI symptoms & cardiovascular risk'],
        },
      ],
    },
    {
      text: 'Decision based on MTUS Low Back Complaints 2004 and Knee Complaints 2004.',
      cited: [
        { guideline: 'Low Back Complaints', year: 2004 },
        { guideline: 'Knee Complaints', year: 2004 },
      ],
    },
    {
      text: 'Decision based on MTUS General Approaches 2004, Section(s): Cornerstones of Disability Prevention and Management, and Eye 2004.',
      cited: [
        {
          guideline: 'General Approaches',
          year: 2004,
          sections: ['Cornerstones of Disability Prevention and Management'],
        },
        { guideline: 'Eye', year: 2004 },
      ],
    },
    // A topic whose name a chapter bears too is no chapter without its year.
    {
      text: 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): Knee, and Shoulder.',
      cited: [{ guideline: 'Postsurgical Treatment', year: 2009, sections: ['Knee', 'Shoulder'] }],
    },
  ] satisfies readonly Row[])
    check(row);

  test('each has its own part as text, and its own place', () => {
    const text = 'Decision based on MTUS Knee Complaints 2004, Section(s): Summary,\nand Shoulder Complaints 2004.';
    const citations = read(text);
    assert.deepEqual(
      citations.map((citation) => citation.text),
      ['Knee Complaints 2004, Section(s): Summary', 'Shoulder Complaints 2004'],
    );
    assert.deepEqual(
      citations.map(({ span }) => text.slice(span.start, span.end)),
      ['Knee Complaints 2004, Section(s): Summary', 'Shoulder Complaints 2004'],
    );
  });
});

describe('a statement of one side', () => {
  const basis = (text: string): ReturnType<typeof issueOf>['expertReviewer'] =>
    issueOf({ maximus: `MAXIMUS guideline: ${text}` }).expertReviewer;

  for (const [text, cited, citations] of [
    ['The Expert Reviewer did not cite any medical evidence for its decision.', false, 0],
    ['The Expert Reviewer did not cite any medical evidence-based guideline for its decision.', false, 0],
    ['The Claims Administrator did not cite any medical evidence for its decision.', false, 0],
    ['The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.', true, 0],
    [
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.',
      true,
      1,
    ],
    ['Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation Some work.', true, 2],
    ['Own experience.', true, 0],
    ['', false, 0],
  ] as const) {
    test(JSON.stringify(text), () => {
      const side = basis(text);
      assert.equal(side?.cited, cited);
      assert.equal(side.citations.length, citations);
      assert.equal(side.text?.value ?? '', text);
    });
  }

  test('ends before the next label, over page furniture', () => {
    const { expertReviewer } = issueOf({
      maximus:
        'MAXIMUS guideline: Decision based on MTUS Low Back\n\nFinal Determination Letter for IMR Case Number CM15-0012345  4\n\fComplaints 2004, Section(s): Initial\n7\n\fCare.',
    });
    assert.deepEqual(
      expertReviewer?.citations.map((citation) => short(citation, false)),
      [{ scheme: 'MTUS', guideline: 'Low Back Complaints', year: 2004, sections: ['Initial Care'] }],
    );
  });
});
