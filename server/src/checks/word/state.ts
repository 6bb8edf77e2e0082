import { slips } from '../../facts/near.ts';
import { allStates, state } from '../../facts/people.ts';
import { readingsOf } from '../../facts/readings.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Leaf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';

/**
 * A state of the reviewer's licence, misspelt.
 *
 *     State(s) of Licensure: Califomia
 *
 * The states are a closed list, and one of them is nearest.
 */
export const wordState: Check = {
  code: 'word.state',
  title: 'A state of the reviewer’s licence is misspelt.',
  severity: 'warning',
  category: 'word',
  run: ({ reviewer }) => flatMap(reviewer?.licensedStates?.values ?? [], foundAt),
};

const SHORTEST = 4;
const LONG = 8;

const foundAt = ({ value, span }: Leaf<string>): readonly Found[] => {
  if (value.length < SHORTEST || state(value) !== null) return [];
  const most = value.length >= LONG ? 2 : 1;
  const counted = flatMap(allStates(), ({ name }) => {
    const count = slips(value.toLowerCase(), name.toLowerCase());
    return count !== null && count > 0 && count <= most ? [{ name, count }] : [];
  });
  const fewest = Math.min(...counted.map(({ count }) => count));
  const [near, ...more] = counted.filter(({ count }) => count === fewest);
  if (!near || more.length > 0) return [];
  const certain = readingsOf(value.toLowerCase()).has(near.name.toLowerCase());
  const message = `No state is called ${quoted(value)}; ${quoted(near.name)} is the only one near.`;
  return [{ span, message, reading: near.name, ...(certain && { certain }) }];
};
