import { fixesFor, type Problem } from '../checks/index.ts';
import type { Letter } from '../letter/model.ts';
import { parse } from '../letter/parse.ts';
import { apart, piecesAfter, type Replacement, replaced, replacementsOf, untouched } from '../text/pieces.ts';

/** A fix may show what was hidden before, seldom more than once. */
const ROUNDS = 4;

/** The certain fixes of a letter's problems that can be made together. Of fixes that overlap the first is taken. */
const certainEdits = (letter: Letter, problems: readonly Problem[]): readonly Replacement[] => {
  const taken: Replacement[] = [];
  for (const problem of problems) {
    const edits = fixesFor(problem, letter).find(({ preferred }) => preferred)?.edits ?? [];
    // All edits of a fix, or none: half a fix is damage.
    if (apart([...taken, ...edits]).length === taken.length + edits.length) taken.push(...edits);
  }
  return apart(taken);
};

/**
 * The edits that make every certain fix of a letter, so that a second run finds none: what the first fixes bring to light
 * is fixed too. `problemsOf` gives the problems that are shown; those that a person silenced are not fixed.
 */
export const fixAll = (letter: Letter, problemsOf: (letter: Letter) => readonly Problem[]): readonly Replacement[] => {
  let pieces = untouched(letter.text);
  let current = letter;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = certainEdits(current, problemsOf(current));
    if (edits.length === 0) break;
    pieces = piecesAfter(pieces, edits);
    const [placed, second] = parse(replaced(current.text, edits));
    // Fixes do not make two letters out of one; where they did, what was fixed so far stands.
    if (!placed || second || placed.offset > 0) break;
    current = placed.letter;
  }
  return replacementsOf(pieces, letter.text.length);
};
