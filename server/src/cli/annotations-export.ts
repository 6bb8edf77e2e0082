import path from 'node:path';
import type { Sheet } from '../annotations/formats/format.ts';
import { ANNOTATION_FORMATS, ANNOTATION_WRITERS, type AnnotationFormat } from '../annotations/formats/index.ts';
import { sheetOf } from '../annotations/formats/sheet.ts';
import { BRAT_CONF, writeBratConf } from '../annotations/labels/brat-conf.ts';
import type { LabelSet } from '../annotations/labels/labels.ts';
import { untouched } from '../annotations/machine.ts';
import { GOLD, type Layer, MACHINE, problemText } from '../annotations/model.ts';
import { placeIn } from '../annotations/store/open.ts';
import { type Annotated, annotatedIn, newTroubles, type Troubles } from './annotated.ts';
import { oneOf, pathsOf, readArgs, UsageError } from './args.ts';
import { eachFile, type FileWriter, openOutput } from './output.ts';
import { onStop } from './stop.ts';
import { EXIT, say } from './terminal.ts';

const formatLines = ANNOTATION_FORMATS.map((id) => `  --format ${id.padEnd(9)} ${ANNOTATION_WRITERS[id].detail}`);

export const ANNOTATIONS_EXPORT_HELP = `Usage: imr-letters annotations export --format FORMAT [--layer people|machine|gold]…
                                      [--annotator ID]… [--out FILE|FOLDER [--force]] PATH…

Writes annotations for other programs, as they stand in the letters now. Those whose words are not
in the text any more are counted and left out. docs/annotations.md shows each format.

PATH is a file, a pattern such as 'letters/**/*.txt', or a folder, in which every *.imr and
*.imr.txt file is read, and every *.txt file that looks like a letter.

${formatLines.join('\n')}
  --layer LAYER      people (the default), machine (what the parser reads), gold (what was
                     settled); may be given several times
  --annotator ID     of people, only this one; may be given several times
  --out FILE         write doccano and prodigy to FILE instead of the standard output
  --out FOLDER       write the files of brat, w3c and bio for each letter into FOLDER
  --force            replace files that exist

Examples:
  imr-letters annotations export --format brat --out brat/ letters/
  imr-letters annotations export --format doccano --layer machine letters/ > suggestions.jsonl
  imr-letters annotations export --format w3c --annotator ma --out ma/ letters/

Exit code: 0, 1 where something was left out of a damaged file, 2 where a file could not be read
or written.
`;

const LAYERS = ['people', 'machine', 'gold'] as const;

const OPTIONS = {
  format: { type: 'string' },
  layer: { type: 'string', multiple: true, default: ['people'] as string[] },
  annotator: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly layers: readonly (typeof LAYERS)[number][];
  /** Of people; empty for all. */
  readonly annotators: readonly string[];
}

/** The format that was named; there is no other than a person's own choice. */
export const formatOf = (given: string | undefined): AnnotationFormat => {
  if (given === undefined) throw new UsageError(`Say which --format: ${ANNOTATION_FORMATS.join(', ')}`);
  return oneOf('format', ANNOTATION_FORMATS, given);
};

/** `imr-letters annotations export`. Resolves to the exit code. */
export const runAnnotationsExport = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = formatOf(values.format);
  const wanted: Wanted = {
    layers: values.layer.map((layer) => oneOf('layer', LAYERS, layer)),
    annotators: values.annotator,
  };
  const { perLetter, title } = ANNOTATION_WRITERS[format];
  if (perLetter && values.out === undefined) {
    throw new UsageError(`${title} has files for each letter; add --out FOLDER`);
  }
  const job = { format, wanted, paths: pathsOf(positionals), out: values.out ?? '', force: values.force };
  onStop('stopped.');
  const troubles = newTroubles();
  await (perLetter ? toFolder(job, troubles) : toFile({ ...job, out: values.out }, troubles));
  return troubles.failures > 0 ? EXIT.failure : troubles.problems > 0 ? EXIT.problems : EXIT.clean;
};

