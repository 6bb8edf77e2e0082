/** A case table in the shapes in which it reaches a text, and what is read of it. */

import type { HeaderFieldId } from '../../../server/src/letter/model.ts';
import { letterOf, letterText } from './write.ts';

export type Values = Readonly<Partial<Record<HeaderFieldId, string>>>;

export const PRINTED = {
  caseNumber: 'CM16-0123456',
  assigned: '11/09/2016',
  decision: '12/19/2016',
  priority: 'Standard',
  injury: '03/17/2015',
  utilizationReview: '10/04/2016',
  applicationReceived: '10/21/2016',
} as const;
export const READ: Values = {
  caseNumber: 'CM16-0123456',
  assigned: '2016-11-09',
  decision: '2016-12-19',
  priority: 'standard',
  injury: '2015-03-17',
  utilizationReview: '2016-10-04',
  applicationReceived: '2016-10-21',
};
export type Table = Readonly<Record<keyof typeof PRINTED, string>>;

/** The four shapes in which a case table reaches a text. */
export const SHAPES: Readonly<Record<string, (table: Table) => string>> = {
  'values beside their labels': (t) => `Case Number: ${t.caseNumber}
Date Assigned: ${t.assigned} Date of Injury: ${t.injury}
Decision Date: ${t.decision} UR Denial Date: ${t.utilizationReview}
Priority: ${t.priority} Application
Received:
${t.applicationReceived}`,
  'the labels of a column, then its values': (t) =>
    `Case Number:\nDate Assigned:\nDecision Date:\nPriority:\n
${t.caseNumber}\n${t.assigned}\n${t.decision}\n${t.priority}\n
Date of Injury:\nUR Denial Date:\nApplication\nReceived:\n
${t.injury}\n${t.utilizationReview}\n${t.applicationReceived}`,
  'padded columns': (t) => `Case Number:      ${t.caseNumber}
Date Assigned:    ${t.assigned.padEnd(24)}Date of Injury:         ${t.injury}
Decision Date:    ${t.decision.padEnd(24)}UR Denial Date:         ${t.utilizationReview}
Priority:         ${t.priority.padEnd(24)}Application             ${t.applicationReceived}
                                          Received:`,
  'one label and value a line, the label whole': (t) => ` Case Number: ${t.caseNumber}
 Date Assigned: ${t.assigned}
 Date of Injury: ${t.injury}
 Decision Date: ${t.decision}
 UR Denial Date:  ${t.utilizationReview}
 Priority: ${t.priority}
 Application Received: ${t.applicationReceived}`,
};

export const fieldsOf = (header: string): Values => {
  const fields = letterOf(letterText({ header })).header?.fields ?? {};
  return Object.fromEntries(Object.entries(fields).map(([id, { value }]) => [id, value]));
};
