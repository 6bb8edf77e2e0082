import { falls, readCommitted, type Shares, updateCommitted } from '../corpus/committed.ts';
import { CHECK_SCORES } from './measure.ts';
import { type Scorecard, sharesOfCard } from './score.ts';

const categoryOf = (field: string): string => field.slice(0, field.indexOf('.'));

/** The committed shares of the categories, or of all where none is named. */
const sharesIn = (shares: Shares, categories: readonly string[]): Shares =>
  Object.fromEntries(
    Object.entries(shares).filter(([field]) => categories.length === 0 || categories.includes(categoryOf(field))),
  );

/** A sentence for each committed figure that is not reached any more. With UPDATE_SCORES=1, raises those that are. */
export const compared = (cards: readonly Scorecard[], categories: readonly string[] = []): readonly string[] =>
  cards.flatMap((card) => {
    const { corpus } = card;
    const shares = sharesOfCard(card);
    const before = readCommitted(CHECK_SCORES)[corpus] ?? {};
    const others = Object.fromEntries(
      Object.entries(before).filter(([field]) => categories.length > 0 && !categories.includes(categoryOf(field))),
    );
    if (process.env['UPDATE_SCORES'] === '1') updateCommitted(CHECK_SCORES, corpus, { ...others, ...shares });
    return falls(sharesIn(before, categories), shares).map((fall) => `${corpus} letters: ${fall}`);
  });
