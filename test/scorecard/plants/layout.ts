import { spacingOf } from '../../../server/src/checks/spacing.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { type Damage, type Plant, put } from '../plant.ts';
import type { Random } from '../random.ts';
import { blankIn, marksOf } from './label.ts';

/** The white space before a label that stands in no case table becomes a blank. */
const gluedLabel = (letter: Letter, random: Random): Damage | null => {
  const gap = spacingOf(letter).block;
  const marks = marksOf(letter).filter(
    ({ span, canonical }) => canonical.endsWith(':') && letter.text.slice(0, span.start).endsWith(gap),
  );
  const mark = random.pick(marks.slice(1));
  return mark && put({ start: mark.span.start - gap.length, end: mark.span.start }, ' ');
};

/** What line ends and page breaks do to a text. */
export const LAYOUT_PLANTS: readonly Plant[] = [
  {
    code: 'layout.label-split',
    name: 'a line end in a heading or label',
    plant: (letter, random) => {
      const blank = blankIn(letter, random);
      return blank && put(blank, spacingOf(letter).line);
    },
  },
  { code: 'layout.label-glued', name: 'the line break before a label lost', plant: gluedLabel },
];
