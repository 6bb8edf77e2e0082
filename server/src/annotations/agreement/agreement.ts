import { isClosed, type LabelIndex } from '../labels/labels.ts';
import { type SpanFigures, spanFigures, type ValueFigures, type ValuePair, valueFigures } from './figures.ts';
import type { LetterMarks, Mark } from './marks.ts';
import { matched } from './match.ts';

export interface Figures {
  readonly spans: SpanFigures;
  readonly values: ValueFigures;
}

/** How far two annotators agree on the letters that both have annotated. */
export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  /** How many letters both have. */
  readonly letters: number;
  readonly all: Figures;
  /** By the labels’ ids, in order; those that neither used are left out. */
  readonly byLabel: readonly (Figures & { readonly label: string })[];
  /** In the order of the letters. */
  readonly byLetter: readonly (Figures & { readonly letter: string })[];
}

export interface Agreement {
  /** Everybody who was compared, in the order of their ids. */
  readonly authors: readonly string[];
  /** In the order of the authors’ ids; without pairs that have no letter in common. */
  readonly pairs: readonly PairAgreement[];
  /** What was left out and why, as sentences. */
  readonly remarks: readonly string[];
}

/** What is counted of a letter: all that agreement needs of it, so that the marks of many need not be held at once. */
export interface LetterCounts {
  readonly letter: string;
  readonly authors: readonly string[];
  readonly orphans: number;
  /** By the two annotators’ ids. */
  readonly pairs: ReadonlyMap<string, readonly Part[]>;
}

/** Counts what every two annotators did in a letter. */
export const countsOf = (marks: LetterMarks, labels: LabelIndex): LetterCounts => {
  const { letter, authors, orphans } = marks;
  const pairs = new Map<string, readonly Part[]>();
  for (const [first, second] of pairsOf(authors)) {
    pairs.set(pairKey(first, second), partsOf(marks, first, second, labels));
  }
  return { letter, authors, orphans, pairs };
};

/** The agreement of every pair of annotators, over all letters and by label and letter. Linear in the letters. */
export const agreementOf = (letters: readonly LetterCounts[]): Agreement => {
  const authors = [...new Set(letters.flatMap((letter) => letter.authors))].sort();
  const pairs = pairsOf(authors).flatMap(([first, second]) => pairOf(letters, first, second) ?? []);
  return { authors, pairs, remarks: remarksOf(letters, authors, pairs) };
};

const pairsOf = (authors: readonly string[]): readonly (readonly [string, string])[] =>
  authors.flatMap((first, i) => authors.slice(i + 1).map((second) => [first, second] as const));

const pairKey = (first: string, second: string): string => `${first}/${second}`;

const pairOf = (letters: readonly LetterCounts[], first: string, second: string): PairAgreement | null => {
  const key = pairKey(first, second);
  const compared = letters.flatMap(({ letter, pairs }) => {
    const parts = pairs.get(key);
    return parts ? [{ letter, parts }] : [];
  });
  if (compared.length === 0) return null;
  const parts = compared.flatMap((one) => one.parts);
  const labelled = new Map<string, Part[]>();
  for (const part of parts) {
    const known = labelled.get(part.label);
    if (known) known.push(part);
    else labelled.set(part.label, [part]);
  }
  const byName = [...labelled].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    first,
    second,
    letters: compared.length,
    all: figuresOf(parts),
    byLabel: byName.map(([label, some]) => ({ label, ...figuresOf(some) })),
    byLetter: compared.map((one) => ({ letter: one.letter, ...figuresOf(one.parts) })),
  };
};

/** What two annotators did with one label in one letter. */
interface Part {
  readonly label: string;
  readonly first: number;
  readonly second: number;
  readonly exact: number;
  readonly overlapping: number;
  readonly values: readonly ValuePair[];
}

const partsOf = ({ marks }: LetterMarks, first: string, second: string, labels: LabelIndex): readonly Part[] => {
  const own = byLabel(marks.filter(({ author }) => author === first));
  const others = byLabel(marks.filter(({ author }) => author === second));
  return [...new Set([...own.keys(), ...others.keys()])].map((label) => {
    const [some = [], more = []] = [own.get(label), others.get(label)];
    const matches = matched(some, more);
    const values = matches.map((match) => ({
      label,
      first: match.first.annotation.value,
      second: match.second.annotation.value,
    }));
    return {
      label,
      first: some.length,
      second: more.length,
      exact: matches.filter(({ exact }) => exact).length,
      overlapping: matches.length,
      values: isClosed(labels.byId(label)) ? values.filter((pair) => pair.first !== null || pair.second !== null) : [],
    };
  });
};

const byLabel = (marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> => {
  const labelled = new Map<string, Mark[]>();
  for (const mark of marks) {
    const known = labelled.get(mark.annotation.label);
    if (known) known.push(mark);
    else labelled.set(mark.annotation.label, [mark]);
  }
  return labelled;
};

const figuresOf = (parts: readonly Part[]): Figures => {
  const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return {
    spans: spanFigures(
      sum(({ first }) => first),
      sum(({ second }) => second),
      sum(({ exact }) => exact),
      sum(({ overlapping }) => overlapping),
    ),
    values: valueFigures(parts.flatMap(({ values }) => values)),
  };
};

const remarksOf = (
  letters: readonly Pick<LetterCounts, 'orphans'>[],
  authors: readonly string[],
  pairs: readonly PairAgreement[],
): readonly string[] => {
  const [only] = authors;
  const orphans = letters.reduce((sum, letter) => sum + letter.orphans, 0);
  return [
    ...(only === undefined ? ['Nobody has annotated these letters.'] : []),
    ...(authors.length === 1 ? [`Only ${only} has annotated these letters; agreement is between two or more.`] : []),
    ...(authors.length > 1 && pairs.length === 0 ? ['No letter was annotated by two people.'] : []),
    ...(orphans > 0 ? [`Not compared: ${orphans} whose words are not in the text any more.`] : []),
  ];
};
