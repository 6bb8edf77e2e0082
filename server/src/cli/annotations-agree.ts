import type { Agreement, Figures, LetterCounts } from '../annotations/agreement/agreement.ts';
import type { Disagreement } from '../annotations/agreement/disagreements.ts';
import { AGREEMENT } from '../annotations/agreement/index.ts';
import type { Mark } from '../annotations/agreement/marks.ts';
import { DEFAULT_LABELS, indexLabels, type LabelIndex } from '../annotations/labels/labels.ts';
import { MACHINE } from '../annotations/model.ts';
import { type Lines, positionAt, splitLines } from '../text/lines.ts';
import { type Annotated, annotatedIn, newTroubles } from './annotated.ts';
import { oneOf, pathsOf, readArgs } from './args.ts';
import { openOutput } from './output.ts';
import { onStop } from './stop.ts';
import { tableText } from './table.ts';
import { EXIT, say } from './terminal.ts';

export const AGREE_HELP = `Usage: imr-letters annotations agree [--annotator ID]… [--by label|letter] [--list]
                                     [--format text|json] PATH…

Compares those who have annotated the same letters, two and two. docs/annotations.md explains the
figures: F1 of the places that both marked, with the same words or with some of them, and the
percentage and Cohen's kappa of the values that both gave to fields with a list of values.

PATH is a file, a pattern such as 'letters/**/*.txt', or a folder, in which every *.imr and
*.imr.txt file is read, and every *.txt file that looks like a letter.

  --annotator ID   compare only these; may be given several times. machine is the parser, gold what
                   was settled (default: all people)
  --by label       a row for each label too
  --by letter      a row for each letter too
  --list           instead, where they disagree: FILE:LINE:COLUMN: and what each says
  --format text    a table (this is the default)
  --format json    all figures, by label and letter too, and all disagreements

Examples:
  imr-letters annotations agree letters/
  imr-letters annotations agree --by label letters/
  imr-letters annotations agree --annotator ma --annotator gold --list letters/

Exit code: 0, 1 where something was left out of a damaged file, 2 where a file could not be read.
`;

const OPTIONS = {
  annotator: { type: 'string', multiple: true, default: [] as string[] },
  by: { type: 'string' },
  list: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
} as const;

const FORMATS = ['text', 'json'] as const;
const BY = ['label', 'letter'] as const;
type By = (typeof BY)[number] | null;

/** A disagreement with the place of it in its file. */
interface Told {
  readonly document: Pick<Annotated, 'name' | 'uri'>;
  readonly line: number;
  readonly column: number;
  readonly disagreement: Disagreement;
}

/** `imr-letters annotations agree`. Resolves to the exit code. */
export const runAgree = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, OPTIONS);
  const format = oneOf('format', FORMATS, values.format);
  const by: By = values.by === undefined ? null : oneOf('by', BY, values.by);
  const authors = values.annotator.length === 0 ? null : values.annotator;
  onStop('stopped.');
  const troubles = newTroubles();
  const letters: LetterCounts[] = [];
  const told: Told[] = [];
  let labels: LabelIndex = indexLabels(DEFAULT_LABELS);
  for (const document of annotatedIn(pathsOf(positionals), authors?.includes(MACHINE) === true, troubles)) {
    const marks = AGREEMENT.marksOf(document.name, document.text, document.open, authors);
    if (letters.length === 0) labels = document.labels;
    letters.push(AGREEMENT.countsOf(marks, labels));
    told.push(...toldOf(document, AGREEMENT.compared(marks, document.labels).disagreements));
  }
  const agreement = AGREEMENT.agreementOf(letters);
  const output = openOutput(undefined, false);
  if (format === 'json') await output.write(`${JSON.stringify(jsonOf(agreement, told), null, 2)}\n`);
  else await output.write(values.list ? told.map(lineOf).join('') : tableOf(agreement, by));
  await output.end();
  if (format === 'text') for (const remark of agreement.remarks) say(remark);
  return troubles.failures > 0 ? EXIT.failure : troubles.problems > 0 ? EXIT.problems : EXIT.clean;
};

const toldOf = ({ name, uri, text }: Annotated, disagreements: readonly Disagreement[]): readonly Told[] => {
  let lines: Lines | null = null;
  return disagreements.map((disagreement) => {
    lines ??= splitLines(text);
    const { line, character } = positionAt(lines, disagreement.span.start);
    return { document: { name, uri }, line: line + 1, column: character + 1, disagreement };
  });
};

const HEAD = ['', 'letters', 'marks', 'F1 exact', 'F1 overlapping', 'values', 'agree', 'kappa'];

const tableOf = ({ pairs }: Agreement, by: By): string => {
  if (pairs.length === 0) return '';
  const rows = pairs.flatMap((pair) => {
    const parts: readonly (Figures & { readonly name: string })[] =
      by === 'label'
        ? pair.byLabel.map((figures) => ({ ...figures, name: figures.label }))
        : by === 'letter'
          ? pair.byLetter.map((figures) => ({ ...figures, name: figures.letter }))
          : [];
    const head = rowOf(`${pair.first} and ${pair.second}`, String(pair.letters), pair.all);
    return [head, ...parts.map((part) => rowOf(`  ${part.name}`, '', part))];
  });
  return tableText([HEAD, ...rows]);
};

const rowOf = (name: string, letters: string, { spans, values }: Figures): readonly string[] => [
  name,
  letters,
  `${spans.first}/${spans.second}`,
  figure(spans.exactF1),
  figure(spans.overlappingF1),
  String(values.compared),
  values.share === null ? '-' : `${Math.round(values.share * 100)} %`,
  figure(values.kappa),
];

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

/** `letters/a.imr.txt:12:8: value: jo says decision upheld, ma says decision overturned` */
const lineOf = ({ document, line, column, disagreement }: Told): string => {
  const choices = disagreement.choices.map(
    ({ author, marks }) => `${author} says ${marks.map(saidBy).join(' and ') || 'nothing'}`,
  );
  return `${document.name}:${line}:${column}: ${disagreement.kind}: ${choices.join(', ')}\n`;
};

const saidBy = ({ annotation: { label, value } }: Mark): string =>
  value === null ? label : `${label} ${String(value)}`;

const jsonOf = ({ authors, pairs, remarks }: Agreement, told: readonly Told[]) => ({
  authors,
  pairs,
  disagreements: told.map(({ document, line, column, disagreement: { kind, choices } }) => ({
    uri: document.uri,
    kind,
    line,
    column,
    choices: choices.map(({ author, marks }) => ({
      author,
      annotations: marks.map(({ annotation: { id, label, value }, spans }) => ({
        id,
        label,
        value,
        spans: spans.map(({ start, end }) => [start, end]),
      })),
    })),
  })),
  remarks,
});
