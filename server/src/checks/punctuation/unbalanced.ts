import type { Letter } from '../../letter/model.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { notableIn } from '../notable.ts';
import { Gap, type TokenRegion, type Tokens, tokensOf } from '../tokens.ts';
import { quoted } from '../wording.ts';

/**
 * A bracket or a quotation mark that has no partner in its paragraph's part of the letter.
 *
 *     (Norco 10/325 mg, which he takes daily.
 *
 * The marks of lists, such as `1)`, and those of inches and feet are none of them.
 */
export const punctuationUnbalanced: Check = {
  code: 'punctuation.unbalanced',
  title: 'A bracket or a quotation mark has no partner.',
  severity: 'information',
  category: 'punctuation',
  run: (letter) => {
    const tokens = tokensOf(letter);
    const { odd } = notableIn(letter);
    const found: Found[] = [];
    let next = 0;
    for (const region of tokens.regions) {
      const marks: Mark[] = [];
      for (; (odd[next] ?? Infinity) <= region.last; next++) addMarks(tokens, region, odd[next] ?? 0, marks);
      if (!isClosedAtOnce(marks)) found.push(...alone(letter, marks));
    }
    return found;
  },
};

const PARTNERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“' };
const OPENING = '([“';

interface Mark {
  readonly at: number;
  readonly mark: string;
}

/** Each opening bracket and its partner right behind it, as nearly all are; so are none at all. */
const isClosedAtOnce = (marks: readonly Mark[]): boolean => {
  for (let i = 0; i < marks.length; i += 2) {
    const opening = marks[i]?.mark;
    if (opening === '"' || opening === undefined || PARTNERS[marks[i + 1]?.mark ?? ''] !== opening) return false;
  }
  return true;
};

const alone = ({ text }: Letter, marks: readonly Mark[]): readonly Found[] => {
  const open: Mark[] = [];
  const single: Mark[] = [];
  const inches: number[] = [];
  for (const here of marks) {
    const partner = PARTNERS[here.mark];
    if (here.mark === '"') {
      // Behind a digit it may be inches, or close what is open.
      if (/\d/.test(text.charAt(here.at - 1))) {
        inches.push(here.at);
        continue;
      }
      const at = open.findLastIndex(({ mark }) => mark === '"');
      if (at >= 0) open.splice(at, 1);
      else open.push(here);
    } else if (OPENING.includes(here.mark)) open.push(here);
    else if (partner !== undefined) {
      const at = open.findLastIndex(({ mark }) => mark === partner);
      if (at >= 0) open.splice(at, 1);
      else if (!isListMark(text, here)) single.push(here);
    }
  }
  return [...open.filter(({ at, mark }) => mark !== '"' || !inches.some((inch) => inch > at)), ...single]
    .sort((a, b) => a.at - b.at)
    .map(({ at, mark }) => ({
      span: spanOf(at, at + 1),
      message: `${quoted(mark)} has no partner in this part of the letter.`,
    }));
};

/** `1)`, `a)`: the bracket closes nothing. */
const isListMark = (text: string, { at, mark }: Mark): boolean =>
  mark === ')' && /(?:^|[\s,;.:(-])(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})$/.test(text.slice(Math.max(0, at - LIST_MARK), at));
const LIST_MARK = 6;

/** The brackets and quotation marks that stand before a token of a region. */
const addMarks = (
  { text, starts, ends, gaps }: Tokens,
  { first, span }: TokenRegion,
  index: number,
  marks: Mark[],
): void => {
  if (index < first || ((gaps[index] ?? 0) & Gap.paired) === 0) return;
  const from = index === first ? span.start : (ends[index - 1] ?? 0);
  for (let at = from; at < (starts[index] ?? 0); at++) {
    const mark = text.charAt(at);
    if (mark === '"' || mark in PARTNERS || OPENING.includes(mark)) marks.push({ at, mark });
  }
};
