import type { Issue } from '../letter/model.ts';

/** As much of an item as a message can carry. */
const LONGEST = 60;

/** Controls, invisible joiners and direction overrides, which would bend the sentence they stand in. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Printed text within a message: in quotes, on one line, cut to a readable length. */
export const quoted = (text: string): string => {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(UNSEEN, ' ')
    .trim();
  const characters = [...line];
  const shown =
    characters.length > LONGEST
      ? `${characters
          .slice(0, LONGEST - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return `“${shown}”`;
};

/** `Issue 2 “Gym membership”`, or `Issue 2` where the item is not known. */
export const nameOf = (issue: Issue): string =>
  issue.item ? `Issue ${issue.number} ${quoted(issue.item.value)}` : `Issue ${issue.number}`;

/** The same within a sentence. */
export const nameWithin = (issue: Issue): string => nameOf(issue).replace('Issue', 'issue');
