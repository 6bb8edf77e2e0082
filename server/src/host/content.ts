import type { Chunk } from '../case/index.ts';
import type { Content } from '../protocol.ts';

/** Characters that `String.fromCharCode` takes at a time. */
const AT_ONCE = 8192;

/** Bytes as Base64. Node's own `Buffer` is not everywhere where this runs. */
export const base64Of = (chunks: readonly Chunk[]): string => {
  const encoder = new TextEncoder();
  let binary = '';
  for (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    for (let at = 0; at < bytes.length; at += AT_ONCE) {
      binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
    }
  }
  return btoa(binary);
};

/** What writers gave, as it goes over the connection: a text as it is. */
export const contentOf = (chunks: readonly Chunk[], binary: boolean): Content =>
  binary ? { base64: base64Of(chunks) } : { text: chunks.join('') };
