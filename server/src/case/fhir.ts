import { correctionText } from './brief.ts';
import type { Case, CaseBasis, CaseCorrection, CaseIssue } from './case.ts';
import { clean } from './clean.ts';
import { textFile } from './text-file.ts';
import { uuidOf } from './uuid.ts';
import type { CaseWriter } from './writer.ts';

/*
 * A case as FHIR R4 resources, for clinical systems; experimental. FHIR has no resource for an appeal: the disputed
 * treatments are a Claim (preauthorization), the determination is a ClaimResponse, and a Task says that one answers the
 * other. Decisions are words, not codes: no published code system has them. What the letter does not say but FHIR asks for
 * is marked as absent.
 */

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };
type Resource = { readonly resourceType: string; readonly [name: string]: Json | undefined };

/** A text as FHIR allows it, or undefined where nothing is left of it. */
const text = (value: string | null | undefined): string | undefined => clean(value ?? '') || undefined;

const some = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined);

const NOT_STATED = 'not stated in the letter';
const concept = (value: string | null | undefined): Json => ({ text: text(value) ?? NOT_STATED });

/** A date that must be there, or the word that it is not known. */
const created = (date: string | null): { readonly [name: string]: Json } =>
  date === null
    ? {
        _created: {
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
        },
      }
    : { created: date };

/** The address of one of a case's resources. */
type To = (name: string) => Json;

/** The resources of one case by their names, which know each other by their addresses. */
const resourcesOf = (record: Case): readonly (readonly [name: string, resource: Resource])[] => {
  const to: To = (name) => ({ reference: addressOf(record, name) });
  const { patient, reviewer } = record;
  return [
    ['patient', { resourceType: 'Patient', gender: patient.sex ?? undefined }],
    ...(patient.age === null ? [] : [['age', ageOf(patient.age, to('patient'))] as const]),
    ['claims-administrator', { resourceType: 'Organization', name: 'Claims administrator' }],
    ['review-organization', { resourceType: 'Organization', name: 'Independent medical review organization' }],
    ['reviewer', practitionerOf(reviewer)],
    ['reviewer-role', roleOf(reviewer, to)],
    ['letter', letterOf(record.source, to('patient'))],
    ['claim', claimOf(record, to)],
    ['determination', responseOf(record, to)],
    ['review', taskOf(to)],
  ];
};

const practitionerOf = ({ licensedStates }: Case['reviewer']): Resource => ({
  resourceType: 'Practitioner',
  qualification: some(licensedStates.map((state) => ({ code: concept(`Licensed in ${state}`) }))),
});

const roleOf = ({ specialties, subspecialties }: Case['reviewer'], to: To): Resource => ({
  resourceType: 'PractitionerRole',
  practitioner: to('reviewer'),
  organization: to('review-organization'),
  specialty: some([...specialties, ...subspecialties].map(concept)),
});

/** What request and answer have in common. */
const sharedOf = ({ caseNumber }: Case, to: To) => {
  const value = text(caseNumber);
  return {
    identifier: value === undefined ? undefined : [{ type: { text: 'IMR case number' }, value }],
    status: 'active',
    type: concept('Workers’ compensation medical treatment'),
    use: 'preauthorization',
    patient: to('patient'),
  };
};

const claimOf = (record: Case, to: To): Resource => ({
  resourceType: 'Claim',
  ...sharedOf(record, to),
  ...created(record.dates.applicationReceived),
  insurer: to('claims-administrator'),
  provider: { display: NOT_STATED },
  priority: concept(record.priority),
  insurance: [{ sequence: 1, focal: true, coverage: { display: 'Workers’ compensation' } }],
  accident: record.dates.injury === null ? undefined : { date: record.dates.injury },
  item: some(record.issues.map(({ item }, i) => ({ sequence: i + 1, productOrService: concept(item) }))),
});

