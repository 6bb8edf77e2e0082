/*
 * Invented letters, made of blocks so that a test can take one out. Every part stands on one line of its own, so that a
 * part which a fix brings back can be compared character by character.
 */

export interface Block {
  readonly id: string;
  readonly lines: readonly string[];
}

/** How a text was set: without blank lines, with a blank line between blocks, or as double-spaced text from Word. */
export const STYLES = {
  raw: { line: '\n', block: '\n' },
  spaced: { line: '\n', block: '\n\n' },
  double: { line: ' \n\n', block: ' \n\n \n\n' },
} as const;
export type Style = keyof typeof STYLES;

const block = (id: string, ...lines: string[]): Block => ({ id, lines });

const BEFORE_REVIEWER = [
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no',
  'affiliation with the employer, employee, providers or the claims administrator.',
];
const BEHIND_REVIEWER = [
  'He/she has been in active clinical practice for more than five years and is currently working at',
  'least 24 hours a week in active practice. The expert reviewer was selected based on his/her',
  'clinical experience, education, background, and expertise in the same or similar specialties that',
  'evaluate and/or treat the medical condition and disputed items/services. He/she is familiar with',
  'governing laws and regulations, including the strength of evidence hierarchy that applies to',
  'Independent Medical Review determinations.',
];

export const CREDENTIALS: readonly Block[] = [
  block(
    'credentials',
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: Nevada, Oregon',
    'Certification(s)/Specialty: Family Practice',
  ),
];

const BODY: readonly Block[] = [
  block('summary-heading', 'CLINICAL CASE SUMMARY'),
  block(
    'summary-introduction',
    'The expert reviewer developed the following clinical case summary based on a review of the',
    'case file, including all medical records:',
  ),
  block(
    'summary',
    'The injured worker is a 38 year old male baker who burned his left forearm on 2-3-2015. The skin',
    'has healed, but the wrist is stiff in the morning. He squeezes a ball at home and has had nine',
    'visits of therapy. On 6-1-2015 the wrist bent to 50 degrees, and the physician asked for a bath of',
    'paraffin and for a year in a gym.',
  ),
  block('issues-heading', 'IMR ISSUES, DECISIONS AND RATIONALES'),
  block(
    'issues-introduction',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
  ),
  block('title-1', 'Paraffin bath for home use: Overturned'),
  block('claims-1', 'Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.'),
  block('maximus-1', 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.'),
  block('rationale-1', 'Decision rationale: Heat may be tried at home. The request is medically necessary.'),
  block('title-2', 'Gym membership for a year: Upheld'),
  block('claims-2', 'Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004.'),
  block('maximus-2', 'MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007.'),
  block('rationale-2', 'Decision rationale: Exercise needs no club. The request is not medically necessary.'),
];

/** A letter of the form since 2015. */
export const LETTER_2015: readonly Block[] = [
  block('method-heading', 'HOW THE IMR FINAL DETERMINATION WAS MADE'),
  block('method', ...BEFORE_REVIEWER, ...BEHIND_REVIEWER),
  ...CREDENTIALS,
  ...BODY,
];

/** A letter of the form of 2014, with the reviewer in a sentence. */
export const LETTER_2014: readonly Block[] = [
  block('method-heading', 'HOW THE IMR FINAL DETERMINATION WAS MADE'),
  block(
    'method',
    ...BEFORE_REVIEWER,
    'The expert reviewer is Board Certified in Family Practice and is licensed to practice in Nevada.',
    ...BEHIND_REVIEWER,
  ),
  ...BODY,
];

/** The letter with a case table above it; dates as the table prints them: `3/2/2017`. */
export const dated = (blocks: readonly Block[], review: string, decision: string): readonly Block[] => [
  block(
    'header',
    'Case Number: CM17-0000001',
    'Date Assigned: 1/4/2013 Date of Injury: 1/2/2013',
    `Decision Date: ${decision} UR Denial Date: ${review}`,
    'Priority: Standard Application Received: 1/3/2013',
  ),
  ...blocks,
];

/** The text of the blocks. */
export const textOf = (blocks: readonly Block[], style: Style = 'raw', lineBreak: '\n' | '\r\n' = '\n'): string => {
  const { line, block: between } = STYLES[style];
  const text = blocks.map(({ lines }) => lines.join(line)).join(between);
  return `${text}${line}`.replaceAll('\n', lineBreak);
};

export const without = (blocks: readonly Block[], ...ids: readonly string[]): readonly Block[] =>
  blocks.filter(({ id }) => !ids.includes(id));

/** The blocks with `from` replaced by `to` in one of them. */
export const changed = (blocks: readonly Block[], id: string, from: string | RegExp, to: string): readonly Block[] =>
  blocks.map((each) =>
    each.id === id
      ? { id, lines: each.lines.map((line) => line.replace(from, to)).filter((line) => line !== '') }
      : each,
  );
