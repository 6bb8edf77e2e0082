import { type Drug, matchDrugAt } from '../../facts/index.ts';
import { scanWords } from '../../facts/phrases.ts';
import { flowOf, toSource } from '../../text/flow.ts';
import { printable } from '../../text/printable.ts';
import { sureWords } from '../cards/sure.ts';
import type { FindHints, Hint } from '../inlayHints.ts';

/** How near the generic name must be printed for the hint to be left out. */
const NEAR = 40;

/** The generic name of every drug that is printed by its brand, but where the letter itself prints it close by. */
export const genericHints: FindHints = (letter, { start, end }) => {
  const flow = flowOf(letter, start, end);
  const hints: Hint[] = [];
  scanWords(flow.text, 0, (at) => {
    const match = matchDrugAt(flow.text, at);
    if (!match) return at;
    const stop = at + match.length;
    const around = flow.text.slice(Math.max(0, at - NEAR), stop + NEAR).toLowerCase();
    if (match.kind === 'brand' && !isPrinted(match.drug, around)) {
      hints.push({
        at: toSource(flow, stop - 1) + 1,
        label: printable(match.drug.generic),
        tooltip: tooltipOf(match.drug),
      });
    }
    return stop;
  });
  return hints;
};

/** The generic name, or the first word of that of a combination. */
const isPrinted = ({ generic }: Drug, text: string): boolean => {
  const name = generic.toLowerCase();
  const [first = name] = name.split(/[^a-z]/);
  return text.includes(first.length > 4 ? first : name);
};

const tooltipOf = (drug: Drug): string =>
  printable(`${drug.class}. ${sureWords([{ what: 'drug', facts: [drug] }])}.`, 300);
