import { readFileSync } from 'node:fs';
import { looksLikeLetter } from '../letter/detect.ts';
import { decode } from './decode.ts';
import type { BytesSource, FileSource } from './sources.ts';
import { reasonOf } from './terminal.ts';

/** The bytes of a source; a sentence where they cannot be read. */
export const bytesOf = (source: FileSource | BytesSource): Uint8Array | string => {
  if (source.kind === 'bytes') return source.bytes;
  try {
    return readFileSync(source.name);
  } catch (error) {
    return `cannot read ${source.name}: ${reasonOf(error)}.`;
  }
};

/** What a source holds. `other`: it is no letter though its name allows it, and nothing is to be said of it. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly sentence: string | null }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'other' };

/** The text of a source’s bytes. */
export const textOf = (source: FileSource | BytesSource, bytes: Uint8Array): ReadText => {
  const certain = source.kind === 'bytes' || source.certain;
  const name = source.kind === 'bytes' ? 'the standard input' : source.name;
  const decoded = decode(bytes);
  if (decoded.kind === 'not-text') {
    return certain ? { kind: 'failed', sentence: `cannot read ${name}: ${decoded.reason}.` } : { kind: 'other' };
  }
  if (!certain && !looksLikeLetter(decoded.text)) return { kind: 'other' };
  const sentence = decoded.encoding === 'windows-1252' ? `${name} is not UTF-8; it was read as windows-1252.` : null;
  return { kind: 'text', text: decoded.text, sentence };
};
