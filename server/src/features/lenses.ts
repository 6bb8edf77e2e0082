import type { CodeLens, Command } from 'vscode-languageserver';
import { determinationOf } from '../case/index.ts';
import type { Letter } from '../letter/model.ts';
import { COMMANDS, type LensTarget } from '../protocol.ts';
import { lineAt } from '../text/lines.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/span.ts';
import { decisionWords } from './outline/issue.ts';
import { capitalised, counted, DETERMINATION_WORDS } from './words.ts';

/** Four lenses above a letter: what it decides, its problems, `Preview`, `Export case…`. An editor draws them on one line. */
export const letterLenses = (letter: Letter, number: number, uri: string, problems: number): readonly CodeLens[] => {
  const target: LensTarget = { uri, letter: number };
  return lensesAt(letter, letter.span, [
    words(letterWords(letter)),
    problems > 0
      ? { title: counted(problems, 'problem'), command: COMMANDS.showProblems, arguments: [target] }
      : words(counted(problems, 'problem')),
    { title: 'Preview', command: COMMANDS.previewCase, arguments: [target] },
    { title: 'Export case…', command: COMMANDS.exportCase, arguments: [target] },
  ]);
};

/** Two lenses above every issue: its decision, `Copy as JSON`. Empty for a letter without issues. */
export const issueLenses = (letter: Letter, number: number, uri: string): readonly CodeLens[] =>
  letter.issues.flatMap((issue) => {
    const target: LensTarget = { uri, letter: number, issue: issue.number };
    return lensesAt(letter, issue.span, [
      words(capitalised(printable(decisionWords(issue.decision)))),
      { title: 'Copy as JSON', command: COMMANDS.copyIssue, arguments: [target] },
    ]);
  });

/** A lens with an empty command shows its words and cannot be chosen. */
const NO_COMMAND = '';

const words = (title: string): Command => ({ title, command: NO_COMMAND });

const letterWords = (letter: Letter): string => {
  const determination = determinationOf(letter);
  return [counted(letter.issues.length, 'issue'), determination && DETERMINATION_WORDS[determination.value]]
    .filter(Boolean)
    .join(' · ');
};

/**
 * All on the first line of `span`, always in the same number: a lens that comes and goes makes the text jump while
 * someone types.
 */
const lensesAt = (letter: Letter, span: Span, commands: readonly Command[]): readonly CodeLens[] => {
  const position = { line: lineAt(letter.lines, span.start), character: 0 };
  return commands.map((command) => ({ range: { start: position, end: position }, command }));
};
