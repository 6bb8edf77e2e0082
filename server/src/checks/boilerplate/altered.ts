import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { type Altered, deviationsIn } from './deviations.ts';

/**
 * A fixed sentence of the form in which a few words are printed otherwise.
 *
 *     He/she has no affilation with the employer, employee, providers or the claims administrator.
 *
 * A warning where the word is a slip of the form's own (one character, a lost blank, a word twice): then sentence and
 * slip agree on what stood there. Other words may be a wording of the form that is not known yet. Abstains where more
 * than three words differ: that is another sentence.
 */
export const boilerplateAltered: Check = {
  code: 'boilerplate.altered',
  title: 'A fixed sentence of the form is printed with other words.',
  severity: 'information',
  category: 'boilerplate',
  run: (letter) =>
    flatMap(deviationsIn(letter), (deviation) =>
      deviation.kind === 'altered' ? [problemOf(letter.text, deviation)] : [],
    ),
};

const problemOf = (text: string, { span, reading, slip }: Altered): Found => {
  const printed = quoted(text.slice(span.start, span.end));
  const message =
    reading === null
      ? `${printed} stands in a fixed sentence of the form in the place of something that the letter fills in.`
      : reading === ''
        ? `${printed} is not in the fixed sentence of the form that stands here.`
        : `The fixed sentence of the form that stands here reads ${quoted(reading)}, not ${printed}.`;
  return {
    span,
    message,
    ...(slip && { severity: 'warning' }),
    ...(reading !== null && { reading, certain: slip }),
  };
};
