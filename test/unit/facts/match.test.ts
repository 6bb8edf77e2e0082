import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  drug,
  drugsIn,
  matchChapterAt,
  matchDrugAt,
  matchSpecialtyAt,
  matchStateAt,
  matchTopicAt,
  specialty,
  state,
} from '../../../server/src/facts/index.ts';

/** The text that a match takes, with what it stands for. */
const chapter = (text: string, offset = 0): string | null => {
  const match = matchChapterAt(text, offset);
  return match && `${text.slice(offset, offset + match.length)} → ${match.guidelineId}`;
};
const topicIn = (text: string, guidelineId: string | null, offset = 0): string | null => {
  const match = matchTopicAt(text, offset, guidelineId);
  return match && `${text.slice(offset, offset + match.length)} → ${match.topicId}`;
};

test('a chapter is matched without its year, and the year tells the edition', () => {
  assert.equal(chapter('Low Back Complaints 2004, Section(s): Summary'), 'Low Back Complaints → mtus/low-back-2004');
  assert.equal(
    chapter('Chronic Pain Medical Treatment 2009'),
    'Chronic Pain Medical Treatment → mtus/chronic-pain-2009',
  );
  assert.equal(
    chapter('Chronic Pain Medical Treatment 2016, X'),
    'Chronic Pain Medical Treatment → mtus/chronic-pain-2016',
  );
  assert.equal(chapter('Elbow Complaints 2007'), 'Elbow Complaints → mtus/elbow-2007');
  assert.equal(chapter('Low Back Disorders 2019'), 'Low Back Disorders → mtus/low-back-2019');
  assert.equal(chapter('Low Back Disorders (2020)'), 'Low Back Disorders → mtus/low-back-2020');
  assert.equal(chapter('Elbow Disorders 2019.'), 'Elbow Disorders → mtus/elbow-2018');
  assert.equal(chapter('Coronavirus (COVID-19) 2021'), 'Coronavirus (COVID-19) → mtus/covid-2021');
  assert.equal(chapter('Opioid Treatment 2016'), 'Opioid Treatment → mtus/opioids-2016');
  assert.equal(chapter('Opioids 2017'), 'Opioids → mtus/opioids-2017');
});

test('without a year, a chapter is the one that undated letters meant', () => {
  assert.equal(
    chapter('Chronic Pain Treatment Guidelines Benzodiazepines Page(s): 24'),
    'Chronic Pain Treatment Guidelines → mtus/chronic-pain-2009',
  );
  assert.equal(
    chapter('Postsurgical Treatment Guidelines'),
    'Postsurgical Treatment Guidelines → mtus/postsurgical-2009',
  );
  assert.equal(
    chapter('Acupuncture Treatment Guidelines.'),
    'Acupuncture Treatment Guidelines → mtus/acupuncture-2007',
  );
  assert.equal(chapter('Low Back Complaints 20045'), 'Low Back Complaints → mtus/low-back-2004');
});

test('a chapter may be led by its book, number or section', () => {
  const led = (lead: string): string | null => chapter(`${lead} Page(s): 303`);
  assert.equal(
    led('ACOEM Practice Guidelines, Chapter 12 Low Back Complaints'),
    'ACOEM Practice Guidelines, Chapter 12 Low Back Complaints → mtus/low-back-2004',
  );
  assert.equal(led('ACOEM Practice Guidelines'), 'ACOEM Practice Guidelines → acoem/practice-guidelines-2004');
  assert.equal(led('ACOEM, Chapter 9'), 'ACOEM, Chapter 9 → mtus/shoulder-2004');
  assert.equal(
    led('American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004) Chapter 7'),
    'American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004) Chapter 7 → acoem/consultations-2004',
  );
  assert.equal(led('Chapter 13 Knee Complaints'), 'Chapter 13 Knee Complaints → mtus/knee-2004');
  assert.equal(
    led('9792.24.1. Acupuncture Medical Treatment Guidelines'),
    '9792.24.1. Acupuncture Medical Treatment Guidelines → mtus/acupuncture-2007',
  );
});

test('what is no chapter is none', () => {
  for (const text of [
    '',
    'Eyes',
    'Work-Relatedness',
    'Chapter 99',
    '9792.20f',
    'Low Back',
    'Chapter',
    'MTUS Low Back Complaints',
  ]) {
    assert.equal(chapter(text), null, text);
  }
});

test('topics hold commas, colons, brackets and ampersands', () => {
  const pain = 'mtus/chronic-pain-2009';
  assert.equal(
    topicIn('NSAIDs, GI symptoms & cardiovascular risk, Opioids', pain),
    `NSAIDs, GI symptoms & cardiovascular risk → ${pain}/nsaids-gi-symptoms-and-cardiovascular-risk`,
  );
  assert.equal(topicIn('NSAIDs, Opioids', pain), `NSAIDs → ${pain}/nsaids`);
  assert.equal(
    topicIn('TENS, chronic pain (transcutaneous electrical nerve stimulation).', pain),
    `TENS, chronic pain (transcutaneous electrical nerve stimulation) → ${pain}/tens-chronic-pain`,
  );
  assert.equal(
    topicIn(
      '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment',
      'mtus/opioids-2016',
    ),
    '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment → mtus/opioids-2016/3-3-9-maintenance-of-chronic-opioid-treatment',
  );
});

