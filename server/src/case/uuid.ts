/** Seeds of four hashes of 32 bits, which together make 128. */
const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b] as const;

/** A hash of 32 bits (FNV-1a, its bits mixed at the end). It keeps no secret; it tells names apart. */
const hash = (text: string, seed: number): number => {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/** A UUID made of a name (version 8, RFC 9562): the same name gives the same one, always. */
export const uuidOf = (name: string): string => {
  const digits = SEEDS.map((seed, i) => hash(`${i}${name}`, seed).toString(16).padStart(8, '0')).join('');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20)].join('-');
};
