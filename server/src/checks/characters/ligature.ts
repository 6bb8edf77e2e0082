import { LIGATURES } from '../../text/ligatures.ts';
import type { Check } from '../check.ts';
import { quoted } from '../wording.ts';
import { codeName } from './odd.ts';
import { kindCheck } from './simple.ts';

/**
 * Letters that the print joins, taken over as one character: a search for the word does not find it.
 *
 *     no signiﬁcant beneﬁt
 */
export const charactersLigature: Check = kindCheck({
  code: 'characters.ligature',
  title: 'Joined letters of the print stand as one character.',
  severity: 'warning',
  pattern: /[\ufb00-\ufb06]/gu,
  at: (_letter, span, printed) => {
    const reading = LIGATURES.get(printed) ?? '';
    const message = `${quoted(printed)} is one character (${codeName(printed)}) for the letters ${quoted(reading)}; a search for the word does not find it.`;
    return { span, message, reading, certain: true };
  },
});
