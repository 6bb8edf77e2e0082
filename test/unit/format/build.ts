import { formatLetter } from '../../../server/src/format/index.ts';
import type { Letter, PlacedLetter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { type Replacement, replaced } from '../../../server/src/text/pieces.ts';

/** Edits of each letter as edits of the text that holds them all. */
const inDocument = (
  letters: readonly PlacedLetter[],
  editsOf: (one: PlacedLetter) => readonly Replacement[],
): readonly Replacement[] =>
  letters.flatMap((one) =>
    editsOf(one).map(({ span, text }) => ({
      span: { start: span.start + one.offset, end: span.end + one.offset },
      text,
    })),
  );

/** A text with all its letters formatted. */
export const formatted = (text: string, width: number): string => {
  const letters = parse(text);
  const last = letters.at(-1);
  return replaced(
    text,
    inDocument(letters, (one) => formatLetter(one.letter, { width, followed: one !== last })),
  );
};

/** What a text prints, without white space and hyphens: furniture apart, all that formatting may take away. */
export const inked = (text: string): string => text.replace(/[\s-]/g, '');

/** What a letter prints beside its page furniture. */
export const inkedWithin = ({ text, furniture }: Letter): string =>
  inked(
    replaced(
      text,
      furniture.map((span) => ({ span, text: '' })),
    ),
  );
