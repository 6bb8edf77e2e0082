import { type CaseFormat, FORMATS } from './formats.ts';

/** Endings a letter's file may have; an export gets its own instead. */
const ENDING = /\.(?:imr\.txt|imr|txt|text)$/i;

/** A document's name or path without the ending of letters. */
export const withoutEnding = (name: string): string => name.replace(ENDING, '');

/** Characters that a file name cannot hold on some system, and control characters, become hyphens. */
export const fileName = (name: string): string =>
  Array.from(name.trim(), (character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '-' : character)).join(
    '',
  );

/** `cases.csv`, `issues.csv`: the file of a part of a format in a folder. */
export const partName = (part: string, format: CaseFormat): string => `${part}.${FORMATS[format].extension}`;
