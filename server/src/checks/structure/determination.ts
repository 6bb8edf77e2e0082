import type { Determination, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { flowOf, sourceSpan } from '../../text/flow.ts';
import type { Leaf, Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';

/**
 * The cover page's determination is what the decisions of the issues add up to, and the sentence behind it says the same.
 *
 *     Final Determination: UPHOLD. … Gym membership: Overturned
 *
 * The one of the three that the other two deny is marked. Abstains where a decision is missing or cannot be read.
 */
export const structureDetermination: Check = {
  code: 'structure.determination',
  title: "The cover page's determination is not what the issues add up to.",
  severity: 'warning',
  category: 'structure',
  run: (letter) => {
    const word = letter.cover?.determination;
    const issues = sumOf(letter);
    if (!word?.value || !word.printed || !issues) return [];
    const meaning = meaningOf(letter, word.span.end);
    const wordRight = word.value === issues;
    if (wordRight && (!meaning || meaning.value === issues)) return [];
    if (wordRight && meaning) return [problemOf(letter, meaning, issues, SAID[issues], true)];
    const printed = { value: word.value, span: word.printed.span };
    const reading = meaning && meaning.value !== issues ? null : WORDS[issues];
    return [problemOf(letter, printed, issues, reading, meaning?.value === issues)];
  },
};

const WORDS: Readonly<Record<Determination, string>> = {
  upheld: 'UPHOLD',
  overturned: 'OVERTURN',
  'partially-overturned': 'PARTIAL OVERTURN',
};
const SAID: Readonly<Record<Determination, string>> = {
  upheld: 'none',
  overturned: 'all',
  'partially-overturned': 'some (but not all)',
};

const sumOf = ({ issues }: Letter): Determination | null => {
  const decisions = new Set(issues.map(({ decision }) => decision?.value ?? null));
  const [first] = decisions;
  if (decisions.has(null) || decisions.has('modified') || !first) return null;
  if (decisions.size > 1) return 'partially-overturned';
  return first === 'upheld' ? 'upheld' : 'overturned';
};

const MEANS = /This means we decided that (?:(none)|(all)|(some(?: \(but not all\))?)) of the/i;
/** The sentence stands directly behind the word. */
const NEAR = 160;

const meaningOf = (letter: Letter, from: number): Leaf<Determination> | null => {
  const flow = flowOf(letter, from, Math.min(letter.text.length, from + NEAR));
  const match = MEANS.exec(flow.text);
  if (!match) return null;
  const said = match[1] ?? match[2] ?? match[3] ?? '';
  const at = match.index + match[0].indexOf(said, 'This means we decided that '.length);
  const value = match[1] ? 'upheld' : match[2] ? 'overturned' : 'partially-overturned';
  return { value, span: sourceSpan(flow, at, at + said.length) };
};

const COUNTS: Readonly<Record<Determination, string>> = {
  upheld: 'every issue is upheld',
  overturned: 'every issue is overturned',
  'partially-overturned': 'some issues are upheld and some overturned',
};

const problemOf = (
  { text, issues }: Letter,
  wrong: { readonly span: Span },
  right: Determination,
  reading: string | null,
  certain: boolean,
): Found => ({
  span: wrong.span,
  message: `The cover page says ${quoted(text.slice(wrong.span.start, wrong.span.end))}, but ${COUNTS[right]}.`,
  ...(reading !== null && { reading, certain }),
  related: flatMap(issues, ({ decision, number }) =>
    decision ? [{ span: decision.span, message: `The decision of issue ${number}` }] : [],
  ),
});
