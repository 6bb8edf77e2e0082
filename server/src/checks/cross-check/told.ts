import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { among, notableIn } from '../notable.ts';
import { perLetter } from '../per-letter.ts';
import { Gap, Kind, type TokenRegion, type Tokens, tokensOf } from '../tokens.ts';

/** Tokens [first, last). */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** What an issue asks for, and what its rationale says of it. */
export interface Told {
  readonly issue: Issue;
  readonly item: Stretch;
  readonly rationale: Stretch;
  /** The sentences that conclude, up to `necessary`: they name the treatment again. */
  readonly concluding: readonly Stretch[];
}

/** Every issue of a letter with item and rationale, by their tokens. */
export const toldIn = perLetter((letter: Letter): readonly Told[] => {
  const tokens = tokensOf(letter);
  const titles = regionsBy(tokens, 'title');
  const rationales = regionsBy(tokens, 'rationale');
  const { necessary } = notableIn(letter);
  return flatMap(letter.issues, (issue) => {
    const title = titles.get(issue.number);
    const rationale = rationales.get(issue.number);
    if (!title || !rationale || !issue.item) return [];
    const { span } = issue.item;
    const item = { first: firstAt(tokens, title, span.start), last: firstAt(tokens, title, span.end) };
    const concluding = among(necessary, rationale.first, rationale.last).map((last) => ({
      first: sentenceStart(tokens, last, rationale.first),
      last,
    }));
    return [{ issue, item, rationale: { first: rationale.first, last: rationale.last }, concluding }];
  });
});

const regionsBy = ({ regions }: Tokens, kind: TokenRegion['kind']): ReadonlyMap<number | null, TokenRegion> =>
  new Map(regions.filter((region) => region.kind === kind).map((region) => [region.issue, region]));

/** The first token of a region that begins at `at` or behind it; its last where none does. */
const firstAt = ({ starts }: Tokens, { first, last }: TokenRegion, at: number): number => {
  let index = first;
  while (index < last && (starts[index] ?? 0) < at) index++;
  return index;
};

/** As far as a sentence is read back. */
const LONGEST = 60;

const sentenceStart = ({ gaps, kinds }: Tokens, from: number, least: number): number => {
  let index = from;
  while (index > Math.max(least, from - LONGEST) && !opensSentence(gaps[index] ?? 0, kinds[index] ?? 0)) index--;
  return index;
};

/** `mg. #60` goes on. */
const opensSentence = (gap: number, kind: number): boolean =>
  (gap & Gap.stop) !== 0 &&
  (gap & Gap.blank) !== 0 &&
  (gap & Gap.other) === 0 &&
  (kind & (Kind.capital | Kind.digit)) !== 0;
