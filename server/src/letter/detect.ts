const HEADINGS = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'IMR DECISION(S) AND RATIONALE(S)',
  'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
  'NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION',
  'INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION LETTER',
  'MEDICAL PROFESSIONAL REVIEW',
];
const TRAITS = [
  'MAXIMUS FEDERAL SERVICES',
  'CLINICAL CASE SUMMARY',
  'CLAIMS ADMINISTRATOR GUIDELINE:',
  'MAXIMUS GUIDELINE:',
  'DECISION RATIONALE:',
  'STATE(S) OF LICENSURE:',
  'UR DENIAL DATE:',
  'ISSUE AT DISPUTE:',
  'MEDICAL REVIEWER QUALIFICATIONS:',
  'REGARDING THE REQUEST FOR',
  'DOCUMENTS REVIEWED FOR DETERMINATION:',
];
/** How much of a text is looked at, in UTF-16 units: a letter tells within its first pages. */
const HEAD = 65_536;

const opensLine = (text: string, phrase: string): boolean => {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text.slice(Math.max(0, at - 80), at);
    if (/(?:^|[\r\n])[ \t\f]*$/.test(before)) return true;
  }
  return false;
};

/**
 * Is this text an IMR determination letter? Two traits of the form must open lines of their own, or one heading with one
 * trait: a text that only speaks of letters does not count.
 */
export const looksLikeLetter = (text: string): boolean => {
  const head = text.slice(0, HEAD);
  // Letters print their headings in capitals, so that two of them are most often found without a look at anything else.
  return hasTwo(head, HEADINGS) || hasTwo(head.toUpperCase(), [...HEADINGS, ...TRAITS]);
};

const hasTwo = (head: string, phrases: readonly string[]): boolean => {
  let found = 0;
  return phrases.some((phrase) => opensLine(head, phrase) && ++found === 2);
};
