import { MARK_ROWS } from '../facts/formats/index.ts';
import type { FormatId, Letter, SectionId } from '../letter/model.ts';

/** A part that a letter may have to hold, named as in the codes of the checks (`missing.<part>`). */
export type Part =
  | 'reviewer-specialty'
  | 'reviewer-licence'
  | 'summary'
  | 'issues'
  | 'item'
  | 'decision'
  | 'claims-guideline'
  | 'maximus-guideline'
  | 'rationale';

/** A part that a heading or label of its own opens. */
export type MarkedPart = Exclude<Part, 'item' | 'decision'>;

interface Form {
  readonly required: ReadonlySet<Part>;
  /** The marks of parts that a fix can insert; a part is left out where it is not known how the form prints it. */
  readonly marks: Readonly<Partial<Record<MarkedPart, string>>>;
  /** The sections that come after the reviewer's qualifications and after the summary, where such a section is missing. */
  readonly after: Readonly<Record<'credentials' | 'summary', readonly SectionId[]>>;
  /** The words that the form has for a decision, where it prints one behind the item. */
  readonly decisions: readonly string[];
}

/** What the law asks of every determination, whatever its layout. */
const LAW: readonly Part[] = [
  'reviewer-specialty',
  'summary',
  'issues',
  'item',
  'decision',
  'maximus-guideline',
  'rationale',
];

/** From the middle of 2013 the forms also print the licence and what the claims administrator relied on. */
const FORM: readonly Part[] = [...LAW, 'reviewer-licence', 'claims-guideline'];

const PROSE_MARKS = {
  summary: 'summary',
  issues: 'issues',
  'claims-guideline': 'claims-administrator-guideline',
  'maximus-guideline': 'maximus-guideline',
  rationale: 'decision-rationale',
};
const CREDENTIALS_MARKS = {
  ...PROSE_MARKS,
  'reviewer-specialty': 'specialties',
  'reviewer-licence': 'licensed-states',
};
const WORDS = ['Upheld', 'Overturned'];
const AFTER = { credentials: ['documents', 'summary', 'issues'], summary: ['issues'] } as const;

/** Header, cover page and list of documents are in no row: posted letters and excerpts lack them. */
const FORMS: Readonly<Record<FormatId, Form>> = {
  'professional-review-2013': {
    required: new Set(LAW),
    marks: {},
    after: { credentials: [], summary: ['documents'] },
    decisions: [],
  },
  'notice-2013': {
    required: new Set(FORM),
    marks: {},
    after: { credentials: ['summary', 'documents'], summary: ['documents'] },
    decisions: [],
  },
  'decision-2013': { required: new Set(FORM), marks: {}, after: AFTER, decisions: [] },
  'prose-2014': { required: new Set(FORM), marks: PROSE_MARKS, after: AFTER, decisions: WORDS },
  'credentials-2015': { required: new Set(FORM), marks: CREDENTIALS_MARKS, after: AFTER, decisions: WORDS },
  // An excerpt that shows too little of its form: what is asked is the law's, what is offered is the present form's.
  unknown: { required: new Set(LAW), marks: CREDENTIALS_MARKS, after: AFTER, decisions: WORDS },
};

const TEXTS: ReadonlyMap<string, string> = new Map(MARK_ROWS.map((row) => [row.id, row.text]));

/** The headings under which the reviewer's qualifications stand: in labelled lines, or in a sentence. */
export const CREDENTIALS_HEADING = TEXTS.get('credentials') ?? '';
export const METHOD_HEADING = TEXTS.get('method') ?? '';

/** Does the letter's format ask for the part? Of a text that is no letter nothing is asked but its issues. */
export const requires = (letter: Letter, part: Part): boolean =>
  FORMS[letter.format].required.has(part) && (part === 'issues' || isLetter(letter));

/** The heading or label of a part as the letter's form spells it, or null where it prints none that is known. */
export const markText = (letter: Letter, part: MarkedPart): string | null =>
  TEXTS.get(FORMS[letter.format].marks[part] ?? '') ?? null;

/** The sections that follow a missing one in the letter's form. */
export const sectionsAfter = (letter: Letter, section: 'credentials' | 'summary'): readonly SectionId[] =>
  FORMS[letter.format].after[section];

/** The words for a decision behind an item, as the letter's form spells them; empty where it writes sentences. */
export const decisionWords = (letter: Letter): readonly string[] => FORMS[letter.format].decisions;

/** Has the text anything at all of a determination letter? */
export const isLetter = (letter: Letter): boolean =>
  letter.format !== 'unknown' ||
  letter.issues.length > 0 ||
  letter.sections.some((section) => section.id !== 'unknown');
