/** How the bytes of a file were read, or why they cannot be. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'windows-1252' }
  | { readonly kind: 'not-text'; readonly reason: string };

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * The text of a file: UTF-8, UTF-16 where a byte order mark says so, else windows-1252, in which every byte is a
 * character, so that nothing is lost. A byte order mark is no part of the text, as in editors.
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (PDF.every((byte, i) => bytes[i] === byte)) {
    return { kind: 'not-text', reason: 'it is a PDF; extract its text first, for example with pdftotext' };
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
  if (bytes.includes(0)) return { kind: 'not-text', reason: 'it is not a text file' };
  try {
    return { kind: 'text', text: UTF8.decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { kind: 'text', text: windows1252(bytes), encoding: 'windows-1252' };
  }
};

const utf16 = (bytes: Uint8Array, label: string): Decoded => ({
  kind: 'text',
  text: new TextDecoder(label).decode(bytes),
  encoding: 'UTF-16',
});

/** What windows-1252 has for the bytes 80 to 9F; elsewhere it is Latin-1. Node's own decoder takes all for Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);
