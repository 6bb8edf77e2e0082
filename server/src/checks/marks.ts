import type { Damage, Letter, Mark } from '../letter/model.ts';
import type { Found } from './check.ts';
import { isLetter } from './forms.ts';
import { perLetter } from './per-letter.ts';

/** Damages, the gravest first: a mark that has several is reported for the first of them, and one change mends all. */
const ORDER: readonly Damage[] = ['spelling', 'split', 'glued', 'case', 'spacing', 'colon'];

/** The headings and labels of a letter that depart from the form's own spelling, in the order of the text. */
const damagedMarks = perLetter((letter: Letter): readonly Mark[] => {
  if (!isLetter(letter)) return [];
  const { header, reviewer, cover, issues, sections } = letter;
  const damaged = new Map<number, Mark>();
  const add = (mark: Mark | null | undefined): void => {
    if (mark && mark.damage.length > 0) damaged.set(mark.span.start, mark);
  };
  for (const { heading } of sections) add(heading);
  for (const field of Object.values(header?.fields ?? {})) add(field.label);
  for (const part of [reviewer?.licensedStates, reviewer?.specialties, reviewer?.subspecialties]) add(part?.label);
  add(cover?.determination?.label);
  for (const { claimsAdministrator, expertReviewer, rationale } of issues) {
    add(claimsAdministrator?.label);
    add(expertReviewer?.label);
    add(rationale?.label);
  }
  return [...damaged.values()].sort((a, b) => a.span.start - b.span.start);
});

/** What `at` says of each mark of which a damage is the gravest. */
export const marksWith = (
  letter: Letter,
  damage: Damage,
  at: (mark: Mark, printed: string) => Found,
): readonly Found[] =>
  damagedMarks(letter)
    .filter((mark) => ORDER.find((each) => mark.damage.includes(each)) === damage)
    .map((mark) => at(mark, letter.text.slice(mark.span.start, mark.span.end)));

/** The form's own spelling; where the form itself breaks a heading over two lines, with the line end that is printed. */
export const spelled = ({ canonical, damage }: Mark, printed: string): string => {
  const lineEnd = damage.includes('split') ? -1 : printed.search(/[\r\n]/);
  if (lineEnd < 0) return canonical;
  const head = printed.slice(0, lineEnd).trimEnd();
  const rest = printed.slice(lineEnd).trimStart();
  const gap = printed.slice(head.length, printed.length - rest.length);
  const before = head.split(/\s+/).length;
  const words = canonical.split(' ');
  return `${words.slice(0, before).join(' ')}${gap}${words.slice(before).join(' ')}`;
};
