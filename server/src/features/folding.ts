import type { FoldingRange } from 'vscode-languageserver';
import type { Issue, Letter } from '../letter/model.ts';
import { isBlankLine, lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/**
 * What can be folded: sections, issues, and the parts of an issue, where they take several lines; the blank lines after
 * them stay visible. A letter as a whole folds only beside others (`alone` false): both would fold on the same line as
 * its first section, and an editor keeps one fold a line. Empty for a letter of one line.
 */
export const folding = (letter: Letter, alone: boolean): readonly FoldingRange[] => {
  const ranges = new Map<number, FoldingRange>();
  for (const span of foldable(letter, alone)) {
    const startLine = firstContentLine(letter, span);
    const endLine = lastContentLine(letter, span);
    if (endLine > startLine && !ranges.has(startLine)) ranges.set(startLine, { startLine, endLine });
  }
  return nested([...ranges.values()].sort((a, b) => a.startLine - b.startLine));
};

/** Of two parts that share a line, as where one ends and the next begins within it, only the first can be folded. */
const nested = (sorted: readonly FoldingRange[]): readonly FoldingRange[] => {
  const open: FoldingRange[] = [];
  return sorted.filter((range) => {
    while ((open.at(-1)?.endLine ?? range.startLine) < range.startLine) open.pop();
    const crosses = (open.at(-1)?.endLine ?? range.endLine) < range.endLine;
    if (!crosses) open.push(range);
    return !crosses;
  });
};

/** From the outside in, since the first fold of a line is the one that is kept. */
const foldable = (letter: Letter, alone: boolean): readonly Span[] => [
  ...(alone ? [] : [letter.span]),
  ...letter.sections.map(({ span }) => span),
  ...letter.issues.map(({ span }) => span),
  ...letter.issues.flatMap(issueParts),
];

const issueParts = ({ claimsAdministrator, expertReviewer, rationale }: Issue): readonly Span[] =>
  [claimsAdministrator, expertReviewer, rationale].flatMap((part) => (part ? [part.span] : []));

/** Folding hides all but the first line, so that must be one with something on it. */
const firstContentLine = ({ lines }: Letter, { start, end }: Span): number => {
  const last = lineAt(lines, end);
  let line = lineAt(lines, start);
  while (line < last && (isBlankLine(lines, line) || (lines.contentEnds[line] ?? 0) <= start)) line++;
  return line;
};

const lastContentLine = ({ lines }: Letter, { start, end }: Span): number => {
  const first = lineAt(lines, start);
  let line = lineAt(lines, end);
  while (line > first && (isBlankLine(lines, line) || (lines.contentStarts[line] ?? 0) >= end)) line--;
  return line;
};
