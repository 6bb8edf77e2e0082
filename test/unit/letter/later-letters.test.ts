import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { KINDS } from './many.ts';
import { valueOf } from './write.ts';

/* A letter behind another one, with the marks damaged that tell where it begins: both say what they say alone. */

const told = ({ format, header, cover, issues, sections }: Letter): unknown => [
  format,
  header?.fields.caseNumber?.value ?? null,
  cover?.determination?.value ?? null,
  sections.map(({ id }) => id),
  issues.map(({ item, decision, rationale }) => [valueOf(item), valueOf(decision), rationale?.value]),
];

const letters = (text: string): readonly unknown[] => parse(text).map(({ letter }) => told(letter));

const MARKS = [
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'Independent Medical Review Final Determination Letter',
  'Notice of Independent Medical Review Determination',
  'MAXIMUS FEDERAL SERVICES, INC.',
  'MEDICAL PROFESSIONAL REVIEW',
  'CLINICAL CASE SUMMARY',
  'Case Summary:',
  'CASE SUMMARY:',
  'IMR ISSUES, DECISIONS AND RATIONALES',
  'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
  'IMR DECISION(S) AND RATIONALE(S)',
  'ISSUE AT DISPUTE:',
  'Case Number:',
  'IMR Case Number:',
];

const DAMAGES: Readonly<Record<string, (mark: string) => string>> = {
  'two characters swapped': (mark) => mark.slice(0, 3) + mark.charAt(4) + mark.charAt(3) + mark.slice(5),
  'a character lost': (mark) => mark.slice(0, 5) + mark.slice(6),
  'two characters wrong': (mark) => `${mark.slice(0, 2)}#${mark.slice(3, 7)}1${mark.slice(8)}`,
  'in small letters': (mark) => mark.toLowerCase(),
  lost: () => '',
};
/** Nothing tells that the line below a lost letterhead is the next letter's. */
const UNTOLD = ['MAXIMUS FEDERAL SERVICES, INC., lost'];

for (const [kind, text] of Object.entries(KINDS)) {
  describe(`behind another letter, ${kind}`, () => {
    for (const mark of MARKS.filter((each) => text.includes(each))) {
      for (const [damage, damaged] of Object.entries(DAMAGES)) {
        const name = `${mark}, ${damage}`;
        if (UNTOLD.includes(name)) continue;
        test(name, () => {
          const later = text.replace(mark, damaged);
          for (const [first, one] of Object.entries(KINDS)) {
            for (const joint of ['\n', '\n\n\f', '\n\n7\n\f']) {
              assert.deepEqual(letters(one + joint + later), [...letters(one), ...letters(later)], first);
            }
          }
        });
      }
    }
  });
}
