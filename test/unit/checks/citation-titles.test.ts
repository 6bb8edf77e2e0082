import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHRONIC, citing, fixedTexts, found, reports, silent } from './citing.ts';
import { LETTER_2014 } from './letters.ts';

describe('citation.title-near', () => {
  reports('citation.title-near', [
    {
      cited: 'MTUS Shoulder Complaints 2004, Section(s): Intiial Care',
      marked: 'Intiial Care',
      says: /No section of Shoulder Complaints \(2004\) is called “Intiial Care”; “Initial Care” comes nearest\./,
      fixed: ['MTUS Shoulder Complaints 2004, Section(s): Initial Care'],
    },
    {
      cited: 'MTUS Chronic Pain Treatment Guidelines, Section: Pain Interventions and Guidelines, page 24',
      of: LETTER_2014,
      marked: 'Pain Interventions and Guidelines',
      says: /“Pain Interventions and Treatments” comes nearest, and page 24 is about “Benzodiazepines”\./,
      fixed: ['MTUS Chronic Pain Treatment Guidelines, Section: Pain Interventions and Treatments, page 24'],
    },
    {
      cited: 'MTUS Neck and Lower Back Complaints 2004',
      marked: 'Neck and Lower Back Complaints',
      says: /No chapter of the schedule .+ “Neck and Upper Back Complaints” comes nearest\./,
      fixed: ['MTUS Neck and Upper Back Complaints 2004'],
    },
    {
      cited: 'MTUS Opioid Treatment 2016, Section(s): 1.3 Opioids for Acute Pain: Severe Acute Injruies',
      marked: '1.3 Opioids for Acute Pain: Severe Acute Injruies',
      says: /“1\.3 Opioids for Acute Pain: Severe Acute Injuries” comes nearest\./,
      fixed: ['MTUS Opioid Treatment 2016, Section(s): 1.3 Opioids for Acute Pain: Severe Acute Injuries'],
    },
  ]);
  silent([
    ['MTUS Shoulder Complaints 2004, Section(s): Initial Care'],
    [`${CHRONIC}Opioid, criteria for use`],
    [`${CHRONIC}Muscle relaxant (for pain)`],
    [`${CHRONIC}Klonopin`],
    [`${CHRONIC}Medications for acute pain`],
    [`${CHRONIC}Phases of the moon`],
    ['MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids, long-term users'],
    ['MTUS Opioid Treatment 2016, Section(s): 3.3.7 Something Else'],
    ['MTUS Opioid Treatment 2016, Section(s): 3.3.9 Something Else'],
    ['MTUS Opioid Treatment 2016, Section(s): 1.3 Severe Acute Injuries'],
  ]);

  test('a title over two lines keeps its line end', () => {
    const text = citing(`${CHRONIC}Pain Interventions and Guidelines`).replace(
      'Interventions and',
      'Interventions\nand',
    );
    const [problem] = found(text);
    assert.ok(problem);
    assert.deepEqual(fixedTexts(text, problem), [text.replace('and Guidelines', 'and Treatments')]);
  });
});

describe('citation.edition-unknown', () => {
  reports('citation.edition-unknown', [
    {
      cited: 'MTUS Chronic Pain Medical Treatment 2014',
      marked: '2014',
      says: /No edition of 2014 of “Chronic Pain Medical Treatment” is known; .+ 2009, 2016 and 2017\./,
      fixed: ['MTUS Chronic Pain Medical Treatment 2009', 'MTUS Chronic Pain Medical Treatment 2016'],
    },
  ]);
  silent([
    ['MTUS Elbow Complaints 2004'],
    ['MTUS Low Back Complaints 2007'],
    ['MTUS Eye 2024'],
    ['MTUS Prevention 2015'],
    ['MTUS Low Back Disorders 2020'],
    ['MTUS Low Back Complaints'],
  ]);
});

describe('citation.edition-not-in-force', () => {
  const code = 'citation.edition-not-in-force';
  reports(code, [
    {
      cited: 'MTUS Chronic Pain Medical Treatment 2009',
      dates: ['3/2/2017', '4/6/2017'],
      marked: '2009',
      says: /until 2016-07-27, not at the utilization review of 2017-03-02; then the schedule held .+ \(2016\)\./,
    },
    {
      cited: 'MTUS Low Back Disorders 2016',
      dates: ['3/2/2016', '4/6/2016'],
      marked: '2016',
      says: /came into the schedule on 2017-12-01, after the decision of 2016-04-06\./,
    },
    {
      cited: 'MTUS Chronic Pain Medical Treatment 2017',
      dates: ['3/2/2016', '4/6/2016'],
      marked: '2017',
      says: /Chronic Pain \(2017\) came into the schedule on 2017-12-01, after the decision of 2016-04-06\./,
    },
  ]);
  silent([
    ['MTUS Chronic Pain Medical Treatment 2009'],
    ['MTUS Chronic Pain Medical Treatment 2009', { dates: ['3/2/2016', '4/6/2016'] }],
    ['MTUS Chronic Pain Medical Treatment 2009', { dates: ['11/20/2016', '4/6/2017'] }],
    ['MTUS Chronic Pain Treatment Guidelines', { dates: ['3/2/2017', '4/6/2017'] }],
    ['MTUS Low Back Disorders 2016', { dates: ['9/2/2017', '10/6/2017'] }],
    ['MTUS Chronic Pain Medical Treatment 2017', { dates: ['2/2/2018', '4/6/2018'] }],
    ['MTUS Low Back Complaints 2004', { dates: ['9/2/2018', '10/6/2018'], item: 'Retrospective brace for the back' }],
    ['MTUS Low Back Complaints 2004', { dates: ['9/2/2018', '10/6/2018'], item: 'Back brace (DOS 10/2/2017)' }],
  ]);
});

describe('citation.scheme-mismatch', () => {
  reports('citation.scheme-mismatch', [
    {
      cited: 'MTUS ODG Pain',
      marked: 'ODG Pain',
      says: /cited as MTUS, but this work lies outside the schedule\./,
    },
    {
      cited: 'MTUS Cochrane Database of Systematic Reviews',
      marked: 'Cochrane Database of Systematic Reviews',
      says: /“Cochrane Library” lies outside the schedule\./,
    },
    {
      cited: 'Non-MTUS Citation Low Back Complaints 2004',
      dates: ['3/2/2016', '4/6/2016'],
      marked: 'Decision based on Non-MTUS Citation Low Back Complaints 2004.',
      says: /the schedule held Low Back Complaints \(2004\) on 2016-03-02\./,
    },
    {
      cited: 'Non-MTUS Citation MTUS Chronic Pain Medical Treatment Guidelines',
      marked: 'Decision based on Non-MTUS Citation MTUS Chronic Pain Medical Treatment Guidelines.',
      says: /as Non-MTUS and as MTUS at once/,
    },
  ]);
  silent([
    ['MTUS ACOEM, Chapter 12, Low Back Complaints'],
    ['MTUS 9792.20f'],
    ['MTUS Something Never Heard Of'],
    ['Non-MTUS Citation Low Back Complaints 2004'],
    ['Non-MTUS Citation Low Back Complaints 2004', { dates: ['9/2/2018', '10/6/2018'] }],
    ['Non-MTUS Citation Official Disability Guidelines, Low Back', { dates: ['3/2/2016', '4/6/2016'] }],
    [
      'Non-MTUS Citation ACOEM Practice Guidelines, 3rd edition, Low Back Disorders',
      { dates: ['3/2/2016', '4/6/2016'] },
    ],
  ]);
});
