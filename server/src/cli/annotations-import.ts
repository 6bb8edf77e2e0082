import path from 'node:path';
import { isAuthorId } from '../annotations/authors.ts';
import type { Sheet } from '../annotations/formats/format.ts';
import { ANNOTATION_FORMATS, ANNOTATION_WRITERS, type AnnotationFormat } from '../annotations/formats/index.ts';
import { type Annotation, GOLD, MACHINE } from '../annotations/model.ts';
import { ATTRIBUTES_FILE } from '../notes/index.ts';
import { newTroubles, sayAll, type Troubles } from './annotated.ts';
import { oneOf, pathsOf, readArgs, UsageError } from './args.ts';
import { decode } from './decode.ts';
import { LettersOf } from './letters-of.ts';
import { bytesOf } from './read-source.ts';
import { rootsOf } from './run.ts';
import { type Source, Sources } from './sources.ts';
import { onStop } from './stop.ts';
import { StoreWriter } from './store-writer.ts';
import { EXIT, say } from './terminal.ts';

export const ANNOTATIONS_IMPORT_HELP = `Usage: imr-letters annotations import [--format FORMAT] [--annotator ID] [--layer gold]
                                      [--letters FOLDER] [--force] [--dry-run] FILE…

Takes up annotations from files of other programs and keeps them beside the letters, in .imr. The
letters themselves are never touched, and reading a file twice adds nothing.

FILE is a .ann, .jsonld, .jsonl or .conll file, a pattern such as 'brat/**/*.ann', or a folder with
such files. A .ann or .conll file belongs to the letter of the same name: brat/2015/a.imr.ann, read
with brat/, to 2015/a.imr.txt or 2015/a.imr in the folder of the letters, else to that beside it.

  --format FORMAT    ${ANNOTATION_FORMATS.join(', ')} (default: by the file's ending, and of .jsonl by its
                     first line)
  --annotator ID     whose they are (default: as the file says)
  --layer gold       they were settled between several annotators
  --letters FOLDER   where the letters are (default: the folder you are in)
  --force            change what is there already under the same id with other content
  --dry-run          say what would be done, and write nothing

Examples:
  imr-letters annotations import --annotator ma --letters letters/ brat/
  imr-letters annotations import --format prodigy --annotator jo tasks.jsonl
  imr-letters annotations import --dry-run ma/2015/a.imr.jsonld

Exit code: 0, 1 where something did not fit and was left out, 2 where a file could not be read or
written.
`;

const OPTIONS = {
  format: { type: 'string' },
  annotator: { type: 'string' },
  layer: { type: 'string' },
  letters: { type: 'string', default: '.' },
  force: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

const ENDINGS: Readonly<Record<string, AnnotationFormat>> = {
  '.ann': 'brat',
  '.jsonld': 'w3c',
  '.jsonl': 'doccano',
  '.conll': 'bio',
};

const hasKnownEnding = (name: string): boolean => path.extname(name).toLowerCase() in ENDINGS;

/** `imr-letters annotations import`. Resolves to the exit code. */
export const runAnnotationsImport = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = values.format === undefined ? null : oneOf('format', ANNOTATION_FORMATS, values.format);
  const { annotator = '', force } = values;
  if (annotator !== '' && !isAuthorId(annotator)) {
    throw new UsageError(`--annotator is a short name of small letters, digits and hyphens, not “${annotator}”`);
  }
  const gold = values.layer !== undefined && oneOf('layer', [GOLD], values.layer) === GOLD;
  const paths = pathsOf(positionals);
  onStop('stopped; files that were read are kept whole.');
  const troubles = newTroubles();
  const letters = new LettersOf(values.letters, paths);
  const store = new StoreWriter({ roots: rootsOf([values.letters]), gold, force, isDry: values['dry-run'] });
  const at = new Date().toISOString();
  for (const source of new Sources(paths, null, hasKnownEnding)) {
    const read = contentOf(source);
    if (read.content === null) {
      troubles.failures++;
      say(read.sentence);
      continue;
    }
    const { file, content } = read;
    const reading = { file, find: letters.finderFor(file), author: annotator, at };
    const { value, problems } = ANNOTATION_WRITERS[format ?? formatOf(file, content)].read(content, reading);
    sayAll(problems, troubles);
    for (const sheet of value) store.keep(sheet.letter, sheet.base, owned(sheet, file, annotator, troubles));
  }
  say(summaryOf(store, values['dry-run']));
  if (store.counts.differing > 0) troubles.problems++;
  troubles.failures += store.failures;
  return troubles.failures > 0 ? EXIT.failure : troubles.problems > 0 ? EXIT.problems : EXIT.clean;
};

type Content =
  | { readonly file: string; readonly content: string }
  | { readonly content: null; readonly sentence: string };

const contentOf = (source: Source): Content => {
  if (source.kind === 'failed') return { content: null, sentence: source.sentence };
  const bytes = bytesOf(source);
  if (typeof bytes === 'string') return { content: null, sentence: bytes };
  const decoded = decode(bytes);
  return decoded.kind === 'text'
    ? { file: source.name, content: decoded.text }
    : { content: null, sentence: `cannot read ${source.name}: ${decoded.reason}.` };
};

/** By the file's ending; JSON Lines of which the first line has spans are Prodigy's. */
const formatOf = (file: string, content: string): AnnotationFormat => {
  const format = ENDINGS[path.extname(file).toLowerCase()];
  if (format === undefined) throw new UsageError(`The ending of ${file} does not say its format; add --format`);
  return format === 'doccano' && /"spans"\s*:/.test(content.split('\n', 1)[0] ?? '') ? 'prodigy' : format;
};

/** The annotations with whose they are. Suggestions of the parser are no one's: they are computed anew. */
const owned = (sheet: Sheet, file: string, annotator: string, troubles: Troubles): readonly Annotation[] => {
  const all = sheet.annotations.filter(({ author, state }) => author !== MACHINE || state !== 'suggested');
  const named = all.map((annotation) => (annotator === '' ? annotation : { ...annotation, author: annotator }));
  const right = named.filter(({ author }) => isAuthorId(author));
  const left = named.length - right.length;
  const message = `${left} of its annotations do not say who made them, or not by a name that can be used; add --annotator ID.`;
  if (left > 0) sayAll([{ file, line: null, message }], troubles);
  return right;
};

const summaryOf = ({ counts }: StoreWriter, isDry: boolean): string => {
  const { added, changed, same, differing, orphans, gitFiles } = counts;
  const parts = [
    `${added} ${isDry ? 'would be added' : 'added'}`,
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(same > 0 ? [`${same} there already`] : []),
    ...(differing > 0 ? [`${differing} there already with other content (--force changes them)`] : []),
    ...(orphans > 0 ? [`${orphans} of all with words that are not in the letter any more`] : []),
  ];
  const written = gitFiles > 0 ? ` ${ATTRIBUTES_FILE} was written, with which Git joins annotations line by line.` : '';
  return `annotations: ${parts.join(', ')}.${written}`;
};
