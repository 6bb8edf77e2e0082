import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Reviewer } from '../../../server/src/letter/model.ts';
import { at, letterOf, letterText, METHOD, valuesOf } from './write.ts';

type Told = Readonly<Record<'specialties' | 'subspecialties' | 'states', readonly string[]>>;

const told = (reviewer: Reviewer | null): Told => ({
  specialties: valuesOf(reviewer?.specialties?.values),
  subspecialties: valuesOf(reviewer?.subspecialties?.values),
  states: valuesOf(reviewer?.licensedStates?.values),
});

const sentenceLetter = (sentence: string): ReturnType<typeof letterOf> =>
  letterOf(letterText({ method: METHOD.replace('affiliation', `${sentence}\naffiliation`), credentials: '' }));

const NONE: Told = { specialties: [], subspecialties: [], states: [] };

describe('the reviewer in a sentence', () => {
  for (const [sentence, expected] of [
    [
      'The expert reviewer is Board Certified in Family Practice and is licensed to practice in Nevada.',
      { specialties: ['Family Practice'], states: ['Nevada'] },
    ],
    [
      'The physician reviewer is Board Certified in Neurological Surgery and is licensed to practice in Ohio.',
      { specialties: ['Neurological Surgery'], states: ['Ohio'] },
    ],
    [
      'The expert reviewer is Board Certified in Psychiatry, has a subspecialty in Addiction Psychiatry and is licensed to practice in New Mexico.',
      { specialties: ['Psychiatry'], subspecialties: ['Addiction Psychiatry'], states: ['New Mexico'] },
    ],
    [
      'The expert reviewer is Board Certified in Physical Medicine and Rehabilitation, has a subspecialty in Pain Management and is licensed to practice in California.',
      {
        specialties: ['Physical Medicine and Rehabilitation'],
        subspecialties: ['Pain Management'],
        states: ['California'],
      },
    ],
    [
      'The expert reviewer is Board Certified in Preventive Medicine, Occupational Medicine and is licensed to practice in Iowa.',
      { specialties: ['Preventive Medicine', 'Occupational Medicine'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is Board Certified in Public Health & General Preventive Medicine and is licensed to practice in Iowa.',
      { specialties: ['Public Health & General Preventive Medicine'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is Board Certiﬁed in Family Practice and is licensed to practice in Iowa.',
      { specialties: ['Family Practice'], states: ['Iowa'] },
    ],
    [
      'The physician reviewer is a physician. The physician reviewer is a licensed Doctor of Podiatric Medicine and is licensed to practice in Iowa.',
      { specialties: ['Doctor of Podiatric Medicine'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is a licensed Doctor of Chiropractic and is licensed to practice in Iowa.',
      { specialties: ['Doctor of Chiropractic'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is a Licensed Psychologist and is licensed to practice in Iowa.',
      { specialties: ['Psychologist'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is a State licensed Chiropractor and Acupuncturist and is licensed to practice in Iowa.',
      { specialties: ['Chiropractor', 'Acupuncturist'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is Board Certified in Internal Medicine and Rheumatology and is licensed to practice in Iowa.',
      { specialties: ['Internal Medicine', 'Rheumatology'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is Board Certified in Internal Medicine, has a subspecialty in Cardiovascular Disease, Interventional Cardiology and is licensed to practice in Iowa.',
      {
        specialties: ['Internal Medicine'],
        subspecialties: ['Cardiovascular Disease', 'Interventional Cardiology'],
        states: ['Iowa'],
      },
    ],
    [
      'The expert reviewer is Board Certified in Orthopedic Surgery, has a subspecialty in Hand Surgery Fellowship Trained and is licensed to practice in Iowa.',
      { specialties: ['Orthopedic Surgery'], subspecialties: ['Hand Surgery Fellowship Trained'], states: ['Iowa'] },
    ],
    [
      'The expert reviewer is Licensed in Chiropractic and is licensed to practice in Texas.',
      { specialties: ['Chiropractic'], states: ['Texas'] },
    ],
    [
      'The expert reviewer is Licensed in Psychology, has a subspecialty in Neuropsychology and is licensed to practice in Texas.',
      { specialties: ['Psychology'], subspecialties: ['Neuropsychology'], states: ['Texas'] },
    ],
    [
      'The expert reviewer is Licensed in Acupuncture and Chiropractic and is licensed to practice in Texas.',
      { specialties: ['Acupuncture', 'Chiropractic'], states: ['Texas'] },
    ],
    [
      'The expert reviewer is Board Certified in Dream Reading and is licensed to practice in Texas.',
      { specialties: ['Dream Reading'], states: ['Texas'] },
    ],
    ['The expert reviewer is licensed to practice in Texas.', { states: ['Texas'] }],
    ['The expert reviewer is Board Certified in Neurology.', { specialties: ['Neurology'] }],
    ['The expert reviewer is board certified in Neurology.', { specialties: ['Neurology'] }],
    ['The expert reviewer is Board-Certified in Neurology.', { specialties: ['Neurology'] }],
    [
      'The expert reviewer is Board Certified in Neurology and is licensed to practice medicine in Texas.',
      { specialties: ['Neurology'], states: ['Texas'] },
    ],
    [
      'The expert reviewer is Board Certified in Neurology, has a subspecialty in and is licensed to practice in Texas.',
      { specialties: ['Neurology'], states: ['Texas'] },
    ],
    ['The expert reviewer is Board Certified in and is licensed to practice in Texas.', { states: ['Texas'] }],
    [
      'The expert reviewer is Board Certified in Neurology and is licensed to practice in .',
      { specialties: ['Neurology'] },
    ],
  ] satisfies readonly (readonly [string, Partial<Told>])[]) {
    test(sentence, () => {
      const letter = sentenceLetter(sentence);
      assert.equal(letter.reviewer?.form, 'prose');
      assert.equal(letter.format, 'prose-2014');
      assert.deepEqual(told(letter.reviewer), { ...NONE, ...expected });
      assert.deepEqual(told(sentenceLetter(sentence.replaceAll(' ', '\n')).reviewer), { ...NONE, ...expected });
    });
  }
});

test('the full stop of `D.C.` ends the sentence too', () => {
  const { reviewer } = sentenceLetter(
    'The expert reviewer is Board Certified in Neurology and is licensed to practice in Washington, D.C. He/she has no',
  );
  assert.deepEqual(told(reviewer), { ...NONE, specialties: ['Neurology'], states: ['Washington, D.C.'] });
});

/** Lists of states and how they may be joined. */
const STATES: readonly (readonly [printed: string, states: readonly string[]])[] = [
  ['Nevada', ['Nevada']],
  ['Nevada and Ohio', ['Nevada', 'Ohio']],
  ['Nevada, Ohio', ['Nevada', 'Ohio']],
  ['Nevada,Ohio', ['Nevada', 'Ohio']],
  ['Nevada , Ohio', ['Nevada', 'Ohio']],
  ['Nevada; Ohio', ['Nevada', 'Ohio']],
  ['Nevada & Ohio', ['Nevada', 'Ohio']],
  ['Nevada, Ohio and Texas', ['Nevada', 'Ohio', 'Texas']],
  ['Nevada, Ohio, and Texas', ['Nevada', 'Ohio', 'Texas']],
  ['New Mexico and North Carolina', ['New Mexico', 'North Carolina']],
  ['West Virginia, Virginia', ['West Virginia', 'Virginia']],
  ['Washington, District of Columbia', ['Washington', 'District of Columbia']],
  ['Maryland, Washington, D.C.', ['Maryland', 'Washington, D.C.']],
  ['Maryland and the District of Columbia', ['Maryland', 'District of Columbia']],
  ['Maryland, DC', ['Maryland', 'DC']],
  ['Florida, Puerto Rico', ['Florida', 'Puerto Rico']],
  ['Florida and Puerto Rico', ['Florida', 'Puerto Rico']],
  ['Calfornia, Texas', ['Calfornia', 'Texas']],
];

describe('states, joined in any way', () => {
  for (const [printed, states] of STATES) {
    test(`in a sentence: ${printed}`, () => {
      const { reviewer } = sentenceLetter(
        `The expert reviewer is Board Certified in Neurology and is licensed to practice in ${printed}.`,
      );
      assert.deepEqual(told(reviewer), { ...NONE, specialties: ['Neurology'], states });
    });

    test(`behind their label: ${printed}`, () => {
      const { reviewer } = credentialsLetter(printed, 'Neurology');
      assert.deepEqual(told(reviewer), { ...NONE, specialties: ['Neurology'], states });
    });
  }
});

const credentialsLetter = (states: string, specialties: string): ReturnType<typeof letterOf> =>
  letterOf(
    letterText({
      credentials: `The Expert Reviewer has the following credentials:
State(s) of Licensure: ${states}
Certification(s)/Specialty: ${specialties}`,
    }),
  );

describe('the reviewer in labelled lines', () => {
  for (const [printed, specialties] of [
    ['Neurology', ['Neurology']],
    ['Preventive Medicine, Occupational Medicine', ['Preventive Medicine', 'Occupational Medicine']],
    ['Physical Medicine & Rehabilitation, Pain Management', ['Physical Medicine & Rehabilitation', 'Pain Management']],
    ['Public Health &\nGeneral Preventive Medicine', ['Public Health & General Preventive Medicine']],
    [
      'Public Health & General\nPreventive Medicine, Neurology',
      ['Public Health & General Preventive Medicine', 'Neurology'],
    ],
    ['Internal Medicine,\nRheumatology,\nSports Medicine', ['Internal Medicine', 'Rheumatology', 'Sports Medicine']],
    ['Child and Adolescent Psychiatry', ['Child and Adolescent Psychiatry']],
    ['Hospice & Palliative Medicine', ['Hospice & Palliative Medicine']],
    ['Chiropractor', ['Chiropractor']],
    ['Sports Medicinea', ['Sports Medicinea']],
    ['Dream Reading, Neurology', ['Dream Reading', 'Neurology']],
    ['Neurology.', ['Neurology']],
  ] as const) {
    test(JSON.stringify(printed), () => {
      const letter = credentialsLetter('Nevada', printed);
      assert.equal(letter.reviewer?.form, 'credentials');
      assert.deepEqual(told(letter.reviewer), { ...NONE, specialties, states: ['Nevada'] });
      assert.equal(letter.reviewer.subspecialties, null);
    });
  }

  test('values stand at their places', () => {
    const letter = credentialsLetter(
      'Nevada,North\nCarolina',
      'Public Health &\nGeneral Preventive Medicine, Neurology',
    );
    const places = [letter.reviewer?.licensedStates, letter.reviewer?.specialties].flatMap((field) =>
      (field?.values ?? []).map(({ span }) => at(letter, span)),
    );
    assert.deepEqual(places, [
      'Nevada',
      'North\nCarolina',
      'Public Health &\nGeneral Preventive Medicine',
      'Neurology',
    ]);
    const label = letter.reviewer?.licensedStates?.label;
    assert.equal(label && at(letter, label.span), 'State(s) of Licensure:');
    assert.equal(letter.reviewer?.licensedStates?.printed?.value, 'Nevada,North Carolina');
  });

  test('a label with nothing behind it has no values', () => {
    const { reviewer } = credentialsLetter('', '');
    assert.deepEqual(told(reviewer), NONE);
    assert.equal(reviewer?.licensedStates?.printed, null);
    assert.equal(reviewer?.specialties?.printed, null);
  });

  test('a label that is missing is null', () => {
    const { reviewer } = letterOf(letterText({ credentials: 'State(s) of Licensure: Nevada' }));
    assert.equal(reviewer?.specialties, null);
    assert.deepEqual(told(reviewer), { ...NONE, states: ['Nevada'] });
  });

  test('labels in the other order, without their heading', () => {
    const credentials = 'Certification(s)/Specialty: Neurology\nState(s) of Licensure: Nevada';
    const { reviewer } = letterOf(letterText({ credentials }));
    assert.deepEqual(told(reviewer), { ...NONE, specialties: ['Neurology'], states: ['Nevada'] });
  });

  test('damaged labels', () => {
    const credentials =
      'The Expert Revicwer has the following credentals:\nState(s) of Licensure; Nevada\nCertificatian(s)/Specialty Neurology';
    const { reviewer } = letterOf(letterText({ credentials }));
    assert.deepEqual(told(reviewer), { ...NONE, specialties: ['Neurology'], states: ['Nevada'] });
  });

  test('a letter without qualifications has no reviewer', () => {
    assert.equal(letterOf(letterText({ credentials: '' })).reviewer, null);
  });
});
