import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found, Severity } from '../check.ts';
import { everywhere } from '../everywhere.ts';
import { oddMatches } from './odd.ts';

/** What a check for one kind of character looks for, and what each place says; null where it is as it should be. */
export interface Kind {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Global and unicode; it sees the run of odd characters alone. */
  readonly pattern: RegExp;
  readonly at: (letter: Letter, span: Span, printed: string) => Found | null;
}

/** A check for one kind of character, with a second fix for all of them in the letter. */
export const kindCheck = ({ code, title, severity, pattern, at }: Kind): Check => {
  const run = (letter: Letter): readonly Found[] =>
    flatMap(oddMatches(letter, pattern), (span) => at(letter, span, letter.text.slice(span.start, span.end)) ?? []);
  return { code, title, severity, category: 'characters', run, fixes: everywhere(run) };
};
