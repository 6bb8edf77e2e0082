import { lazy } from './lazy.ts';
import { codePageTable } from './tables.ts';

/** The characters that a code page has for the bytes 0x80 to 0xFF, and the bytes of those characters. */
export interface CodePage {
  readonly name: string;
  readonly characters: string;
  readonly bytes: ReadonlyMap<string, number>;
}

const FIRST = 0x80;

/** The code pages in which texts of UTF-8 are misread, the likeliest first: that of Windows. */
export const codePages = lazy((): readonly CodePage[] =>
  codePageTable().rows.map(({ name, characters }) => ({
    name,
    characters,
    bytes: new Map(Array.from(characters, (character, i) => [character, FIRST + i])),
  })),
);

/** The character that Windows has for a byte from 0x80 on; for those that it leaves undefined, the control character of Latin 1. */
export const ofWindows = (byte: number): string => codePages()[0]?.characters.charAt(byte - FIRST) ?? '';
