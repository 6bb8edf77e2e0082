import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { nameWithin, quoted } from '../wording.ts';

/**
 * Between an item and its decision stands no colon, two, another mark, or no blank behind it.
 *
 *     Clonazepam 1 mg #30 QD:Upheld
 */
export const labelSeparator: Check = {
  code: 'label.separator',
  title: 'Item and decision are not parted by a colon and a blank.',
  severity: 'warning',
  category: 'label',
  run: (letter) => flatMap(letter.issues, (issue) => foundIn(letter, issue)),
};

const foundIn = (letter: Letter, issue: Issue): readonly Found[] => {
  const { decision, item } = issue;
  const damaged = decision?.damage.some((damage) => damage === 'glued' || damage === 'colon');
  if (!damaged || !decision || !item || item.span.end > decision.span.start) return [];
  const span = { start: item.span.end, end: decision.span.start };
  const between = letter.text.slice(span.start, span.end);
  const message = `${between.trim() === '' ? 'A blank alone stands' : `${quoted(between)} stands`} before the decision of ${nameWithin(issue)}; the form has a colon and a blank.`;
  const lineBreak = /[\r\n]/.test(between) ? between.replace(/^\S*/, '') : ' ';
  return [{ span, message, reading: `:${lineBreak}`, certain: between.trim() !== '' }];
};
