import { CREDENTIALS, issueText, letterText, METHOD, SUMMARY_INTRODUCTION } from './write.ts';

/* Letters of every kind, each with items of its own, to be put together into documents. */

const HEADER = `Case Number: CM16-0000001
Date Assigned: 11/09/2016 Date of Injury: 03/17/2015
Decision Date: 12/19/2016 UR Denial Date: 10/04/2016
Priority: Standard Application
Received:
10/21/2016`;
const COLUMNS = `Case Number:\nDate Assigned:\nDecision Date:\nPriority:\n\nCM16-0000002\n11/09/2016\n12/19/2016\nStandard\n
Date of Injury:\nUR Denial Date:\nApplication\nReceived:\n\n03/17/2015\n10/04/2016\n10/21/2016\n`;
const COVER = `Independent Medical Review Final Determination Letter

IMR Case Number:              CM16-0000003
Date of Injury:               03/17/2015
Employee Name:

DEAR ,

Final Determination: UPHOLD. This means we decided that none of the items is necessary.

Sincerely,
`;
const issues = (name: string): string =>
  [1, 2].map((number) => issueText({ title: `Bath ${number} of ${name}: Upheld` })).join('\n');

const DECISION = letterText(
  {
    header: 'MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review',
    method: `${METHOD}\nThe physician reviewer is Board Certified in Neurology and is licensed to practice in Iowa.`,
    credentials: '',
    introduction: SUMMARY_INTRODUCTION.replace('expert', 'physician'),
    issuesHeading: 'IMR DECISION(S) AND RATIONALE(S)',
    issues: `1. Bath 1 of decision is not medically necessary and appropriate.

The Claims Administrator based its decision on the Acupuncture Guidelines, which is part of the MTUS.

The Physician Reviewer's decision rationale: No.`,
  },
  '\n\n',
);

const NOTICE = `Notice of Independent Medical Review Determination

Dated: 9/26/2013
Date of Injury:               11/5/2012
MAXIMUS Case Number:          CM13-0000004

1) MAXIMUS Federal Services, Inc. has determined the request for bath 1 of notice is not medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

A decision has been made for each of the treatment and/or services that were in dispute:

1) MAXIMUS Federal Services, Inc. has determined the request for bath 1 of notice is not medically necessary and appropriate.

Medical Qualifications of the Expert Reviewer:
The physician reviewer is Board Certified in Neurology and is licensed to practice in Iowa.

Case Summary:
He is a 41 year old male.

1) Regarding the request for bath 1 of notice:
Rationale for the Decision:
No.

Disclaimer: MAXIMUS is providing an independent review service.`;

const PROFESSIONAL = `MEDICAL PROFESSIONAL REVIEW

ISSUE AT DISPUTE:
Bath 1 of review

CASE SUMMARY:
She is a 51 year old female.

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT
MEDICALLY NECESSARY:
No.`;

/** One letter of each kind, by name. */
export const KINDS: Readonly<Record<string, string>> = {
  header: letterText({ header: HEADER, issues: issues('header') }),
  columns: letterText({ header: COLUMNS, issues: issues('columns') }),
  'no header': letterText({ issues: issues('no header') }),
  body: letterText({ methodHeading: '', method: '', credentials: '', issues: issues('body') }),
  cover: `${COVER}\n${letterText({ issues: issues('cover') })}`,
  'cover and header': `${COVER}\n${letterText({ header: HEADER, issues: issues('cover and header') })}`,
  prose: letterText({
    method: `${METHOD}\nThe expert reviewer is Board Certified in Neurology and is licensed to practice in Iowa.`,
    credentials: '',
    issues: issues('prose'),
  }),
  documents: letterText({
    credentials: `${CREDENTIALS}\n\nDOCUMENTS REVIEWED\n\nApplication\n`,
    issues: issues('documents'),
  }),
  decision: DECISION,
  notice: NOTICE,
  review: PROFESSIONAL,
};
