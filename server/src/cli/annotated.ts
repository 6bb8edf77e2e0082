import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { baseOf } from '../annotations/hash.ts';
import { machineLayer } from '../annotations/machine.ts';
import { MACHINE, type Problem, problemText } from '../annotations/model.ts';
import type { OpenLetter } from '../annotations/store/open.ts';
import { toCase } from '../case/index.ts';
import { parse } from '../letter/parse.ts';
import { AnnotationsBeside, type AnnotationsOf } from './annotations-beside.ts';
import { goneIn } from './annotations-gone.ts';
import { UsageError } from './args.ts';
import { bytesOf, textOf } from './read-source.ts';
import { rootsOf } from './run.ts';
import { Sources } from './sources.ts';
import { say } from './terminal.ts';

/** A document with what is kept of its annotations. */
export interface Annotated extends AnnotationsOf {
  /** As the person named it. */
  readonly name: string;
  readonly uri: string;
  /** Its path in the folder that holds its annotations, with `/` between. */
  readonly letter: string;
  readonly text: string;
}

/** What is not as it should be, counted while it is said. */
export interface Troubles {
  /** Files that could not be read or written. */
  failures: number;
  /** What was left out of files. */
  problems: number;
}

export const newTroubles = (): Troubles => ({ failures: 0, problems: 0 });

/** Says problems and counts them. */
export const sayAll = (problems: readonly Problem[], troubles: Troubles): void => {
  for (const problem of problems) say(problemText(problem));
  troubles.problems += problems.length;
};

/** The documents of the paths with their annotations, in their order. What is wrong is said and counted. */
export const annotatedIn = function* (
  paths: readonly string[],
  withMachine: boolean,
  troubles: Troubles,
): Generator<Annotated> {
  if (paths.includes('-')) throw new UsageError('Annotations are kept beside files; name files or folders, not -');
  const beside = new AnnotationsBeside(rootsOf(paths));
  const fail = (sentence: string): void => {
    troubles.failures++;
    say(sentence);
  };
  for (const source of new Sources(paths, null)) {
    if (source.kind === 'failed') {
      fail(source.sentence);
      continue;
    }
    const bytes = bytesOf(source);
    const read = typeof bytes === 'string' ? ({ kind: 'failed', sentence: bytes } as const) : textOf(source, bytes);
    if (read.kind === 'failed') fail(read.sentence);
    if (read.kind !== 'text') continue;
    if (read.sentence !== null) say(read.sentence);
    const file = path.resolve(source.name);
    const uri = pathToFileURL(file).href;
    const kept = beside.of(file);
    sayAll(kept.problems, troubles);
    const open = withMachine ? andMachine(kept, uri, read.text) : kept.open;
    yield { ...kept, open, name: source.name, uri, letter: letterIn(kept.home, file), text: read.text };
  }
  const roots = rootsOf(paths);
  sayAll(
    beside.annotated.flatMap((folder) => goneIn(folder, roots)),
    troubles,
  );
};

/** A file's path in a folder, with `/` between. */
export const letterIn = (folder: string, file: string): string => path.relative(folder, file).split(path.sep).join('/');

/** With the layer of what the parser says. */
const andMachine = ({ open, labels }: AnnotationsOf, uri: string, text: string): OpenLetter => {
  const base = baseOf(text);
  const records = parse(text).map((placed) => toCase(placed, uri));
  const layers = open.layers.filter(({ author }) => author !== MACHINE);
  return {
    layers: [...layers, machineLayer(text, base, records, labels, version)],
    bases: new Map([...open.bases, [base.hash, base.units]]),
  };
};
