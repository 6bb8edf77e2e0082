import type { SentencePlace } from '../../facts/formats/index.ts';
import type { Letter, Section } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { type Flow, flowOf } from '../../text/flow.ts';
import { type Span, spanOf } from '../../text/span.ts';

/** A stretch of the letter in which fixed sentences of a place stand. */
export interface Region {
  readonly place: SentencePlace;
  readonly span: Span;
}

/** The same with its running text. */
export interface ReadRegion extends Region {
  readonly flow: Flow;
}

export const readRegion = (letter: Letter, { place, span }: Region): ReadRegion => ({
  place,
  span,
  flow: flowOf(letter, span.start, span.end),
});

/** The sections that hold fixed sentences, and how many characters they may fill there. */
const LONGEST: Readonly<Partial<Record<Section['id'], number>>> = {
  method: 3000,
  summary: 500,
  documents: 500,
  issues: 500,
  cover: 6000,
  disclaimer: 1000,
};

const isPlace = (id: Section['id']): id is Section['id'] & SentencePlace => LONGEST[id] !== undefined;

/** A letterhead alone is no cover page. */
const speaks = (cover: Letter['cover']): boolean => Boolean(cover?.determination ?? cover?.addressee);

/** Every region of a letter, in the order of its sections and then of its issues. */
export const regionsOf = (letter: Letter): readonly Region[] => [...inSections(letter), ...inIssues(letter)];

const inSections = (letter: Letter): readonly Region[] =>
  flatMap(letter.sections, ({ id, heading, span }): Region[] => {
    if (!isPlace(id) || (id === 'cover' && !speaks(letter.cover)) || (id === 'issues' && !heading)) return [];
    const whole: Span = id === 'cover' && letter.cover ? letter.cover.span : span;
    const start = heading?.span.end ?? whole.start;
    return [{ place: id, span: spanOf(start, Math.min(whole.end, start + (LONGEST[id] ?? 0))) }];
  });

/** How the statement of a side opens where it cites a work: no fixed sentence stands before that. */
const CITES = 'Decision based on';

const LONGEST_STATEMENT = 400;

const inIssues = (letter: Letter): readonly Region[] =>
  flatMap(letter.issues, (issue) =>
    flatMap(['claimsAdministrator', 'expertReviewer'] as const, (place): Region[] => {
      const text = issue[place]?.text;
      if (!text || text.value.startsWith(CITES)) return [];
      const { start, end } = text.span;
      return [{ place, span: spanOf(start, Math.min(end, start + LONGEST_STATEMENT)) }];
    }),
  );

/** The words of a flow, with their places in it. */
export interface Words {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

/** The words of [start, end) of a flow, at most `most` of them. */
export const wordsOf = ({ text }: Flow, start: number, end: number, most: number): Words => {
  const texts: string[] = [];
  const starts: number[] = [];
  let at = start;
  while (at < end && texts.length < most) {
    const blank = text.indexOf(' ', at);
    const stop = blank < 0 || blank > end ? end : blank;
    if (stop > at) {
      texts.push(text.slice(at, stop));
      starts.push(at);
    }
    at = stop + 1;
  }
  return { texts, starts };
};

/** The flow's own span of words [from, to). */
export const spanOfWords = ({ texts, starts }: Words, from: number, to: number): Span => {
  const start = starts[from] ?? 0;
  return spanOf(start, to > from ? (starts[to - 1] ?? 0) + (texts[to - 1]?.length ?? 0) : start);
};
