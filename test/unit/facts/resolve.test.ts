import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CitationParts,
  editionAt,
  odgChapter,
  odgChapters,
  resolve,
  sourcesIn,
} from '../../../server/src/facts/index.ts';

const schedule = (guideline: string | null, year: number | null, ...sections: string[]): CitationParts => ({
  scheme: 'MTUS',
  guideline,
  year,
  sections,
  text: `Decision based on MTUS ${guideline ?? ''} ${String(year ?? '')}, Section(s): ${sections.join(', ')}.`,
});
const outside = (scheme: CitationParts['scheme'], text: string): CitationParts => ({
  scheme,
  guideline: null,
  year: null,
  sections: [],
  text,
});

test('one topic is the entry; several, or none, leave the guideline', () => {
  assert.equal(
    resolve(schedule('Chronic Pain Medical Treatment', 2009, 'Benzodiazepines'))?.entry,
    'mtus/chronic-pain-2009/benzodiazepines',
  );
  assert.equal(
    resolve(schedule('Low Back Complaints', 2004, 'Special Studies', 'Summary'))?.entry,
    'mtus/low-back-2004',
  );
  assert.equal(resolve(schedule('Low Back Complaints', 2004))?.entry, 'mtus/low-back-2004');
});

test('how it was matched: exact, alias or near', () => {
  const exact = resolve(schedule('Chronic Pain Medical Treatment', 2016, 'Topical analgesics'));
  assert.equal(exact?.how, 'exact');
  assert.equal(exact.doubt, null);
  assert.equal(exact.topics[0]?.how, 'exact');
  assert.equal(resolve(schedule('Chronic Pain Treatment Guidelines', null, 'Benzodiazepines'))?.how, 'alias');
  assert.equal(resolve(schedule('Chronic Pain Medical Treatment', 2009, 'Klonopin'))?.how, 'alias');
});

test('a title one content word away is near, with its doubt', () => {
  const near = resolve(schedule('Chronic Pain Treatment Guidelines', null, 'Pain Interventions and Guidelines'));
  assert.equal(near?.entry, 'mtus/chronic-pain-2009/pain-interventions-and-treatments');
  assert.equal(near.how, 'near');
  assert.match(near.doubt ?? '', /“Pain Interventions and Treatments” comes nearest/);
  assert.deepEqual(near.topics[0]?.near, { title: 'Pain Interventions and Treatments', kind: 'word' });
  assert.equal(near.near, null);
});

test('a slip of spelling is near, a number never is', () => {
  const slip = resolve(schedule('Knee Complaints', 2004, 'Surgical Considreations'));
  assert.equal(slip?.entry, 'mtus/knee-2004/surgical-considerations');
  assert.equal(slip.how, 'near');
  const title = resolve(schedule('Shoulder Complaimts', 2004));
  assert.equal(title?.entry, 'mtus/shoulder-2004');
  assert.match(title.doubt ?? '', /no chapter of this title/);
  assert.deepEqual(title.near, { title: 'Shoulder Complaints', kind: 'spelling' });
  const section = resolve(schedule('Opioid Treatment', 2016, '3.3.7 Something Unheard Of'));
  assert.equal(section?.topics[0]?.topic?.number, '3.3');
  assert.match(section.topics[0].doubt ?? '', /Section 3\.3\.7 is not in the tables/);
  const [own] = resolve(schedule('Opioid Treatment', 2016, '4. Tapreing Opioids'))?.topics ?? [];
  assert.equal(own?.topic?.number, '4');
  assert.deepEqual(own.near, { title: '4. Tapering Opioids', kind: 'spelling' });
});

test('a page in the place of a section is a page', () => {
  const [page] = resolve(schedule('Elbow Complaints', 2007, '326'))?.topics ?? [];
  assert.deepEqual(page?.pages, { first: 326, last: 326 });
  assert.equal(page.topic, null);
});

test('a year without an edition is said, and unknown is unknown', () => {
  assert.match(resolve(schedule('Low Back Complaints', 2099))?.doubt ?? '', /No edition of 2099 is known/);
  assert.deepEqual(resolve(schedule('Low Back Complaints', 2016))?.alternatives, ['mtus/low-back-2016']);
  assert.equal(resolve(schedule('Quantum Healing', 2004)), null);
  assert.equal(resolve(schedule(null, null)), null);
  const unknown = resolve(schedule('Knee Complaints', 2004, 'Moon Phases'));
  assert.equal(unknown?.entry, 'mtus/knee-2004');
  assert.deepEqual(
    unknown.topics.map(({ topic, how }) => [topic, how]),
    [[null, null]],
  );
});

test('a topic of another guideline is offered as an alternative', () => {
  const [topic] = resolve(schedule('Chronic Pain Medical Treatment', 2009, 'Facet blocks'))?.topics ?? [];
  assert.equal(topic?.topic, null);
  assert.deepEqual(topic?.alternatives, ['mtus/chronic-pain-2016/facet-blocks']);
});

test('undated titles of several editions name the others', () => {
  const undated = resolve(schedule('Chronic Pain Medical Treatment Guidelines', null));
  assert.equal(undated?.entry, 'mtus/chronic-pain-2009');
  assert.deepEqual(undated.alternatives, ['mtus/chronic-pain-2016']);
});

