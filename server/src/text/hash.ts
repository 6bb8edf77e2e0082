/** What the hash of a word begins with; `hashWith` adds its characters one by one. */
export const HASH_START = 0x811c9dc5 | 0;

/** What each step of the hash multiplies by. */
export const HASH_FACTOR = 0x01000193;

/** The hash of what came before and one more code unit: FNV-1a, 32 bits. */
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, HASH_FACTOR);

/** The hash of a whole text, as one would get it character by character. */
export const hashOf = (text: string): number => {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashWith(hash, text.charCodeAt(i));
  return hash;
};

/** Another hash out of a hash, in which every bit depends on every bit: the last step of MurmurHash3. */
export const mixed = (hash: number): number => {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
};
