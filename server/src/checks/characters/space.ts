import type { Check } from '../check.ts';
import { codeName } from './odd.ts';
import { SPACES } from './plain.ts';
import { kindCheck } from './simple.ts';

const PRINTED = /[\x21-\x7e]/;

/**
 * A blank between two words that is not the common one. Those at a line's ends are layout, and stay.
 *
 *     5<no-break space>mg, medically<no-break space>necessary
 */
export const charactersSpace: Check = kindCheck({
  code: 'characters.space',
  title: 'An uncommon blank stands between two words.',
  severity: 'information',
  pattern: new RegExp(SPACES.source, 'gu'),
  at: ({ text }, span, printed) => {
    const between = PRINTED.test(text.charAt(span.start - 1)) && PRINTED.test(text.charAt(span.end));
    if (!between) return null;
    const name = printed === '\u00a0' ? 'a no-break space' : 'an uncommon blank';
    const message = `Between these words stands ${name} (${codeName(printed)}); a search for both does not find it.`;
    return { span, message, reading: ' ', certain: true };
  },
});
