import type { LabelInfo } from '../../../server/src/protocol.ts';

/** As many labels as digits choose. */
const DIGITS = 9;
const REMEMBERED = 30;

/**
 * Labels as they are offered: those used last first, then those that only people mark, in their own order, and at the end
 * those of values that the parser suggests by itself.
 */
export const byRecent = (labels: readonly LabelInfo[], recent: readonly string[]): readonly LabelInfo[] => {
  const rank = (label: LabelInfo): number => {
    const at = recent.indexOf(label.id);
    return at < 0 ? recent.length + Number(label.parsed) : at;
  };
  return labels
    .map((label, i) => [label, i] as const)
    .sort(([a, i], [b, j]) => rank(a) - rank(b) || i - j)
    .map(([label]) => label);
};

/** The labels used last, with one used now. */
export const withUsed = (recent: readonly string[], used: string): readonly string[] =>
  [used, ...recent.filter((id) => id !== used)].slice(0, REMEMBERED);

/** A line of the list: the digit that chooses it, where one does, and its title. */
export const labelLine = ({ title }: Pick<LabelInfo, 'title'>, at: number): string =>
  at < DIGITS ? `${at + 1}  ${title}` : title;

/** The label that a digit chooses; null where what was typed is no such digit. */
export const byDigit = <T>(list: readonly T[], typed: string): T | null =>
  /^[1-9]$/.test(typed) ? (list[Number(typed) - 1] ?? null) : null;
