import type { Letter, ListField } from '../../letter/model.ts';
import { isBlank } from '../../text/lines.ts';
import type { Check, Edit, Fix, Found, Severity } from '../check.ts';
import { CREDENTIALS_HEADING, type MarkedPart, METHOD_HEADING, markText, requires } from '../forms.ts';
import { editOf, type Skeleton, STOP } from '../skeleton.ts';
import { gapBefore, spacingOf } from '../spacing.ts';
import { quoted } from '../wording.ts';
import { fillGap, type Gap, gapAfter, gapForSection } from './gap.ts';
import { fillBehind } from './labelled-part.ts';
import { law } from './legal.ts';

/** What the checks for the reviewer's qualifications differ in. */
export interface ReviewerPart {
  readonly part: MarkedPart & ('reviewer-specialty' | 'reviewer-licence');
  readonly slot: 'specialties' | 'licensedStates';
  readonly title: string;
  readonly severity: Severity;
  /** What it is called among the required fields. */
  readonly asked: string;
  /** Follows the printed label where no value does. */
  readonly empty: string;
  /** The whole of the message where nothing is printed, without its reason. */
  readonly missing: string;
  /** Ends the message, behind the provision that asks for it: why it should be there. */
  readonly why: string;
}

const SENTENCE: Skeleton = [
  'The expert reviewer is Board Certified in ',
  STOP,
  ' and is licensed to practice in ',
  STOP,
  '.',
];

/** A check of one of the reviewer's qualifications, in labelled lines or in a sentence. */
export const reviewerPartCheck = (spec: ReviewerPart): Check => ({
  code: `missing.${spec.part}`,
  title: spec.title,
  severity: spec.severity,
  category: 'missing',
  get legal() {
    return law(spec.asked);
  },
  run: (letter) =>
    letter.reviewer?.[spec.slot]?.values.length || !requires(letter, spec.part) ? [] : [problemIn(spec, letter)],
  fixes: (_problem, letter) => fixesOf(spec, letter),
});

const problemIn = (spec: ReviewerPart, letter: Letter): Found => {
  const field = letter.reviewer?.[spec.slot];
  if (!field) return { span: gapOf(spec, letter).anchor, message: `${spec.missing}; ${whyOf(spec)}.` };
  const name = field.label ? quoted(field.label.canonical) : "The sentence on the reviewer's qualifications";
  return { span: field.label?.span ?? field.span, message: `${name} ${spec.empty}; ${whyOf(spec)}.` };
};

const whyOf = ({ asked, why }: ReviewerPart): string => `${law(asked)} ${why}`;

/** Where a qualification belongs that is not printed: the licence goes before the specialty in lines, after it in prose. */
const gapOf = ({ slot }: ReviewerPart, letter: Letter): Gap => {
  const { reviewer } = letter;
  if (!reviewer) return gapForSection(letter, 'credentials');
  const other = reviewer[slot === 'specialties' ? 'licensedStates' : 'specialties'];
  if (!other) return gapAfter(letter, reviewer.span);
  const goesBefore = (reviewer.form === 'credentials') === (slot === 'licensedStates');
  return goesBefore
    ? { at: other.span.start, side: 'before', anchor: other.label?.span ?? other.span }
    : gapAfter(letter, other.span);
};

const fixesOf = (spec: ReviewerPart, letter: Letter): readonly Fix[] => {
  const field = letter.reviewer?.[spec.slot];
  if (field?.values.length) return [];
  if (field?.label) return [fillBehind(field.label)];
  if (field) return [{ title: 'Go on in the sentence', edits: [editInSentence(letter, field)], preferred: false }];
  const label = markText(letter, spec.part);
  const prose = letter.reviewer ? letter.reviewer.form === 'prose' : letter.format === 'prose-2014';
  if (prose)
    return [{ title: "Insert the reviewer's qualifications", edits: [proseEdit(spec, letter)], preferred: false }];
  return label ? [{ title: `Insert ${quoted(label)}`, edits: [lineEdit(spec, letter, label)], preferred: false }] : [];
};

const editInSentence = (letter: Letter, { span }: ListField): Edit =>
  editOf(isBlank(letter.text.charCodeAt(span.end - 1)) ? [STOP] : [' ', STOP], span.end);

const proseEdit = (spec: ReviewerPart, letter: Letter): Edit => {
  const gap = gapOf(spec, letter);
  if (letter.reviewer) {
    const clause: Skeleton =
      gap.side === 'after' ? [' and is licensed to practice in ', STOP] : ['Board Certified in ', STOP, ' and is '];
    return editOf(clause, gap.at);
  }
  const method = letter.sections.find(({ id }) => id === 'method');
  if (method) return editOf([' ', ...SENTENCE], gapAfter(letter, method.span).at);
  return fillGap(letter, gap, [METHOD_HEADING, spacingOf(letter).block, ...SENTENCE]);
};

const lineEdit = (spec: ReviewerPart, letter: Letter, label: string): Edit => {
  const gap = gapOf(spec, letter);
  const { reviewer } = letter;
  const { line: usual } = spacingOf(letter);
  if (!reviewer) return fillGap(letter, gap, [CREDENTIALS_HEADING, usual, `${label} `, STOP]);
  const neighbour = (reviewer.specialties ?? reviewer.licensedStates)?.label;
  const line = (neighbour && gapBefore(letter, neighbour.span.start)) || usual;
  return editOf(gap.side === 'after' ? [line, `${label} `, STOP] : [`${label} `, STOP, line], gap.at);
};
