import { SymbolKind } from 'vscode-languageserver';
import {
  type Field,
  HEADER_FIELD_IDS,
  type HeaderFieldId,
  type Letter,
  type ListField,
  type Reviewer,
  type Summary,
} from '../../letter/model.ts';
import type { Span } from '../../text/span.ts';
import type { Row } from '../symbol.ts';

const EMPTY = 'empty';

/** As the case table labels them; other forms say the same in other words, and one letter is found like the other. */
const HEADER_NAMES: Readonly<Record<HeaderFieldId, { readonly name: string; readonly kind: SymbolKind }>> = {
  caseNumber: { name: 'Case Number', kind: SymbolKind.Key },
  priority: { name: 'Priority', kind: SymbolKind.EnumMember },
  injury: { name: 'Date of Injury', kind: SymbolKind.Event },
  utilizationReview: { name: 'UR Denial Date', kind: SymbolKind.Event },
  applicationReceived: { name: 'Application Received', kind: SymbolKind.Event },
  assigned: { name: 'Date Assigned', kind: SymbolKind.Event },
  decision: { name: 'Decision Date', kind: SymbolKind.Event },
  employee: { name: 'Employee', kind: SymbolKind.Field },
  claimNumber: { name: 'Claim Number', kind: SymbolKind.Key },
  provider: { name: 'Provider', kind: SymbolKind.Field },
};

/** The fields of the case table or cover page, values as printed. Empty without a header. */
export const headerRows = (letter: Letter): readonly Row[] =>
  HEADER_FIELD_IDS.flatMap((id) => {
    const field = letter.header?.fields[id];
    return field ? [fieldRow(field, HEADER_NAMES[id].name, HEADER_NAMES[id].kind)] : [];
  });

const fieldRow = (field: Field<unknown> | ListField, name: string, kind: SymbolKind): Row => ({
  name,
  detail: field.printed?.value || EMPTY,
  kind,
  span: field.span,
  selection: field.printed?.span ?? field.label?.span,
});

/** Specialties, subspecialties and states of licensure, as far as the letter has a place for them. */
export const reviewerRows = (reviewer: Reviewer): readonly Row[] =>
  [
    { field: reviewer.specialties, name: 'Specialty' },
    { field: reviewer.subspecialties, name: 'Subspecialty' },
    { field: reviewer.licensedStates, name: 'Licensure' },
  ].flatMap(({ field, name }) => {
    if (!field) return [];
    const detail = field.values.map(({ value }) => value).join(', ');
    const row = fieldRow(field, name, SymbolKind.Array);
    return [{ ...row, ...(detail && { detail }) }];
  });

/** The reviewer as one row, where the qualifications stand in a sentence. */
export const reviewerRow = (reviewer: Reviewer): Row => ({
  name: 'Reviewer',
  detail: reviewer.specialties?.values.map(({ value }) => value).join(', ') ?? '',
  kind: SymbolKind.Object,
  span: reviewer.span,
  selection: reviewer.specialties?.span,
  children: reviewerRows(reviewer),
});

/** Age, sex and date of injury as the summary tells them; only what it tells. */
export const patientRows = ({ summary, text }: Letter): readonly Row[] => {
  if (!summary) return [];
  const row = (name: string, detail: string, kind: SymbolKind, span: Span): Row => ({
    name,
    detail,
    kind,
    span,
    selection: span,
  });
  const { age, sex, injuryDate } = summary;
  return [
    ...(age ? [row('Age', String(age.value), SymbolKind.Number, age.span)] : []),
    ...(sex ? [row('Sex', sex.value, SymbolKind.EnumMember, sex.span)] : []),
    ...(injuryDate
      ? [
          row(
            'Date of injury',
            text.slice(injuryDate.span.start, injuryDate.span.end),
            SymbolKind.Event,
            injuryDate.span,
          ),
        ]
      : []),
  ];
};

/** `male, 52`: who the patient is, in as many words as the summary gives. */
export const patientWords = ({ age, sex }: Summary): string =>
  [sex?.value, age && String(age.value)].filter(Boolean).join(', ');

/** One row a document, in document order. */
export const documentRows = ({ documents }: Letter): readonly Row[] =>
  (documents?.items ?? []).map(({ value, span }) => ({
    name: value,
    kind: SymbolKind.String,
    span,
    selection: span,
  }));
