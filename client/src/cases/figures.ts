import type { Outcome } from '../../../server/src/protocol.ts';
import { decidedIn, type Grouping, shareOf, type Tally } from './counts.ts';
import { NOT_STATED } from './filter.ts';
import type { CaseRow } from './rows.ts';

/** A figure: what its groups are, and what stands below its title. */
export interface FigureInfo {
  readonly grouping: Grouping;
  readonly title: string;
  readonly about: string;
  /** The head of the column of groups in its table. */
  readonly group: string;
  /** What is said of issues without a group. */
  readonly none: string;
}

/** The figures in their order; the last is along time. */
export const FIGURES: readonly FigureInfo[] = [
  {
    grouping: 'specialty',
    title: 'Decisions by specialty',
    about: 'An issue counts under each specialty of its reviewer.',
    group: 'Specialty',
    none: 'No specialty stated',
  },
  {
    grouping: 'guideline',
    title: 'Decisions by guideline',
    about: 'An issue counts under each guideline that the expert reviewer cited for it.',
    group: 'Guideline',
    none: 'No guideline cited',
  },
  {
    grouping: 'drug',
    title: 'Decisions by treatment class',
    about: 'The classes are groups of drugs. An issue counts under each group of which its request names a drug.',
    group: 'Class',
    none: 'No known drug named',
  },
  {
    grouping: 'month',
    title: 'Decisions by month',
    about: 'By the date of the decision.',
    group: 'Month',
    none: 'No date stated',
  },
];

/** So many groups are drawn; the table below a figure has all of them. */
export const MOST_GROUPS = 15;

export const PARTS = ['overturned', 'modified', 'upheld'] as const;

/** A part of a bar, from and to in per cent of what was decided in its group. */
export interface Segment {
  readonly name: string;
  readonly decision: (typeof PARTS)[number];
  readonly from: number;
  readonly to: number;
}

/** The bars of some groups: what was overturned first, so that it can be compared with a line. */
export const segmentsOf = (tallies: readonly Tally[]): readonly Segment[] =>
  tallies.flatMap((tally) => {
    const total = decidedIn(tally);
    let from = 0;
    return PARTS.flatMap((decision) => {
      const to = from + (100 * tally[decision]) / Math.max(1, total);
      const segment = { name: tally.name, decision, from, to };
      from = to;
      return tally[decision] > 0 ? [segment] : [];
    });
  });

/** The groups of a figure with their names as shown; those along time in its order, without those that have no date. */
export const groupsOf = ({ grouping, none }: FigureInfo, tallies: readonly Tally[]): readonly Tally[] => {
  if (grouping !== 'month')
    return tallies.map((tally) => (tally.name === NOT_STATED ? { ...tally, name: none } : tally));
  return tallies.filter(({ name }) => name !== NOT_STATED).sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Those with a decision that are drawn. */
export const drawnOf = ({ grouping }: FigureInfo, groups: readonly Tally[]): readonly Tally[] => {
  const decided = groups.filter((tally) => decidedIn(tally) > 0);
  return grouping === 'month' ? decided : decided.slice(0, MOST_GROUPS);
};

/** `12.5 %`; a dash where nothing was decided. */
export const percent = (share: number | null): string => (share === null ? '–' : `${share.toFixed(1)} %`);

/** What was published for the years in which these letters were decided, from the first to the last. */
export const publishedIn = (rows: readonly CaseRow[], outcomes: readonly Outcome[]): readonly Outcome[] => {
  let [first, last] = ['9999', ''];
  for (const { decided } of rows) {
    if (decided === null) continue;
    const year = decided.slice(0, 4);
    if (year < first) first = year;
    if (year > last) last = year;
  }
  return outcomes.filter(({ year }) => String(year) >= first && String(year) <= last);
};

/** A figure in one sentence, for who does not see it. */
export const described = ({ title }: FigureInfo, drawn: readonly Tally[], all: number): string => {
  const [largest] = [...drawn].sort((a, b) => decidedIn(b) - decidedIn(a));
  if (largest === undefined) return `${title}: no decisions.`;
  const most = `${largest.name} with ${decidedIn(largest)} decisions, of which ${percent(shareOf(largest))} overturned`;
  return `${title}: ${drawn.length} of ${all} groups. The largest is ${most}. The table below has all figures.`;
};