test('a section of the regulations stands for itself', () => {
  const found = resolve({ ...schedule('9792.20f', null), text: 'Decision based on MTUS 9792.20f Page(s): 66.' });
  assert.equal(found?.entry, 'ccr/9792.20');
  assert.equal(found.regulation?.link, 'https://www.dir.ca.gov/t8/9792_20.html');
});

test('chapters of the Official Disability Guidelines and their topics', () => {
  const of = (text: string): string | undefined => resolve(outside('ODG', text))?.entry;
  assert.equal(
    of('Official Disability Guidelines (ODG) Low Back Chapter, Preoperative electrocardiogram (ECG).'),
    'odg/low-back/preoperative-electrocardiogram',
  );
  assert.equal(of('ODG Neck & Upper Back (Acute & Chronic).'), 'odg/neck-upper-back');
  assert.equal(
    of('Official Disability Guidelines (ODG), Knee and Leg Chapter, Durable medical equipment.'),
    'odg/knee-leg/durable-medical-equipment',
  );
  assert.equal(of('Official Disability Guidelines (ODG).'), 'odg/guide');
  assert.equal(of('something else'), undefined);
  assert.equal(odgChapter('ODG Pain (Chronic), Benzodiazepines.')?.topics[0]?.id, 'odg/pain/benzodiazepines');
  assert.deepEqual(
    odgChapters('ODG Shoulder Chapter, Hand Chapter, Physical therapy').map(({ chapter }) => chapter.id),
    ['odg/shoulder', 'odg/forearm-wrist-hand'],
  );
});

test('ACOEM cited outside the schedule', () => {
  const third = resolve(
    outside('ACOEM', 'ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders, pg. 1.'),
  );
  assert.equal(third?.entry, 'acoem/practice-guidelines-2011');
  assert.equal(
    resolve(outside('ACOEM', 'ACOEM Chapter 7 Independent Medical Examinations'))?.entry,
    'acoem/consultations-2004',
  );
});

test('other works: by name, abbreviation, address, statute and section', () => {
  const of = (text: string): string | undefined => resolve(outside('other', text))?.entry;
  assert.equal(of('FDA (Ambien).'), 'source/fda');
  assert.equal(of('http://www.drugs.com/pro/example.html'), 'source/drugscom');
  assert.equal(of('Labor Code section 4610.5(c)(2)'), 'source/lc-4610-5');
  assert.equal(of('Lab. Code, § 4610'), 'source/lc-4610');
  assert.equal(of('8 CCR 9792.10.6'), 'source/ccr-9792-10-6');
  assert.equal(of('who knows'), undefined);
});

test('the works that a text names, each once, in order', () => {
  assert.deepEqual(
    sourcesIn('Labor Code 4610.6; see the FDA, Labor Code 4610.6 and JAMA').map(({ id }) => id),
    ['lc-4610-6', 'fda', 'jama'],
  );
  assert.deepEqual(sourcesIn('those who fda'), []);
});

test('the edition in force on a day', () => {
  const ids = (id: string, date: string): unknown => {
    const found = editionAt(id, date);
    return found && [found.edition?.id ?? null, found.current, found.nearChange];
  };
  assert.deepEqual(ids('mtus/low-back-2004', '2016-03-01'), ['mtus/low-back-2004', true, false]);
  assert.deepEqual(ids('mtus/low-back-2004', '2018-06-01'), ['mtus/low-back-2016', false, false]);
  assert.deepEqual(ids('mtus/low-back-2004', '2017-12-02'), ['mtus/low-back-2016', false, true]);
  assert.deepEqual(ids('mtus/low-back-2016', '2022-06-01'), ['mtus/low-back-2020', false, false]);
  assert.deepEqual(ids('mtus/chronic-pain-2009', '2016-12-20'), ['mtus/chronic-pain-2016', false, false]);
  assert.deepEqual(ids('mtus/chronic-pain-2009', '2016-10-20'), ['mtus/chronic-pain-2016', false, true]);
  assert.deepEqual(ids('mtus/general-approaches-2004', '2020-01-01'), [null, false, false]);
  assert.deepEqual(ids('mtus/prevention-2018', '2020-01-01'), [null, null, false]);
  assert.equal(editionAt('acoem/low-back-2007', '2016-01-01'), null);
  assert.equal(editionAt('mtus/nothing', '2016-01-01'), null);
  assert.equal(
    resolve(schedule('Low Back Complaints', 2004), '2018-06-01')?.edition?.edition?.id,
    'mtus/low-back-2016',
  );
  assert.equal(resolve(schedule('Low Back Complaints', 2004))?.edition, null);
});

test('any citation resolves or does not, and never throws', () => {
  const words = fc.string({
    unit: fc.constantFrom('MTUS', 'Low Back', ' ', ',', '3.3.', '9', 'ODG', 'Pain', 'Chapter 1', '(', 'é', '-'),
  });
  fc.assert(
    fc.property(
      fc.constantFrom('MTUS' as const, 'ODG' as const, 'ACOEM' as const, 'other' as const),
      fc.option(words),
      fc.option(fc.integer()),
      fc.array(words, { maxLength: 3 }),
      words,
      fc.option(fc.string()),
      (scheme, guideline, year, sections, text, date) => {
        const found = resolve({ scheme, guideline, year, sections, text }, date);
        if (found)
          assert.equal([found.guideline, found.regulation, found.source].filter((each) => each !== null).length, 1);
      },
    ),
  );
});
