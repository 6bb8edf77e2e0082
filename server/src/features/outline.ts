import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { determinationOf } from '../case/index.ts';
import type { Letter, Section, SectionId } from '../letter/model.ts';
import { contains } from '../text/span.ts';
import { documentRows, headerRows, patientRows, patientWords, reviewerRow, reviewerRows } from './outline/fields.ts';
import { issueRow } from './outline/issue.ts';
import { type Row, symbolOf } from './symbol.ts';
import { counted, DETERMINATION_WORDS } from './words.ts';

/** What each section is called; an unknown one, or one of several of its kind, goes by its printed heading. */
const SECTION_NAMES: Readonly<Record<Exclude<SectionId, 'unknown'>, string>> = {
  cover: 'Cover page',
  header: 'Case',
  method: 'How the determination was made',
  credentials: 'Reviewer',
  summary: 'Clinical case summary',
  documents: 'Documents reviewed',
  issues: 'Issues, decisions and rationales',
  disclaimer: 'Disclaimer',
};

/**
 * The outline of one letter: its case number, determination and number of issues; below it the sections in document
 * order; in these the header's fields, the reviewer, the patient, the documents and the issues, each with its value as
 * detail. The row of the letter is there for a document of one letter too: it carries the case number into the
 * breadcrumbs, the determination is seen without opening anything, and the tree keeps its shape when a second letter is
 * pasted below. Never empty: a letter without any section is one row.
 */
export const outline = (letter: Letter, number: number): DocumentSymbol => {
  const housed = contentRows(letter).map((row) => ({
    row,
    home: letter.sections.find(({ span }) => contains(span, row.span)),
  }));
  const rowsOf = (section: Section | undefined): readonly Row[] =>
    housed.filter(({ home }) => home === section).map(({ row }) => row);
  const sections = letter.sections.map((section) => sectionRow(letter, section, rowsOf(section)));
  // What stands in no section, as where a heading was lost, is not lost with it.
  const homeless = rowsOf(undefined);
  const children = [...sections, ...homeless].sort(byPlace);
  const caseNumber = letter.header?.fields.caseNumber?.printed;
  return symbolOf(letter, {
    name: caseNumber ? `Case ${caseNumber.value}` : `Letter ${number}`,
    detail: letterDetail(letter),
    kind: SymbolKind.File,
    span: letter.span,
    selection: caseNumber?.span ?? letter.sections.find((section) => section.heading)?.heading?.span,
    children,
  });
};

const byPlace = (a: Row, b: Row): number => a.span.start - b.span.start || b.span.end - a.span.end;

const letterDetail = (letter: Letter): string => {
  const determination = determinationOf(letter);
  return [determination && DETERMINATION_WORDS[determination.value], counted(letter.issues.length, 'issue')]
    .filter(Boolean)
    .join(' · ');
};

const contentRows = (letter: Letter): readonly Row[] =>
  [
    ...headerRows(letter),
    ...reviewer(letter),
    ...patientRows(letter),
    ...documentRows(letter),
    ...letter.issues.map(issueRow),
  ].sort(byPlace);

/** In labelled lines the section is the reviewer; in a sentence the reviewer is a row of the section around it. */
const reviewer = (letter: Letter): readonly Row[] => {
  if (!letter.reviewer) return [];
  const section = letter.sections.find(({ id }) => id === 'credentials');
  const hasSection = section !== undefined && contains(section.span, letter.reviewer.span);
  return hasSection ? reviewerRows(letter.reviewer) : [reviewerRow(letter.reviewer)];
};

const sectionRow = (letter: Letter, section: Section, rows: readonly Row[]): Row => ({
  name: sectionName(letter, section),
  detail: sectionDetail(letter, section),
  kind: SymbolKind.Namespace,
  span: section.span,
  selection: section.heading?.span,
  children: rows,
});

const sectionName = ({ text, sections }: Letter, { id, heading }: Section): string => {
  const name = id === 'unknown' ? 'Other text' : SECTION_NAMES[id];
  const plain = id !== 'unknown' && sections.filter((other) => other.id === id).length === 1;
  return plain || !heading ? name : text.slice(heading.span.start, heading.span.end);
};

/** What the part of the letter at an offset is called in a list: the issue, else the section. */
export const nameOfSection = (letter: Letter, offset: number): string => {
  const at = { start: offset, end: offset };
  const issue = letter.issues.find(({ span }) => contains(span, at));
  if (issue) return `Issue ${issue.number}`;
  const section = letter.sections.find(({ span }) => contains(span, at));
  return section ? sectionName(letter, section) : 'Other text';
};

const sectionDetail = (letter: Letter, { id, span }: Section): string => {
  if (id === 'summary') return letter.summary ? patientWords(letter.summary) : '';
  if (id === 'documents') return letter.documents ? counted(letter.documents.items.length, 'document') : '';
  const issues = id === 'issues' ? letter.issues.filter((issue) => contains(span, issue.span)).length : 0;
  return issues > 0 ? counted(issues, 'issue') : '';
};