test('a topic ends at a comma, a stop, a bracket, the end, or before its pages', () => {
  const id = ' → mtus/chronic-pain-2009/benzodiazepines';
  for (const rest of ['', ',', '.', '. Next', ';', ')', ' Page(s): 24', ' page 24', ' pg. 24', '\n p. 24']) {
    assert.equal(topicIn(`Benzodiazepines${rest}`, 'mtus/chronic-pain-2009'), `Benzodiazepines${id}`, rest);
  }
  for (const rest of [' and others', 's', '.5', ':', ' parts']) {
    assert.equal(topicIn(`Benzodiazepines${rest}`, 'mtus/chronic-pain-2009'), null, rest);
  }
});

test('topics belong to their guideline; null asks all of the schedule', () => {
  assert.equal(topicIn('Facet blocks', 'mtus/chronic-pain-2009'), null);
  assert.equal(topicIn('Facet blocks', null), 'Facet blocks → mtus/chronic-pain-2016/facet-blocks');
  assert.equal(topicIn('Special Studies', 'mtus/knee-2004'), 'Special Studies → mtus/knee-2004/special-studies');
  assert.equal(topicIn('Special Studies', 'mtus/unheard-of'), null);
  assert.equal(
    topicIn('Radial Head Fracture', 'mtus/elbow-2007'),
    'Radial Head Fracture → mtus/elbow-2007/radial-head-fracture',
  );
});

test('specialties: the longest name wins, and codes count only in capitals', () => {
  const long = 'Public Health & General Preventive Medicine';
  assert.deepEqual(matchSpecialtyAt(`${long}, Occupational Medicine`, 0), {
    name: 'Public Health and General Preventive Medicine',
    length: long.length,
  });
  assert.deepEqual(matchSpecialtyAt('Physical Medicine & Rehabilitation,Pain Management', 0)?.length, 34);
  assert.deepEqual(matchSpecialtyAt('Orthopedic Surgery', 0), { name: 'Orthopaedic Surgery', length: 18 });
  assert.equal(matchSpecialtyAt('Sports Medicinea', 0), null);
  assert.equal(matchSpecialtyAt('im pain', 0), null);
  assert.equal(specialty('Family Practice')?.name, 'Family Medicine');
  assert.equal(specialty('Chiropractor')?.system, 'non-physician');
  assert.equal(specialty('Astrology'), null);
});

test('states: the longest name wins, and codes count only in capitals', () => {
  assert.deepEqual(matchStateAt('West Virginia', 0), { name: 'West Virginia', length: 13 });
  assert.deepEqual(matchStateAt('California,North Carolina', 11), { name: 'North Carolina', length: 14 });
  assert.deepEqual(matchStateAt('Washington, D.C.', 0), { name: 'District of Columbia', length: 16 });
  assert.equal(matchStateAt('Washington and Oregon', 0)?.name, 'Washington');
  assert.equal(matchStateAt('OR', 0)?.name, 'Oregon');
  assert.equal(matchStateAt('or', 0), null);
  assert.equal(matchStateAt('Texan', 0), null);
  assert.equal(state('ca'), null);
  assert.equal(state(' puerto rico ')?.code, 'PR');
});

test('the drugs of an item, each once', () => {
  const names = (text: string): readonly string[] => drugsIn(text).map(({ generic }) => generic);
  assert.deepEqual(names('Tramadol (Ultram) 50mg #60'), ['tramadol']);
  assert.deepEqual(names('Soma 350mg and Norco 10/325mg'), ['carisoprodol', 'hydrocodone/acetaminophen']);
  assert.deepEqual(names('Gym membership'), []);
});

test('drugs: by generic name, brand and known misspelling', () => {
  assert.equal(drug('Norco')?.generic, 'hydrocodone/acetaminophen');
  assert.equal(drug('hydrocodone / acetaminophen')?.id, 'hydrocodone-acetaminophen');
  assert.deepEqual(drug('klonopin')?.topicIds, ['mtus/chronic-pain-2009/benzodiazepines']);
  assert.equal(drug('Flexaril')?.generic, 'cyclobenzaprine');
  assert.equal(matchDrugAt('Flexaril 7.5mg', 0)?.kind, 'spelling');
  assert.equal(matchDrugAt('MS Contin 15mg', 0)?.name, 'MS Contin');
  for (const printed of ['Synvisc-One', 'Synvisc One', 'SynviscOne'])
    assert.deepEqual(
      [matchDrugAt(`${printed} today`, 0)?.name, matchDrugAt(printed, 0)?.length],
      ['Synvisc-One', printed.length],
    );
  assert.equal(matchDrugAt('versed in', 0), null);
  assert.equal(matchDrugAt('Versed 2mg', 0)?.drug.generic, 'midazolam');
  assert.equal(drug('water'), null);
});

test('any text at any offset gives a match inside the text, or none', () => {
  const word = fc.constantFrom(
    'ACOEM',
    'Chapter',
    '12',
    'Low Back',
    'Complaints',
    '2004',
    'Opioids',
    ',',
    ' ',
    '&',
    '-',
    '9792.2',
    'New York',
    '(',
    'é',
    '\u2028',
  );
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: -2, max: 60 }), (words, offset) => {
      const text = words.join(' ');
      for (const match of [
        matchChapterAt(text, offset),
        matchTopicAt(text, offset, null),
        matchSpecialtyAt(text, offset),
        matchStateAt(text, offset),
        matchDrugAt(text, offset),
      ]) {
        if (match) assert.ok(match.length > 0 && offset >= 0 && offset + match.length <= text.length);
      }
    }),
  );
});