const responseOf = (record: Case, to: To): Resource => {
  const notes = notesOf(record);
  return {
    resourceType: 'ClaimResponse',
    ...sharedOf(record, to),
    ...created(record.dates.decision),
    insurer: to('review-organization'),
    requestor: { display: NOT_STATED },
    request: to('claim'),
    outcome: 'complete',
    disposition: record.determination ?? undefined,
    item: some(record.issues.map((issue, i) => decidedItem(issue, i, notes))),
    processNote: some(notes.map(({ words }, i) => ({ number: i + 1, type: 'print', text: words }))),
  };
};

const taskOf = (to: To): Resource => ({
  resourceType: 'Task',
  status: 'completed',
  intent: 'order',
  code: concept('Independent medical review'),
  focus: to('claim'),
  for: to('patient'),
  owner: to('reviewer-role'),
  output: [{ type: concept('determination'), valueReference: to('determination') }],
});

const ageOf = (years: number, subject: Json): Resource => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '30525-0', display: 'Age' }] },
  subject,
  valueQuantity: { value: years, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' },
});

const letterOf = ({ uri, letter, firstLine, lastLine }: Case['source'], subject: Json): Resource => ({
  resourceType: 'DocumentReference',
  status: 'current',
  subject,
  description: `Letter ${letter}, lines ${firstLine} to ${lastLine}`,
  content: [
    {
      attachment: {
        contentType: 'text/plain',
        url: text(uri)?.replaceAll(' ', '%20'),
        title: 'Final determination letter',
      },
    },
  ],
});

interface ProcessNote {
  /** Which issue, from 0; null of what stands in no issue. */
  readonly issue: number | null;
  readonly words: string;
}

/** What stands in words: what both sides relied on, the reasons, and both readings of what was kept as printed. */
const notesOf = ({ issues, corrections = [] }: Case): readonly ProcessNote[] => [
  ...issues.flatMap(issueNotes),
  ...corrections.map(correctionNote),
];

const issueNotes = (issue: CaseIssue, at: number): readonly ProcessNote[] => {
  const said = (who: string, words: string | null | undefined): readonly ProcessNote[] => {
    const known = text(words);
    return known ? [{ issue: at, words: `${who}: ${known}` }] : [];
  };
  const basis = (who: string, side: CaseBasis | null): readonly ProcessNote[] => said(`${who} relied on`, side?.text);
  return [
    ...basis('Claims administrator', issue.claimsAdministrator),
    ...basis('Expert reviewer', issue.expertReviewer),
    ...said('Rationale', issue.rationale),
  ];
};

const correctionNote = (correction: CaseCorrection): ProcessNote => {
  const [, issue] = /^\/issues\/(\d+)(?:\/|$)/.exec(correction.pointer ?? '') ?? [];
  const words = clean(`Kept as printed: ${correctionText(correction)}`);
  return { issue: issue === undefined ? null : Number(issue), words };
};

const decidedItem = ({ decision, decisionText }: CaseIssue, at: number, notes: readonly ProcessNote[]): Json => ({
  itemSequence: at + 1,
  noteNumber: some(notes.flatMap(({ issue }, i) => (issue === at ? [i + 1] : []))),
  adjudication: [{ category: concept('Independent medical review'), reason: concept(decision ?? decisionText) }],
});

const addressOf = ({ source, caseNumber }: Case, name: string): string =>
  `urn:uuid:${uuidOf(JSON.stringify([source.uri, source.letter, source.firstLine, caseNumber, name]))}`;

const OPEN = '{"resourceType":"Bundle","type":"collection"';

/** A FHIR R4 Bundle of all cases (a collection), one resource a line. */
export const fhirWriter: CaseWriter = [
  textFile({
    name: 'cases',
    piece: (record) =>
      resourcesOf(record)
        .map(([name, resource]) => JSON.stringify({ fullUrl: addressOf(record, name), resource }))
        .join(',\n'),
    open: () => `${OPEN},"entry":[\n`,
    between: ',\n',
    close: '\n]}\n',
    none: `${OPEN}}\n`,
  }),
];
