/** As much as fits an outline row or a lens without pushing the rest of the screen aside. */
const LONGEST = 80;

/** Controls, invisible joiners, direction overrides and byte order marks: what a name may not carry to the screen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text as one line fit to be shown: white space runs become one blank, control and invisible characters go, and what
 * is longer than `longest` UTF-16 units ends in an ellipsis. Empty where nothing visible is left.
 */
export const printable = (text: string, longest = LONGEST): string => {
  // Cut before cleaning, so that a name made from a whole rationale costs no more than a short one.
  const line = text
    .trimStart()
    .slice(0, longest * 8)
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const last = cut.charCodeAt(cut.length - 1);
  // Half of a surrogate pair would be drawn as a replacement character.
  return `${(last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut).trimEnd()}…`;
};
