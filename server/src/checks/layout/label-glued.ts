import type { Letter, Mark } from '../../letter/model.ts';
import { lineAt } from '../../text/lines.ts';
import type { Check, Found } from '../check.ts';
import { marksWith, spelled } from '../marks.ts';
import { spacingOf, trimmedEnd } from '../spacing.ts';
import { quoted } from '../wording.ts';

/**
 * A heading or label within a line, where it should open one of its own: a paragraph break was lost.
 *
 *     … is not medically necessary. Decision rationale: …
 */
export const layoutLabelGlued: Check = {
  code: 'layout.label-glued',
  title: 'A heading or label stands within a line of text.',
  severity: 'warning',
  category: 'layout',
  run: (letter) => marksWith(letter, 'glued', (mark, printed) => foundAt(letter, mark, printed)),
};

const foundAt = (letter: Letter, mark: Mark, printed: string): Found => {
  const { lines } = letter;
  const { canonical, span } = mark;
  const { block } = spacingOf(letter);
  const opens = lines.contentStarts[lineAt(lines, span.start)] === span.start;
  if (opens) {
    const rest = /^[ \t]*/.exec(letter.text.slice(span.end, span.end + 40))?.[0].length ?? 0;
    const message = `Text stands behind the heading ${quoted(canonical)} on its line; a line break was lost.`;
    return { span: { start: span.start, end: span.end + rest }, message, reading: canonical + block };
  }
  const start = trimmedEnd(letter, { start: 0, end: span.start });
  const message = `${quoted(canonical)} stands within a line of text; the form begins a line with it.`;
  return { span: { start, end: span.end }, message, reading: block + spelled(mark, printed) };
};
