import { describe } from 'node:test';
import { CHRONIC, type Letters, reports, silent } from './citing.ts';
import { LETTER_2014 } from './letters.ts';

describe('citation.page-outside-topic', () => {
  reports('citation.page-outside-topic', [
    {
      cited: `${CHRONIC}Benzodiazepines, page 64`,
      marked: '64',
      says: /Page 64 of .+ is not about “Benzodiazepines” \(page 24\), but about “Muscle relaxants \(for pain\)”\./,
      fixed: [`${CHRONIC}Benzodiazepines, page 24`],
    },
    {
      cited: 'MTUS Chronic Pain Treatment Guidelines, Section: Benzodiazepines, page 25',
      of: LETTER_2014,
      marked: '25',
      says: /Page 25 of .+ is not about “Benzodiazepines” \(page 24\)/,
      fixed: ['MTUS Chronic Pain Treatment Guidelines, Section: Benzodiazepines, page 24'],
    },
    {
      cited: `${CHRONIC}Muscle relaxants (for pain), pages 74-78`,
      marked: '74-78',
      says: /Pages 74-78 of .+ are not about “Muscle relaxants \(for pain\)” \(pages 63-66\)/,
    },
    {
      cited: 'MTUS Chronic Pain Treatment Guidelines Page(s): 64',
      of: LETTER_2014,
      item: 'Clonazepam 0.5mg #30',
      marked: '64',
      says: /asks for clonazepam \(benzodiazepine\), but page 64 of .+ is about “Muscle relaxants \(for pain\)”\./,
    },
    {
      cited: 'MTUS Chronic Pain Medical Treatment 2009, pages 24, 76-80',
      item: 'Soma 350mg #90',
      marked: '24',
      says: /but pages 24 and 76-80 of .+ are about “Benzodiazepines” and “Opioids, criteria for use”\./,
    },
  ]);
  silent([
    [`${CHRONIC}Benzodiazepines, page 24`],
    [`${CHRONIC}Muscle relaxants (for pain), pages 61-63`],
    [`${CHRONIC}Cyclobenzaprine (Flexeril), page(s) 63-64`],
    [`${CHRONIC}Gabapentin (Neurontin), page 18`],
    [`${CHRONIC}Topical analgesics, pages 111-13`],
    [`${CHRONIC}Drug testing, pages 43, 78, 94`],
    [`${CHRONIC}Opioids, Benzodiazepines, pages 24, 78`],
    [`${CHRONIC}Benzodiazepines, Acupuncture, page 64`],
    [`${CHRONIC}Benzodiazepines, Phases of the moon, page 64`],
    [`${CHRONIC}Acupuncture, page 99`],
    ['MTUS Chronic Pain Medical Treatment 2016, Section(s): Benzodiazepines, page 64'],
    ['MTUS Chronic Pain Medical Treatment Guidelines, Section: Benzodiazepines, page 64'],
    ['MTUS Chronic Pain Treatment Guidelines, Section: Benzodiazepines, page 64', { dates: ['3/2/2017', '4/6/2017'] }],
    ['MTUS Low Back Complaints 2004, Section(s): Special Studies, page 320'],
    ['MTUS Chronic Pain Medical Treatment 2009, page 24', { item: 'Clonazepam 0.5mg #30' }],
    ['MTUS Chronic Pain Medical Treatment 2009, pages 78, 24', { item: 'Norco 10/325mg #120' }],
    ['MTUS Chronic Pain Medical Treatment 2009, page 124', { item: 'Norco 10/325mg #120' }],
    ['MTUS Chronic Pain Medical Treatment 2009, page 64', { item: 'Gym membership' }],
    ['MTUS Chronic Pain Medical Treatment 2009, page 64', { item: 'Clonazepam and Soma #30' }],
    [
      'MTUS Chronic Pain Medical Treatment 2009, page 64. Decision based on Non-MTUS Citation FDA',
      { item: 'Clonazepam 0.5mg #30' },
    ],
  ]);
});

