// `npm run docs`: writes what is made from the list of checks: head and end of each page in docs/checks/, the page that
// lists them, the table in README.md, and the settings in package.json with their texts. `--check` writes nothing and
// names what is not as it would be written; the tests run that.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATEGORIES, CHECKS } from '../server/src/checks/index.ts';
import { manifestWith, textsWith } from './docs/manifest.mjs';
import { checkPage, indexPage, table } from './docs/pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGES = 'docs/checks';
const BEGIN = '<!-- checks: made by npm run docs -->\n';
const END = '<!-- /checks -->';

const at = (file) => path.join(root, file);
const textOf = (file) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8').replaceAll('\r\n', '\n') : null);
const json = (file, change) => `${JSON.stringify(change(JSON.parse(textOf(file))), null, 2)}\n`;

/** Sorted by category, so that the order of the list does not matter to a reader. */
const checks = CATEGORIES.flatMap((category) => CHECKS.filter((check) => check.category === category));

const readme = () => {
  const now = textOf('README.md');
  const from = now.indexOf(BEGIN);
  const to = now.indexOf(END);
  if (from < 0 || to < from) throw new Error(`README.md lacks the lines ${BEGIN.trim()} and ${END}.`);
  return `${now.slice(0, from + BEGIN.length)}\n${table(checks, `${PAGES}/`)}\n${now.slice(to)}`;
};

/** The file as the formatter sets it; what it does not know stays. */
const formatted = (file, text) => {
  const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${file}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${file} cannot be formatted: ${stderr}`);
  return stdout;
};

const wanted = () =>
  new Map([
    ...checks.map((check) => {
      const file = `${PAGES}/${check.code}.md`;
      return [file, checkPage(check, textOf(file))];
    }),
    [`${PAGES}/README.md`, indexPage(checks, CATEGORIES, textOf(`${PAGES}/README.md`) ?? '')],
    ['README.md', readme()],
    [
      'package.json',
      formatted(
        'package.json',
        json('package.json', (manifest) => manifestWith(manifest, checks)),
      ),
    ],
    ['package.nls.json', json('package.nls.json', (texts) => textsWith(texts, checks))],
  ]);

const files = wanted();
const stale = [...files].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);
const strays = readdirSync(at(PAGES)).filter((name) => !files.has(`${PAGES}/${name}`));

if (process.argv.includes('--check')) {
  for (const file of stale) console.log(`${file} is not as npm run docs writes it.`);
} else {
  for (const file of stale) writeFileSync(at(file), files.get(file));
  if (stale.length > 0) console.log(`Written: ${stale.join(', ')}`);
}
for (const name of strays) console.log(`${PAGES}/${name} is the page of no check.`);
process.exitCode = strays.length > 0 || (process.argv.includes('--check') && stale.length > 0) ? 1 : 0;
