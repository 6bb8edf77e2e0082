import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Base } from './passage.ts';
import { type UnitText, unitTextOf } from './text-units.ts';

/** SHA-256 in hexadecimal of a text in UTF-8. The text has LF line ends: `unitTextOf(document).text`. */
export const hashOf = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)));

/** A document's text as the base of annotations. */
export const baseOf = (document: string): Base => {
  const units: UnitText = unitTextOf(document);
  return { hash: hashOf(units.text), units };
};
