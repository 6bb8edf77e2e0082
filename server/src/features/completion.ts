import type { CompletionItem } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { isBlank, lineAt } from '../text/lines.ts';
import { citationOffers } from './completion/citations.ts';
import { credentialOffers } from './completion/credentials.ts';
import { decisionOffers } from './completion/decisions.ts';
import { markOffers } from './completion/marks.ts';
import { itemsOf, type Offers } from './completion/offer.ts';

/** The slots of a letter: each knows what belongs at an offset, or says null where it is not that slot. */
const SLOTS: readonly ((letter: Letter, offset: number) => Offers | null)[] = [
  credentialOffers,
  citationOffers,
  decisionOffers,
  markOffers,
];

/**
 * What characters ask by themselves: a colon opens the value of a label or item, a comma the next name of a list. A blank
 * does not: nearly every blank of a letter stands in prose, and each would be a question to the server. What is offered
 * behind a colon or comma brings its own blank instead.
 */
export const TRIGGER_CHARACTERS: readonly string[] = [':', ','];

/**
 * What may be written at an offset of the letter: headings and labels that it lacks, a decision behind an item, the
 * reviewer's specialties and states, and in a guideline statement the chapters and their topics. Only in these slots and
 * only at the end of what is typed: empty in prose and inside of words. Each item replaces the whole phrase typed so far.
 */
export const completion = (letter: Letter, offset: number): readonly CompletionItem[] => {
  if (!endsThere(letter, offset)) return [];
  // A line below a statement may go on with it or be the next label.
  return SLOTS.flatMap((slot) => {
    const offers = slot(letter, offset);
    return offers ? itemsOf(letter, offset, offers) : [];
  });
};

/** Does the line, or the entry of a list, end at the offset? Text behind it would be left standing. */
const endsThere = ({ lines, text }: Letter, offset: number): boolean => {
  const end = lines.ends[lineAt(lines, offset)] ?? text.length;
  let at = offset;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at >= end || (at === offset && ',;'.includes(text.charAt(at)));
};
