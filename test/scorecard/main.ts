/**
 * `npm run scorecard [-- category …]`: plants defects, prints how the checks fare, and tells what has fallen. Without
 * categories it also writes docs/scorecard.md. `UPDATE_SCORES=1` raises the committed figures.
 */
import { writeFileSync } from 'node:fs';
import { CATEGORIES } from '../../server/src/checks/index.ts';
import { compared } from './compared.ts';
import { measured } from './measure.ts';
import { pageOf, tableOf } from './table.ts';

const categories = process.argv.slice(2);
const unknown = categories.filter((name) => !CATEGORIES.some((category) => category === name));
if (unknown.length > 0) throw new Error(`No category ${unknown.join(', ')}: there is ${CATEGORIES.join(', ')}.`);

const cards = measured(categories);
const fallen = compared(cards, categories);
console.log(tableOf(cards));
for (const line of fallen) console.log(line);
if (!cards.some(({ corpus }) => corpus === 'public'))
  console.log('No public letters here (IMR_CORPUS): docs/scorecard.md, which has their columns, is left as it is.');
else if (categories.length === 0) writeFileSync(new URL('../../docs/scorecard.md', import.meta.url), pageOf(cards));
process.exitCode = fallen.length > 0 ? 1 : 0;
