import { CompletionItemKind } from 'vscode-languageserver';
import { allSpecialties, allStates } from '../../facts/index.ts';
import type { Letter, ListField } from '../../letter/model.ts';
import { isBlank } from '../../text/lines.ts';
import type { Offer, Offers } from './offer.ts';

/** The entries of the reviewer's labelled lists: states of licensure and specialties, without those that are listed. */
export const credentialOffers = ({ text, reviewer }: Letter, offset: number): Offers | null => {
  if (reviewer?.form !== 'credentials') return null;
  const lists = [
    [reviewer.licensedStates, states],
    [reviewer.specialties, specialties],
  ] as const;
  for (const [field, offersOf] of lists) {
    const start = field && entryStart(text, field, offset);
    if (!field || start === null) continue;
    const listed = new Set(
      field.values.filter(({ span }) => span.start !== start).map(({ value }) => value.toLowerCase()),
    );
    const offers = offersOf().filter((offer) => !listed.has(offer.text.toLowerCase()));
    return { start, kind: CompletionItemKind.Value, offers };
  }
  return null;
};

const states = (): readonly Offer[] => allStates().map(({ name }) => ({ text: name }));

const specialties = (): readonly Offer[] =>
  allSpecialties().map(({ name, kind, boards }) => ({ text: name, detail: [kind, ...boards.slice(0, 1)].join(', ') }));

/** Where the entry at the offset begins: behind the last comma or the label. Null outside of the list. */
const entryStart = (text: string, { label, printed }: ListField, offset: number): number | null => {
  if (!label || offset < label.span.end) return null;
  const end = printed?.span.end ?? label.span.end;
  for (let at = end; at < offset; at++) if (!isBlank(text.charCodeAt(at))) return null;
  const typed = text.slice(label.span.end, offset);
  const comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf(';'));
  const start = label.span.end + comma + 1;
  return start + (/^\s*/.exec(text.slice(start, offset))?.[0].length ?? 0);
};
