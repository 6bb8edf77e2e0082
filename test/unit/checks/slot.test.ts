import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { finds, isSilent, letterWith, type Slip } from './slips.ts';

const SLIPS: readonly Slip[] = [
  { code: 'slot.date-letter', printed: 'He was seen on l-25-08.', meant: 'He was seen on 1-25-08.' },
  { code: 'slot.date-letter', printed: 'He was seen on 1O/14/2016.', meant: 'He was seen on 10/14/2016.' },
  { code: 'slot.date-space', printed: 'He was seen on 10/14/ 2016.', meant: 'He was seen on 10/14/2016.' },
  { code: 'slot.date-space', printed: 'He was seen on 1-9- 17.', meant: 'He was seen on 1-9-17.' },
  { code: 'slot.date-joined', printed: 'He was seen on 10-282016.', meant: 'He was seen on 10-28-2016.' },
  { code: 'slot.date-joined', printed: 'He was seen on 1028-2016.', meant: 'He was seen on 10-28-2016.' },
  { code: 'slot.date-impossible', printed: 'He was seen on 10/14/2106.', meant: 'He was seen on 10/14/2016.' },
  { code: 'slot.date-impossible', printed: 'He was seen on 25/10/2016.', meant: 'He was seen on 10/25/2016.' },
  { code: 'slot.date-impossible', printed: 'He was seen on 2/30/15.', meant: null },
  { code: 'slot.date-impossible', printed: 'He was seen in June 20216.', meant: 'He was seen in June 2016.' },
  { code: 'slot.date-impossible', printed: 'He was seen on June 31, 2016.', meant: null },
  { code: 'slot.age', printed: 'He is a 3B-year-old man.', meant: 'He is a 38-year-old man.' },
  { code: 'slot.age-differs', printed: 'He is an 83 year old man.', meant: null },
  { code: 'slot.dose', printed: 'He takes Klonopin O.5 mg.', meant: 'He takes Klonopin 0.5 mg.' },
  { code: 'slot.dose', printed: 'He takes Norco l0mg.', meant: 'He takes Norco 10mg.' },
  { code: 'slot.dose', printed: 'He had l2 sessions.', meant: 'He had 12 sessions.' },
  { code: 'slot.dose', printed: 'It took away 9O% of it.', meant: 'It took away 90% of it.' },
  { code: 'slot.dose', printed: 'His pain is 7/l0 now.', meant: 'His pain is 7/10 now.' },
  { code: 'slot.dose', printed: 'His pressure was l54/86.', meant: 'His pressure was 154/86.' },
  { code: 'slot.dose', printed: 'He had l4/18 tender points.', meant: 'He had 14/18 tender points.' },
  { code: 'slot.dose', printed: 'He takes Norco 1O/325 mg.', meant: 'He takes Norco 10/325 mg.' },
  { code: 'slot.dose', printed: 'The score was l8, as before.', meant: 'The score was 18, as before.' },
  { code: 'slot.dose', printed: 'The angle is 3O.', meant: 'The angle is 30.' },
  { code: 'slot.dose', printed: 'He has been ill since 2O16.', meant: 'He has been ill since 2016.' },
  {
    code: 'slot.dose-tenfold',
    printed: 'He took clonazepam 0.5 mg and later Klonopin 5 mg at night, with food, as before.',
    meant: 'He took clonazepam 0.5 mg and later Klonopin 0.5 mg at night, with food, as before.',
  },
  {
    code: 'slot.dose-tenfold',
    printed: 'He takes gabapentin 300mg tablets. Gabapentin 30mg daily is continued.',
    meant: 'He takes gabapentin 300mg tablets. Gabapentin 300mg daily is continued.',
  },
  { code: 'slot.unit', printed: 'He takes Norco 10 rng.', meant: 'He takes Norco 10 mg.' },
  { code: 'slot.unit', printed: 'He takes Norco 10mq.', meant: 'He takes Norco 10mg.' },
  { code: 'slot.decimal-style', printed: 'He takes lorazepam .5 mg.', meant: 'He takes lorazepam 0.5 mg.' },
  { code: 'slot.decimal-style', printed: 'He takes lorazepam 5.0 mg.', meant: 'He takes lorazepam 5 mg.' },
  { code: 'slot.quantity', printed: 'He takes Norco #3O daily.', meant: 'He takes Norco #30 daily.' },
  { code: 'slot.quantity', printed: 'Norco Qty l20: Upheld', meant: 'Norco Qty 120: Upheld', block: 'title-2' },
  { code: 'slot.spine-level', printed: 'A bulge at L4-S is seen.', meant: 'A bulge at L4-5 is seen.' },
  { code: 'slot.spine-level', printed: 'A bulge at CS-6 is seen.', meant: 'A bulge at C5-6 is seen.' },
  { code: 'slot.spine-level', printed: 'A bulge at L5-Sl is seen.', meant: 'A bulge at L5-S1 is seen.' },
  { code: 'slot.spine-level', printed: 'A fusion of L5-51 was done.', meant: 'A fusion of L5-S1 was done.' },
  { code: 'slot.spine-level', printed: 'A fusion of L4-51 was done.', meant: 'A fusion of L4-S1 was done.' },
  { code: 'slot.spine-level', printed: 'A bulge at L4-6 is seen.', meant: 'A bulge at L4-5 is seen.' },
  { code: 'slot.code-shape', printed: 'The request is CPT 6448O.', meant: 'The request is CPT 64480.' },
  {
    code: 'slot.page',
    printed: 'MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007, Page(s): 2A.',
    meant: 'MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007, Page(s): 24.',
    block: 'maximus-2',
  },
];

