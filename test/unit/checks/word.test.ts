import { describe } from 'node:test';
import { finds, isSilent, type Slip } from './slips.ts';

const said = (code: string, printed: string, meant: string | null): Slip => ({ code: `word.${code}`, printed, meant });
const basis = (code: string, printed: string, meant: string): Slip => ({
  code: `word.${code}`,
  printed: `MAXIMUS guideline: Decision based on ${printed} Elbow Complaints 2007.`,
  meant: `MAXIMUS guideline: Decision based on ${meant} Elbow Complaints 2007.`,
  block: 'maximus-2',
});

const certified = (printed: string): string => `Certification(s)/Specialty: ${printed}`;
const specialty = (printed: string, meant: string): Slip => ({
  code: 'word.specialty',
  printed: certified(printed),
  meant: certified(meant),
  block: 'credentials',
});

const SLIPS: readonly Slip[] = [
  specialty('Emergeney Medicine', 'Emergency Medicine'),
  specialty('Internal Medicine, Hnad Surgery', 'Internal Medicine, Hand Surgery'),
  specialty('Pian Management', 'Pain Management'),
  specialty('Neuro1ogical Surgery', 'Neurological Surgery'),
  specialty('Opthalmology', 'Ophthalmology'),
  specialty('Infectious Diseaes', 'Infectious Disease'),
  specialty('Ohpthalmology', 'Ophthalmology'),
  specialty('Prevenitve Medicine', 'Preventive Medicine'),
  specialty('Sea Cardiolgoy', 'Sea Cardiology'),
  basis('guideline', 'MTU5', 'MTUS'),
  basis('guideline', '0DG', 'ODG'),
  basis('guideline', 'ACOEN', 'ACOEM'),
  said('drug', 'He takes Tramdol at night.', 'He takes Tramadol at night.'),
  said('drug', 'He takes Clonazepain at night.', 'He takes Clonazepam at night.'),
  said('term', 'He has lacinating pain.', 'He has lancinating pain.'),
  said('term', 'A toxilogical screen was asked for.', 'A toxicological screen was asked for.'),
  said('scanno', 'The paticnt is well.', 'The patient is well.'),
  said('scanno', 'He takes rnedication.', 'He takes medication.'),
  said('digit', 'He has pa1n at night.', 'He has pain at night.'),
  said('digit', 'He takes 0pioids at night.', 'He takes opioids at night.'),
  said('joined', 'The rest ofthe arm is well.', 'The rest of the arm is well.'),
  said('joined', 'It was notmedically needed.', 'It was not medically needed.'),
  said('divided', 'He takes a ben zodiazepine.', 'He takes a benzodiazepine.'),
  said('divided', 'The treat ment was long.', 'The treatment was long.'),
  said('divided', 'The work er is well.', 'The worker is well.'),
  said('divided', 'He will retu rn in May.', 'He will return in May.'),
  said('digit', 'He was adv1sed to rest.', 'He was advised to rest.'),
  said('digit', 'Nothing bey0nd that.', 'Nothing beyond that.'),
  said('sentences-joined', 'He is well.On some days it burns.', 'He is well. On some days it burns.'),
  said('repeated', 'He saw the the nurse.', 'He saw the nurse.'),
  said('repeated', 'It is said that that helps.', 'It is said that helps.'),
  said(
    'repeated-phrase',
    'Plain diagnostic imaging, diagnostic imaging was done.',
    'Plain diagnostic imaging was done.',
  ),
  said('scanno', 'He is fond of hyperhldrosis.', 'He is fond of hyperhidrosis.'),
  said('scanno', 'The nonoperativc way is best.', 'The nonoperative way is best.'),
  said('term', 'He was hurt on Febuary 10 and rests.', 'He was hurt on February 10 and rests.'),
  said('drug', 'He takes Enbrcl weekly.', 'He takes Enbrel weekly.'),
  said('joined', 'He jumped froma roof.', 'He jumped from a roof.'),
  said('joined', 'Pain of the right hip: the righthip hurts.', 'Pain of the right hip: the right hip hurts.'),
  said('real-word', 'He fell form a roof.', 'He fell from a roof.'),
  said('scanno', 'He has osteodystrophv of old.', 'He has osteodystrophy of old.'),
  said('real-word', 'He has low hack pain.', 'He has low back pain.'),
  said('real-word', 'The medical joint line is tender.', 'The medial joint line is tender.'),
  said('real-word', 'He had a medical branch block.', 'He had a medial branch block.'),
  said('real-word', 'The lumber spine is stiff.', 'The lumbar spine is stiff.'),
  said('real-word', 'He has pain wit sciatica.', 'He has pain with sciatica.'),
  said('real-word', 'The rotator cup is torn.', 'The rotator cuff is torn.'),
  said('template-leftover', 'It is a(n) old scar.', 'It is an old scar.'),
];

/** Words as reviewers write them. */
const RIGHT: readonly string[] = [
  'A capsulectomy, scleral buckling, a sclerosing injection, applanation, and the temporalis and urethral sphincters.',
  'No rales, rhonchi or stridor; cor pulmonale; nephropathy and neuropathy; hemiplegic gait, once called hemiplegia.',
  'Dyspnoea, oedema of the ankles, anaemia and a haematoma, generalised, totalling three.',
  'Amoxicillin was stopped; ampicillin, dupilumab, erenumab, rimegepant and semaglutide were not.',
  'Sudoscan was done. Exogen and VascuTherm were rented from the orthotist, per se a physio.',
  'Jones et al reported it; the ER and the ED were full, the RN and the PT were out.',
  'Medical treatment by a branch of the clinic, lumber for a shed, a trail through the wood and supper at night.',
  'Dr. Airaksinen, Mr. Konig and the Tulder group wrote on it at www.example.com/lowbackhtm.',
  'He had had Norco 10mg, a TENS unit, 3weeks of rest, q6h, x2, L4-5 and C5-C6 blocks, and B12.',
  'Any drug that is not recommended is not recommended in a compound. He has had it, e.g. at night.',
  'The non steroidal and post operative care, anti inflammatory drugs and long-term use were discussed.',
  'He takes prednisolone; Hct 44%, Plt 98 and refill in 3 sec. He had Modic changes and, at L5, some Modic type 1 ones.',
  'It is periodontal disease, as J Periodontol 2011 and a symptomology say; the aortoiliac and oculocardiac parts are well.',
  'Pain is 5/10. The Ph.D. and the M.D. agreed, i.e. No.3 was meant.',
];

/** Names that are not in the tables, of words that are near to those. */
const SPECIALTIES: readonly string[] = [
  'Hand Therapies',
  'Neurologic Surgery',
  'Sport Medicine',
  'Chest Rehabilitative Care',
];

describe('words that are damaged', () => {
  for (const slip of SLIPS) finds(slip);
  for (const right of RIGHT) isSilent('word', right);
  for (const right of SPECIALTIES) isSilent('word', certified(right), 'credentials');
});
