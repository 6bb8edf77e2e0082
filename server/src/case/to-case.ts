import { entryOf } from '../letter/meaning.ts';
import type { Basis, Citation, Field, Header, Issue, Letter, PageRange, PlacedLetter } from '../letter/model.ts';
import { isBlankLine } from '../text/lines.ts';
import type { Case, CaseBasis, CaseCitation, CaseDates, CaseIssue, CaseSource } from './case.ts';
import { caseCorrections, type Reading } from './corrections.ts';
import { determinationOf } from './determination.ts';
import { type Pointer, ROOT, under } from './pointer.ts';
import { SpanNotes } from './spans.ts';

const DATES = under(ROOT, 'dates');
const REVIEWER = under(ROOT, 'reviewer');
const PATIENT = under(ROOT, 'patient');
const ISSUES = under(ROOT, 'issues');

/**
 * The case record of a letter. `uri` names its document, or is null where it has no name. Every value that is printed in
 * the letter has a span in `spans`, in offsets of the document; text values equal their span's text, reflowed. `readings` are
 * what a person says that words of the letter should be; values keep the print.
 */
export const toCase = (placed: PlacedLetter, uri: string | null, readings: readonly Reading[] = []): Case => {
  const { letter } = placed;
  const notes = new SpanNotes(placed.offset);
  const { header, reviewer, summary } = letter;
  const determination = determinationOf(letter);
  return {
    schemaVersion: 1,
    format: letter.format,
    caseNumber: fieldOf(notes, under(ROOT, 'caseNumber'), header?.fields.caseNumber),
    priority: priorityOf(notes, header),
    dates: datesOf(notes, header),
    determination: determination && notes.value(under(ROOT, 'determination'), determination.value, determination.span),
    reviewer: {
      licensedStates: notes.list(under(REVIEWER, 'licensedStates'), reviewer?.licensedStates?.values),
      specialties: notes.list(under(REVIEWER, 'specialties'), reviewer?.specialties?.values),
      subspecialties: notes.list(under(REVIEWER, 'subspecialties'), reviewer?.subspecialties?.values),
    },
    patient: {
      age: notes.leaf(under(PATIENT, 'age'), summary?.age),
      sex: notes.leaf(under(PATIENT, 'sex'), summary?.sex),
      injuryDate: notes.leaf(under(PATIENT, 'injuryDate'), summary?.injuryDate),
    },
    summary: notes.leaf(under(ROOT, 'summary'), summary?.text),
    documentsReviewed: notes.list(under(ROOT, 'documentsReviewed'), letter.documents?.items),
    issues: letter.issues.map((issue, i) => issueOf(notes, under(ISSUES, i), issue)),
    source: sourceOf(placed, uri),
    spans: notes.spans,
    ...(readings.length > 0 && { corrections: caseCorrections(placed, readings, notes.spans) }),
  };
};

/** The value of a field that is printed and can be read. */
const fieldOf = (notes: SpanNotes, pointer: Pointer, field: Field | null | undefined): string | null =>
  field?.printed ? notes.value(pointer, field.value, field.printed.span) : null;

const priorityOf = (notes: SpanNotes, header: Header | null): Case['priority'] => {
  const field = header?.fields.priority;
  if (field?.value !== 'standard' && field?.value !== 'expedited') return null;
  return notes.value(under(ROOT, 'priority'), field.value, field.printed?.span);
};

const datesOf = (notes: SpanNotes, header: Header | null): CaseDates => ({
  injury: dateOf(notes, header, 'injury'),
  utilizationReview: dateOf(notes, header, 'utilizationReview'),
  applicationReceived: dateOf(notes, header, 'applicationReceived'),
  assigned: dateOf(notes, header, 'assigned'),
  decision: dateOf(notes, header, 'decision'),
});

const dateOf = (notes: SpanNotes, header: Header | null, id: keyof CaseDates): string | null =>
  fieldOf(notes, under(DATES, id), header?.fields[id]);

const issueOf = (notes: SpanNotes, pointer: Pointer, issue: Issue): CaseIssue => {
  const { decision } = issue;
  return {
    number: issue.number,
    item: notes.leaf(under(pointer, 'item'), issue.item),
    decision: notes.leaf(under(pointer, 'decision'), decision),
    decisionText: decision ? notes.value(under(pointer, 'decisionText'), decision.printed, decision.span) : null,
    claimsAdministrator: basisOf(notes, under(pointer, 'claimsAdministrator'), issue.claimsAdministrator),
    expertReviewer: basisOf(notes, under(pointer, 'expertReviewer'), issue.expertReviewer),
    rationale: fieldOf(notes, under(pointer, 'rationale'), issue.rationale),
  };
};

/** A label that nothing follows is no basis. */
const basisOf = (notes: SpanNotes, pointer: Pointer, basis: Basis | null): CaseBasis | null => {
  if (!basis?.text) return null;
  const citations = under(pointer, 'citations');
  return {
    text: notes.value(under(pointer, 'text'), basis.text.value, basis.text.span),
    cited: basis.cited,
    citations: basis.citations.map((citation, i) => citationOf(notes, under(citations, i), citation)),
  };
};

const citationOf = (notes: SpanNotes, pointer: Pointer, citation: Citation): CaseCitation => ({
  text: notes.value(under(pointer, 'text'), citation.text, citation.span),
  scheme: citation.scheme,
  guideline: notes.leaf(under(pointer, 'guideline'), citation.guideline),
  year: notes.leaf(under(pointer, 'year'), citation.year),
  sections: notes.list(under(pointer, 'sections'), citation.sections),
  pages: citation.pages.map((range, i) => pagesOf(notes, under(under(pointer, 'pages'), i), range)),
  entry: entryOf(citation),
});

const pagesOf = (
  notes: SpanNotes,
  pointer: Pointer,
  { first, last, span }: PageRange,
): CaseCitation['pages'][number] => ({
  first: notes.value(under(pointer, 'first'), first, span),
  last: notes.value(under(pointer, 'last'), last, span),
});

const sourceOf = ({ letter, number, line }: PlacedLetter, uri: string | null): CaseSource => ({
  uri,
  letter: number,
  firstLine: line + 1 + firstPrinted(letter),
  lastLine: line + 1 + lastPrinted(letter),
});

/** The first and the last line, from 0, that are not blank; the first line where all are. */
const firstPrinted = ({ lines }: Letter): number => {
  for (let line = 0; line < lines.count; line++) if (!isBlankLine(lines, line)) return line;
  return 0;
};

const lastPrinted = ({ lines }: Letter): number => {
  for (let line = lines.count - 1; line >= 0; line--) if (!isBlankLine(lines, line)) return line;
  return 0;
};