/** Numbers as reviewers write them. */
const RIGHT: readonly string[] = [
  'Jamar readings were 20/12/14 on the right and 14/12/14 kg on the left; he lifted 20/10/12 lbs.',
  'He was seen on 10-14-2016, 1/9/17 and 2016-10-14, and in 10/2016.',
  'Trezix 320.5/30/16 mg, Norco 10/325 mg #60 and a cream of 50/30/20 were tried.',
  'Vitamin B12 1000 mcg, T12 and L1-L5, C5-6, C7-T1, L5-S1, L5-1 and S1.',
  'He walked 3 feet 4 inches, rated 6-7/10, for 2-3-4 weeks.',
  'The code is M54.5, CPT 64480, ICD-10 M54.16, HCPCS E0730 and ICD-9 724.4.',
  'He is a 39-year-old man with a 12 year old son.',
  'He took gabapentin 300 mg and in total gabapentin 3000 mg, tramadol 50 mg and tramadol up to 500 mg a day.',
  'He took morphine 15 mg (morphine equivalent 150 mg), baclofen 10 mg and lorazepam 1 mg.',
  'He took Norco 10/325 mg, Norco 325 mg, Ultracet 37.5-325 mg and a cream of 5% and 50 mg.',
  'He was stiff at l4/5 and l5, took 2l of water, 5l/min of oxygen, saw 20/20 and was O2 dependent, stage 2/3B, q4O.',
  'A group of 10 to 12; P02/11, 12/3O/2015x, A3O, 3O-4 and 1I.',
  'The lens is O2 tight, 1st of 2, 3x a day, q6h and H2 blockers.',
];

describe('numbers and dates that are damaged', () => {
  for (const slip of SLIPS) finds(slip);
  for (const right of RIGHT) isSilent('slot', right);
});

test('strengths that nobody looked up are told as such', () => {
  const text = letterWith('He took clonazepam 0.5 mg and later Klonopin 5 mg at night.', undefined, 'raw');
  const [problem, ...more] = checkLetter(onlyLetter(text)).filter(({ code }) => code === 'slot.dose-tenfold');
  assert.equal(more.length, 0);
  assert.match(problem?.message ?? '', /from memory and were not looked up, “5 mg” is no strength of clonazepam;/);
});
