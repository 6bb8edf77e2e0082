import type { Content } from '../../../server/src/protocol.ts';

/** The bytes of what the server gave for a file. */
export const bytesOf = (content: Content): Uint8Array => {
  if ('text' in content) return new TextEncoder().encode(content.text);
  return Uint8Array.from(atob(content.base64), (character) => character.charCodeAt(0));
};
