import { type LabelIndex, titleOf } from '../labels/labels.ts';
import type { Agreement, Figures, PairAgreement } from './agreement.ts';

const HEAD = ['letters', 'marks', 'F1 exact', 'F1 overlapping', 'values', 'agree', 'kappa'];

/** `|` would end a cell, and names may hold anything. */
const cell = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

const cellsOf = (letters: number | null, { spans, values }: Figures): readonly string[] => [
  letters === null ? '' : String(letters),
  `${spans.first} and ${spans.second}`,
  figure(spans.exactF1),
  figure(spans.overlappingF1),
  String(values.compared),
  values.share === null ? '–' : `${Math.round(values.share * 100)} %`,
  figure(values.kappa),
];

const table = (first: string, rows: readonly (readonly [string, ...string[]])[]): string =>
  [[first, ...HEAD], [':--', ...HEAD.map(() => '--:')], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const named = (name: string, letters: number | null, figures: Figures): readonly [string, ...string[]] => [
  cell(name),
  ...cellsOf(letters, figures),
];

const sectionsOf = (pair: PairAgreement, labels: LabelIndex): readonly string[] => [
  `## ${cell(pair.first)} and ${cell(pair.second)}`,
  table('', [named('all', pair.letters, pair.all)]),
  '### By label',
  table(
    'label',
    pair.byLabel.map((figures) => named(titleOf(labels, figures.label), null, figures)),
  ),
  '### By letter',
  table(
    'letter',
    pair.byLetter.map((figures) => named(figures.letter, null, figures)),
  ),
];

const EXPLAINED =
  'F1 is of the words that both marked with one label: the very same, or overlapping. Agree and kappa are of values that are one of a list; kappa takes away what chance alone would agree in, and is defined by label. A dash: there is nothing to compute it from.';

/** The agreement of annotators as a document in Markdown: a table a pair, by label and by letter. */
export const agreementReport = (agreement: Agreement, labels: LabelIndex): string =>
  [
    '# Agreement of annotators',
    ...agreement.remarks,
    ...agreement.pairs.flatMap((pair) => sectionsOf(pair, labels)),
    ...(agreement.pairs.length > 0 ? [EXPLAINED] : []),
  ].join('\n\n') + '\n';
