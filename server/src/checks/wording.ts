import type { Issue } from '../letter/model.ts';
import { printable } from '../text/printable.ts';

/** As much of an item as a message can carry. */
const LONGEST = 60;

/** Printed text within a message: in quotes, on one line, cut to a readable length. */
export const quoted = (text: string): string => `“${printable(text, LONGEST)}”`;

/** `Issue 2 “Gym membership”`, or `Issue 2` where the item is not known. */
export const nameOf = (issue: Issue): string =>
  issue.item ? `Issue ${issue.number} ${quoted(issue.item.value)}` : `Issue ${issue.number}`;

/** The same within a sentence. */
export const nameWithin = (issue: Issue): string => nameOf(issue).replace('Issue', 'issue');

/** `2004`, `2004 and 2016`, `2004, 2016 and 2019`. */
export const listed = (names: readonly (string | number)[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
