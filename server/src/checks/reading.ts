import type { Letter } from '../letter/model.ts';
import type { Edit, Fix, Found } from './check.ts';
import { quoted } from './wording.ts';

/** The fix that changes what is printed to the finding's reading; none where it has no reading. */
export const readingFixes = (found: Found, letter: Letter): readonly Fix[] => {
  const { reading, certain } = found;
  if (reading === undefined) return [];
  const title = reading === '' ? `Remove ${quoted(printedAt(letter, found))}` : `Change to ${quoted(reading)}`;
  return [{ title, edits: [editTo(letter, found, reading)], preferred: certain === true }];
};

const printedAt = ({ text }: Letter, { span }: Found): string => text.slice(span.start, span.end);

/** The least edit that makes the text at the finding's place read `reading`: what both begin and end with stays. */
export const editTo = (letter: Letter, found: Found, reading: string): Edit => {
  const printed = printedAt(letter, found);
  const shorter = Math.min(printed.length, reading.length);
  let head = 0;
  while (head < shorter && printed.charCodeAt(head) === reading.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    printed.charCodeAt(printed.length - 1 - tail) === reading.charCodeAt(reading.length - 1 - tail)
  )
    tail++;
  const { start, end } = found.span;
  return { span: { start: start + head, end: end - tail }, text: reading.slice(head, reading.length - tail) };
};
