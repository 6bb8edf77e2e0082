import { GOLD, MACHINE } from './model.ts';

const RESERVED: ReadonlySet<string> = new Set([GOLD, MACHINE]);
const LONGEST = 64;
/** Names that Windows keeps for devices: no file can have them. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A short id for an annotator, fit for the name of a file on every system, from a name or an e-mail address: lower case,
 * what stands before an `@`, letters and digits with single hyphens between. Null where nothing of it can be used.
 */
export const authorIdOf = (name: string): string | null => {
  const [local = ''] = name.trim().split('@');
  const clean = local
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const id = [...clean].slice(0, LONGEST).join('').replace(/-$/, '');
  if (id === '') return null;
  return RESERVED.has(id) || DEVICES.test(id) ? `${id}-1` : id;
};

/** Is this the id of an annotator, as `authorIdOf` makes them? */
export const isAuthorId = (id: string): boolean => authorIdOf(id) === id;