interface Job {
  readonly format: AnnotationFormat;
  readonly wanted: Wanted;
  readonly paths: readonly string[];
  readonly out: string | undefined;
  readonly force: boolean;
}

interface Counts {
  letters: number;
  annotations: number;
  bare: number;
}

/** The sheets of the letters that have any of the wanted annotations. */
const sheetsOf = function* (
  { wanted, paths }: Job,
  troubles: Troubles,
): Generator<Sheet & { readonly labels: LabelSet }> {
  const counts: Counts = { letters: 0, annotations: 0, bare: 0 };
  for (const document of annotatedIn(paths, wanted.layers.includes('machine'), troubles)) {
    const layers = layersOf(document, wanted);
    const { value, problems } = sheetOf(document.letter, document.text, document.open, layers);
    for (const { message } of problems) say(`${document.name}: ${message}`);
    if (value.annotations.length === 0) {
      counts.bare++;
      continue;
    }
    counts.letters++;
    counts.annotations += value.annotations.length;
    yield { ...value, labels: document.labels.set };
  }
  say(summaryOf(counts));
};

const summaryOf = ({ letters, annotations, bare }: Counts): string => {
  const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const without = bare > 0 ? `; ${counted(bare, 'letter')} without any` : '';
  return `${counted(annotations, 'annotation')} of ${counted(letters, 'letter')}${without}.`;
};

/** Of the parser's only what no wanted person has touched. */
const layersOf = ({ open, text }: Annotated, { layers, annotators }: Wanted): readonly Layer[] => {
  const isPerson = ({ author }: Layer): boolean =>
    author !== GOLD && author !== MACHINE && (annotators.length === 0 || annotators.includes(author));
  const people = layers.includes('people') ? open.layers.filter(isPerson) : [];
  const gold = layers.includes('gold') ? open.layers.filter(({ author }) => author === GOLD) : [];
  const parsed = layers.includes('machine') ? open.layers.find(({ author }) => author === MACHINE) : undefined;
  if (!parsed) return [...people, ...gold];
  const place = placeIn(text, open);
  const own = [...people, ...gold].flatMap(({ annotations }) => annotations.map(place));
  const left = untouched(parsed.annotations.map(place), own).map(({ annotation }) => annotation);
  return [...people, ...gold, { ...parsed, annotations: left }];
};

const toFolder = async (job: Job & { readonly out: string }, troubles: Troubles): Promise<void> => {
  const { out, force, format } = job;
  const writer = eachFile(force);
  const taken = new Set<string>();
  const authors = new Set<string>();
  let labels: LabelSet | null = null;
  for (const sheet of sheetsOf(job, troubles)) {
    labels ??= sheet.labels;
    for (const { author } of sheet.annotations) authors.add(author);
    const base = path.join(
      out,
      ...sheet.letter
        .replace(/\.txt$/i, '')
        .split('/')
        .filter(isName),
    );
    if (taken.has(base.toLowerCase())) {
      troubles.failures++;
      say(`cannot write ${base}: another letter of this run has the same name.`);
      continue;
    }
    taken.add(base.toLowerCase());
    writeSheet(sheet, base, format, writer);
  }
  if (format === 'brat' && labels) {
    writer.write(path.join(out, BRAT_CONF), Buffer.from(writeBratConf(labels, [...authors].sort())));
  }
  troubles.failures += writer.failures();
};

/** No step out of the folder. */
const isName = (part: string): boolean => part !== '..' && part !== '.';

const writeSheet = (sheet: Sheet, base: string, format: AnnotationFormat, writer: FileWriter): void => {
  const { value, problems } = ANNOTATION_WRITERS[format].write(sheet);
  for (const { extension, content } of value) writer.write(`${base}.${extension}`, Buffer.from(content));
  // What a format has no place for is no fault of a file, so it is said and not counted.
  for (const problem of problems) say(problemText(problem));
};

const toFile = async (job: Job, troubles: Troubles): Promise<void> => {
  const output = openOutput(job.out, job.force);
  for (const sheet of sheetsOf(job, troubles)) {
    for (const { content } of ANNOTATION_WRITERS[job.format].write(sheet).value) await output.write(content);
  }
  await output.end();
  await output.publish();
};
