import { endsInDecision } from '../../letter/decision.ts';
import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { matchesOf } from '../../text/matching.ts';
import type { Leaf, Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { spacingOf } from '../spacing.ts';
import { nameWithin, quoted } from '../wording.ts';

/** How far before its end a rationale is searched for a title that it swallowed. */
const REACH = 600;
/** The words that close a rationale. */
const CLOSING = /\b(?:necessary|appropriate)\.\s+(?=\S)/g;
const SENTENCE = /[a-z)]\.\s+(?=[A-Z])/g;
const ENDED = /[.!?:]["”’')\]]{0,2}$/;

/**
 * An issue's title that goes on from the rationale before it: the paragraph break was lost.
 *
 *     … is not medically necessary. Gym membership: Upheld
 */
export const layoutTitleGlued: Check = {
  code: 'layout.title-glued',
  title: 'The title of an issue stands behind the rationale before it.',
  severity: 'warning',
  category: 'layout',
  run: (letter) =>
    flatMap(letter.issues.slice(1), (issue, i) => {
      const rationale = letter.issues[i]?.rationale?.printed;
      // Where it ends no sentence, nothing is glued.
      if (!rationale || (issue.title && !hasStop(letter.text, issue.title.span))) return [];
      const stretch = issue.title ? opening(letter, issue.title, rationale) : ending(letter, rationale);
      return stretch ? (foundIn(letter, stretch, issue) ?? []) : [];
    }),
};

const hasStop = (text: string, { start, end }: Span): boolean => {
  const at = text.indexOf('.', start);
  return at >= 0 && at < end;
};

/** Text in which a title stands behind the end of a rationale, and what may part them. */
interface Stretch extends Span {
  readonly parts: readonly RegExp[];
  /** Which of several places parts them. */
  readonly place: 0 | -1;
}

/** The rationale's last line was taken for part of the title: it is then left without its end. */
const opening = ({ text }: Letter, { span: title }: Leaf<string>, { span }: Leaf<string>): Stretch | null => {
  const unended = !ENDED.test(text.slice(Math.max(span.start, span.end - 4), span.end));
  return { ...title, parts: unended ? [CLOSING, SENTENCE] : [CLOSING], place: 0 };
};

/** The title was taken for the rationale's last words. */
const ending = ({ text }: Letter, { span }: Leaf<string>): Stretch | null => {
  const start = Math.max(span.start, span.end - REACH);
  return endsInDecision(text, start, span.end) ? { start, end: span.end, parts: [CLOSING, SENTENCE], place: -1 } : null;
};

const foundIn = (letter: Letter, { start, end, parts, place }: Stretch, issue: Issue): Found | null => {
  const { text } = letter;
  if (!hasStop(text, { start, end })) return null;
  const printed = text.slice(start, end);
  const match = parts.map((pattern) => matchesOf(pattern, printed).at(place)).find((each) => each);
  if (!match) return null;
  const from = start + match.index + match[0].trimEnd().length;
  const title = start + match.index + match[0].length;
  return {
    span: { start: from, end },
    message: `${quoted(text.slice(title, end))} stands behind a rationale; it is the title of ${nameWithin(issue)}.`,
    reading: spacingOf(letter).block + text.slice(title, end),
  };
};
