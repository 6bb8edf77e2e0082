// What the bundles need to read the tables that scripts/facts-plugin.mjs has packed. It runs in the server, in Node and in
// browsers: the library's door for browsers starts no workers and loads nothing of Node.
import { inflateSync, strFromU8 } from 'fflate/browser';
import { decoded } from './base91.mjs';

/** The table of a packed text: deflated JSON in base 91, in which lists of rows name their members once. */
export const unpack = (packed) => spread(JSON.parse(strFromU8(inflateSync(decoded(packed)))));

/** In place where it can be: this runs once, before the engine has made it fast. */
const spread = (value) => {
  if (value === null || typeof value !== 'object') return value;
  const names = value[''];
  if (names) return value.rows.map((row) => rowOf(names, row));
  for (const key in value) {
    const member = value[key];
    if (member !== null && typeof member === 'object') value[key] = spread(member);
  }
  return value;
};

const rowOf = (names, row) => {
  const members = {};
  for (let i = 0; i < row.length; i++) if (row[i] !== null) members[names[i]] = spread(row[i]);
  return members;
};
