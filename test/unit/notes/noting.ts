import assert from 'node:assert/strict';
import type { Problem } from '../../../server/src/checks/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { type Draft, type Note, notesBeside } from '../../../server/src/notes/index.ts';

/** An invented letter in which two words are wrong, one of them in two places. */
export const LETTER = `IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

Medical branch block at L4-5: Upheld
Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.
MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.
Decision rationale: The worker asks for a medical branch block. A medical branch block needs
facet pain, which the notes do not tell of. The pain in the lumber spine spreads to the calf.
`;

export const letterIn = (text: string): Letter => parse(text)[0]?.letter ?? assert.fail('no letter');

/** A problem of the word at its n-th place (from 0), with a reading where one is given. */
export const problemAt = (letter: Letter, words: string, nth = 0, parts: Partial<Problem> = {}): Problem => {
  const pattern = new RegExp(words.replaceAll(' ', '\\s+'), 'gi');
  const found = [...letter.text.matchAll(pattern)][nth] ?? assert.fail(words);
  return {
    code: 'word.test',
    severity: 'warning',
    span: { start: found.index, end: found.index + found[0].length },
    message: words,
    ...parts,
  };
};

export const PATH = 'letters/a.imr.txt';

/** The notes of one file beside a document of this path. */
export const beside = (drafts: readonly Draft[], path = PATH) =>
  notesBeside([
    { file: { notes: drafts.map((draft, i): Note => ({ ...draft, id: String(i), at: null })), damaged: [] }, path },
  ]);
