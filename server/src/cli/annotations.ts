import { AGREE_HELP, runAgree } from './annotations-agree.ts';
import { ANNOTATIONS_EXPORT_HELP, runAnnotationsExport } from './annotations-export.ts';
import { ANNOTATIONS_IMPORT_HELP, runAnnotationsImport } from './annotations-import.ts';
import { UsageError } from './args.ts';
import { EXIT } from './terminal.ts';

export const ANNOTATIONS_HELP = `Usage: imr-letters annotations export|import|agree …

What people, and the parser, say of letters: docs/annotations.md tells how it is kept.

  annotations export PATH…   write annotations for brat, doccano, Prodigy and others
  annotations import FILE…   take up annotations that others made, beside the letters
  annotations agree PATH…    how far annotators agree
  annotations export --help  more on a command, with examples

Examples:
  imr-letters annotations export --format brat --out brat/ letters/
  imr-letters annotations import --annotator ma brat/
  imr-letters annotations agree letters/
`;

interface Part {
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const PARTS: Readonly<Record<string, Part>> = {
  export: { help: ANNOTATIONS_EXPORT_HELP, run: runAnnotationsExport },
  import: { help: ANNOTATIONS_IMPORT_HELP, run: runAnnotationsImport },
  agree: { help: AGREE_HELP, run: runAgree },
};

/** `imr-letters annotations`: its first argument says what to do. Resolves to the exit code. */
export const runAnnotations = async ([name, ...args]: readonly string[]): Promise<number> => {
  const part = name !== undefined && Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!part) {
    const given = name === undefined ? 'annotations needs' : `There is no “annotations ${name}”; it is`;
    throw new UsageError(`${given} one of ${Object.keys(PARTS).join(', ')}`);
  }
  if (!args.includes('--help') && !args.includes('-h')) return part.run(args);
  process.stdout.write(part.help);
  return EXIT.clean;
};
