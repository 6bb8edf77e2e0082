import { flatMap } from '../../text/flat-map.ts';
import { spanOf } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { CUES, notableIn } from '../notable.ts';
import { tokensOf, tokenText } from '../tokens.ts';
import { quoted } from '../wording.ts';
import { behind } from './around.ts';

/**
 * A code of a diagnosis or of a service that has not the form of one.
 *
 *     CPT 6448O        ICD-10: M54.S        HCPCS EO730
 *
 * Only what directly follows the name of the system is looked at.
 */
export const slotCodeShape: Check = {
  code: 'slot.code-shape',
  title: 'A code of a diagnosis or service has not the form of one.',
  severity: 'information',
  category: 'slot',
  run: (letter) => {
    const tokens = tokensOf(letter);
    return flatMap(notableIn(letter).cues, (index) => {
      const system = tokenText(tokens, index).toLowerCase();
      return CUES.code.has(system) ? foundBehind(behind(tokens, index), tokens.ends[index] ?? 0) : [];
    });
  },
};

/** The rest of the system's name, and what follows it up to a blank or a mark. */
const CODE =
  /^(?:-?(?:9|10)(?:-CM)?)?(?: ?codes?)?[ :#]{1,3}([A-Z\d][A-Z\da-z]{2,6}(?:\.[A-Z\da-z]{1,4})?)(?![\w.-]\w)/;
/** CPT and its categories, HCPCS, ICD-10, ICD-9. Right behind the point of ICD-10 few letters stand. */
const FORMS = [
  /^\d{4}[\dFTU]$/,
  /^[A-V]\d{4}$/,
  /^[A-Z]\d[\dAB](?:\.[\dABXZ][\dA-Z]{0,3})?$/,
  /^[\dEV]\d{2,3}(?:\.\d{1,2})?$/,
];
const LIKELY: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  i: '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
};

const foundBehind = (text: string, at: number): readonly Found[] => {
  const match = CODE.exec(text);
  const [whole = '', code = ''] = match ?? [];
  if (!/\d/.test(code) || FORMS.some((form) => form.test(code))) return [];
  const start = at + whole.length - code.length;
  const reading = code.charAt(0) + [...code.slice(1)].map((character) => LIKELY[character] ?? character).join('');
  const span = spanOf(start, start + code.length);
  if (!FORMS.some((form) => form.test(reading))) return [];
  return [{ span, message: `${quoted(code)} has not the form of a code; ${quoted(reading)} has.`, reading }];
};