describe('citation.pages-reversed', () => {
  reports('citation.pages-reversed', [
    {
      cited: `${CHRONIC}Opioids, criteria for use, pages 80-76`,
      marked: '80-76',
      says: /The pages 80-76 that issue 2 “Gym membership for a year” cites run backwards/,
      fixed: [`${CHRONIC}Opioids, criteria for use, pages 76-80`],
    },
    {
      cited: 'Non-MTUS Citation ACOEM Practice Guidelines, 3rd edition, pages 610-607',
      marked: '610-607',
      says: /run backwards/,
      fixed: ['Non-MTUS Citation ACOEM Practice Guidelines, 3rd edition, pages 607-610'],
    },
  ]);
  silent([
    [`${CHRONIC}Topical analgesics, pages 111-13`],
    ['Non-MTUS Citation Journal of Invented Medicine, pages 90-12'],
  ]);
});

describe('citation.page-beyond-book', () => {
  reports('citation.page-beyond-book', [
    {
      cited: `${CHRONIC}Weaning of medications, page 128`,
      marked: '128',
      says: /Page 128 cannot be in Chronic Pain Medical Treatment \(2009\), whose last page is 127\./,
    },
    { cited: 'MTUS Low Back Complaints 2004, page 329', marked: '329', says: /whose last page is 326\./ },
    { cited: 'MTUS Low Back Complaints 2004, page 24', marked: '24', says: /whose first page is 287\./ },
    { cited: 'MTUS Chronic Pain Medical Treatment 2009, page 0', marked: '0', says: /whose first page is 1\./ },
  ]);
  silent([
    [`${CHRONIC}Weaning of medications, page 124 of 127`],
    ['MTUS Low Back Complaints 2004, page 328'],
    ['MTUS Low Back Complaints 2004, page 285'],
    ['MTUS Acupuncture Treatment 2007, page 90'],
    ['MTUS Ankle and Foot Complaints 2004, page 400'],
    ['MTUS Opioid Treatment 2016, page 400'],
  ]);
});

describe('citation.topic-class-mismatch', () => {
  reports('citation.topic-class-mismatch', [
    {
      cited: `${CHRONIC}Benzodiazepines`,
      item: 'Norco 10/325mg #120',
      marked: 'Benzodiazepines',
      says: /asks for hydrocodone\/acetaminophen \(opioid, .+\), but “Benzodiazepines” is about benzodiazepines\./,
    },
    {
      cited: 'MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics',
      item: 'Gabapentin 300mg #90',
      marked: 'Topical analgesics',
      says: /asks for gabapentin \(anticonvulsant\), but “Topical analgesics” is about drugs applied to the skin\./,
    },
    {
      cited: `${CHRONIC}SSRIs (selective serotonin reuptake inhibitors)`,
      item: 'Naproxen',
      marked: 'SSRIs (selective serotonin reuptake inhibitors)',
      says: /is about antidepressants\./,
    },
  ]);
  const item = (name: string): Letters => ({ item: name });
  silent([
    [`${CHRONIC}Opioids, criteria for use`, item('Norco 10/325mg #120')],
    [`${CHRONIC}Benzodiazepines, Opioids`, item('Norco 10/325mg #120')],
    [
      `${CHRONIC}Benzodiazepines. Decision based on Non-MTUS Citation Official Disability Guidelines, Pain Chapter, Opioids`,
      item('Norco 10/325mg #120'),
    ],
    [`${CHRONIC}Muscle relaxants (for pain)`, item('Diazepam 5mg #30')],
    [`${CHRONIC}NSAIDs, GI symptoms & cardiovascular risk`, item('Omeprazole 20mg #60')],
    [`${CHRONIC}SSRIs (selective serotonin reuptake inhibitors)`, item('Cymbalta 60mg #30')],
    [`${CHRONIC}Opioids, Weaning of medications`, item('Ibuprofen 800mg #90')],
    [`${CHRONIC}Medications for chronic pain`, item('Ibuprofen 800mg #90')],
    [`${CHRONIC}Benzodiazepines`, item('Zolpidem 10mg #30')],
    [`${CHRONIC}Topical analgesics`, item('Gabapentin')],
    [`${CHRONIC}Opioids`, item('Gabapentin 10% cream')],
    [`${CHRONIC}Benzodiazepines`, item('Soma 350mg #90 and Norco 10/325mg #60')],
    [`${CHRONIC}Benzodiazepines`, item('Urine drug screen for Norco')],
    [`${CHRONIC}Benzodiazepines`, item('Evaluation before tramadol is begun')],
    [`${CHRONIC}Benzodiazepines`, item('Gym membership')],
    ['MTUS Low Back Complaints 2004, Section(s): Initial Care', item('Norco 10/325mg #120')],
  ]);
});
