import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Edit, Fix, Found } from '../check.ts';
import { spacingOf } from '../spacing.ts';
import { listed, quoted } from '../wording.ts';
import { deviationsIn, type Lost } from './deviations.ts';

/**
 * A fixed sentence of the form, or a part of one, that is not there: a line or a page may be lost.
 *
 *     He/she has been in active clinical practice for more than five years and is
 *
 * A whole sentence counts as missing only in forms of which real letters were read. Silent where another sentence stands
 * in its place.
 */
export const boilerplateIncomplete: Check = {
  code: 'boilerplate.incomplete',
  title: 'A fixed sentence of the form is missing, or a part of it.',
  severity: 'information',
  category: 'boilerplate',
  run: (letter) => placesOf(letter).map(problemOf),
  fixes: ({ span }, letter) =>
    flatMap(
      placesOf(letter).filter(([first]) => first?.span.start === span.start && first.span.end === span.end),
      (lost) => fixesOf(letter, lost),
    ),
};

/** What is lost, by place: several sentences may be gone together. */
const placesOf = (letter: Letter): readonly (readonly Lost[])[] => {
  const places: Lost[][] = [];
  for (const deviation of deviationsIn(letter)) {
    if (deviation.kind === 'altered') continue;
    const last = places.at(-1);
    if (last?.[0]?.span.start === deviation.span.start && last[0].side === deviation.side) last.push(deviation);
    else places.push([deviation]);
  }
  return places;
};

const problemOf = (lost: readonly Lost[]): Found => {
  const [first] = lost;
  const where = first?.side === 'before' ? 'Before' : 'Behind';
  const words = listed(lost.map((each) => quoted(each.words)));
  const what =
    first?.kind === 'part'
      ? `the fixed sentence of the form goes on with ${words}, which is lost`
      : `${lost.length > 1 ? 'fixed sentences' : 'a fixed sentence'} of the form ${lost.length > 1 ? 'are' : 'is'} missing: ${words}`;
  return { span: first?.span ?? { start: 0, end: 0 }, message: `${where} these words ${what}.` };
};

const fixesOf = (letter: Letter, lost: readonly Lost[]): readonly Fix[] => {
  const text = lost.map(({ words }) => words).join(' ');
  return text.includes('…')
    ? []
    : [{ title: `Insert ${quoted(text)}`, edits: [editOf(letter, lost, text)], preferred: false }];
};

/** Words go into their sentence; what introduces a summary or the issues has a line of its own. */
const editOf = (letter: Letter, [first]: readonly Lost[], text: string): Edit => {
  const { start, end } = first?.span ?? { start: 0, end: 0 };
  if (first?.side === 'after') return { span: { start: end, end }, text: ` ${text}` };
  const introduces = first?.kind === 'sentence' && first.sentence.row.place !== 'method';
  const between = introduces ? spacingOf(letter).line : ' ';
  return { span: { start, end: start }, text: `${text}${between}` };
};
