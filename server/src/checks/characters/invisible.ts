import type { Letter } from '../../letter/model.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { codeName } from './odd.ts';
import { INVISIBLE } from './plain.ts';
import { kindCheck } from './simple.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u00ad', 'soft hyphen'],
  ['\u200b', 'zero-width space'],
  ['\u200c', 'zero-width non-joiner'],
  ['\u200d', 'zero-width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2060', 'word joiner'],
  ['\ufeff', 'byte order mark'],
]);

/**
 * A character that nobody sees: a search for the word does not find it. The byte order mark that opens a file stays.
 *
 *     the treat<soft hyphen>ment was denied
 */
export const charactersInvisible: Check = kindCheck({
  code: 'characters.invisible',
  title: 'A character stands in the text that cannot be seen.',
  severity: 'warning',
  pattern: new RegExp(`(?:${INVISIBLE.source})+`, 'gu'),
  at: (letter, span, printed) => (opensFile(span, printed) ? null : foundAt(letter, span, printed)),
});

const opensFile = ({ start }: Span, printed: string): boolean => start === 0 && printed === '\ufeff';

const foundAt = ({ text }: Letter, span: Span, printed: string): Found => {
  const first = printed.charAt(0);
  const name = NAMES.get(first);
  const what = name ? `A ${name} (${codeName(first)})` : codeName(first);
  const message = `${what} stands here and cannot be seen; a search for the text around it does not find it.`;
  const divided = first === '\u00ad' ? /^\r?\n[ \t]*(?=[a-z])/.exec(text.slice(span.end, span.end + 40)) : null;
  if (!divided) return { span, message, reading: '', certain: true };
  // At a line's end the rest of the word comes up from the next line.
  const rest = /^[a-z]{1,30}[,;:.)]{0,2} ?/.exec(text.slice(span.end + divided[0].length, span.end + 80));
  const end = span.end + divided[0].length + (rest?.[0].length ?? 0);
  return {
    span: { start: span.start, end },
    message,
    reading: `${rest?.[0].trimEnd() ?? ''}${divided[0]}`,
    certain: true,
  };
};
