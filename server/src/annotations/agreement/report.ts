import { type LabelIndex, titleOf } from '../labels/labels.ts';
import type { Agreement, Figures, PairAgreement } from './agreement.ts';

/** How much there is to settle in a letter. */
export interface LetterToSettle {
  readonly path: string;
  readonly disagreements: number;
  /** Those that the gold layer says nothing of yet. */
  readonly open: number;
  readonly isGold: boolean;
}

const FIGURES = ['F1 exact', 'F1 overlapping', 'values', 'agree', 'kappa'];

/** `|` would end a cell, and names may hold anything. */
const cell = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

const figureCells = ({ spans, values }: Figures): readonly string[] => [
  figure(spans.exactF1),
  figure(spans.overlappingF1),
  values.compared === 0 ? '–' : String(values.compared),
  values.share === null ? '–' : `${Math.round(values.share * 100)} %`,
  figure(values.kappa),
];

/** The first column is of names, the others of numbers. */
const table = (head: readonly [string, ...string[]], rows: readonly (readonly string[])[]): string =>
  [head, [':--', ...head.slice(1).map(() => '--:')], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const overview = (pairs: readonly PairAgreement[]): string =>
  table(
    ['annotators', 'letters', 'marks', ...FIGURES],
    pairs.map((pair) => [
      `${cell(pair.first)} and ${cell(pair.second)}`,
      String(pair.letters),
      `${pair.all.spans.first} and ${pair.all.spans.second}`,
      ...figureCells(pair.all),
    ]),
  );

const EXPLAINED =
  'F1 is of the words that both marked with one label: the very same, or overlapping. Values are those that are one of a list, such as the decision: how many were compared, and how many are the same. Kappa takes away what chance alone would agree in, and is defined for one label, not for several together. A dash: there is nothing to compute it from.';

const toSettle = (letters: readonly LetterToSettle[]): readonly string[] => {
  // What is still to be settled first, since it is what the page is read for.
  const disputed = letters
    .filter(({ disagreements }) => disagreements > 0)
    .sort((a, b) => Number(b.open > 0) - Number(a.open > 0));
  if (disputed.length === 0) return [];
  const rows = disputed
    .slice(0, MOST_ROWS)
    .map(({ path, disagreements, open, isGold }) => [
      cell(path),
      String(disagreements),
      String(open),
      isGold ? 'yes' : 'no',
    ]);
  return [
    '## What they do not agree in',
    table(['letter', 'disagreements', 'not settled', 'gold'], rows),
    ...moreThan(disputed.length),
  ];
};

/** A page of ten thousand rows takes longer to show than to work out. */
const MOST_ROWS = 200;

const moreThan = (letters: number): readonly string[] =>
  letters <= MOST_ROWS
    ? []
    : [`And ${letters - MOST_ROWS} more letters. \`imr-letters annotations agree --by letter\` lists all of them.`];

/** Of many those in which two agree least, in the order of the letters all the same. */
const fewest = (letters: PairAgreement['byLetter']): PairAgreement['byLetter'] => {
  if (letters.length <= MOST_ROWS) return letters;
  const f1 = ({ spans }: Figures): number => spans.overlappingF1 ?? 1;
  const least = new Set([...letters].sort((a, b) => f1(a) - f1(b)).slice(0, MOST_ROWS));
  return letters.filter((letter) => least.has(letter));
};

const sectionsOf = (pair: PairAgreement, labels: LabelIndex): readonly string[] => {
  const names = [cell(pair.first), cell(pair.second)];
  const row = (name: string, figures: Figures): readonly [string, ...string[]] => [
    cell(name),
    String(figures.spans.first),
    String(figures.spans.second),
    ...figureCells(figures),
  ];
  const byTitle = pair.byLabel.map((figures) => ({ figures, title: titleOf(labels, figures.label) }));
  byTitle.sort((a, b) => (a.title < b.title ? -1 : 1));
  return [
    `## ${names.join(' and ')}`,
    '### By label',
    table(
      ['label', ...names, ...FIGURES],
      byTitle.map(({ title, figures }) => row(title, figures)),
    ),
    pair.byLetter.length > MOST_ROWS ? '### By letter, where they agree least' : '### By letter',
    table(
      ['letter', ...names, ...FIGURES],
      fewest(pair.byLetter).map((figures) => row(figures.letter, figures)),
    ),
    ...moreThan(pair.byLetter.length),
  ];
};

/** The agreement of annotators as a document in Markdown: all pairs, what is to be settled, then each pair by label and letter. */
export const agreementReport = (
  { pairs, remarks }: Agreement,
  letters: readonly LetterToSettle[],
  labels: LabelIndex,
): string =>
  [
    '# Agreement of annotators',
    ...remarks,
    ...(pairs.length > 0 ? [overview(pairs), EXPLAINED] : []),
    ...toSettle(letters),
    ...pairs.flatMap((pair) => sectionsOf(pair, labels)),
  ].join('\n\n') + '\n';
