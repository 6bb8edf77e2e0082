import type { Letter } from '../../letter/model.ts';
import type { Check, Edit, Found } from '../check.ts';
import { isLetter, markText, requires } from '../forms.ts';
import { type Skeleton, STOP } from '../skeleton.ts';
import { firstLine, lastLine, spacingOf } from '../spacing.ts';
import { quoted } from '../wording.ts';
import { fillGap, gapAfter } from './gap.ts';
import { law } from './legal.ts';

/**
 * A letter decides at least one issue. Of a text that is no letter at all this is the only thing said.
 *
 *     IMR ISSUES, DECISIONS AND RATIONALES
 *     The Final Determination was based on decisions for the disputed items/services set forth below:
 */
export const missingIssues: Check = {
  code: 'missing.issues',
  title: 'The letter has no issue.',
  severity: 'error',
  category: 'missing',
  get legal() {
    return law('decision');
  },
  run: (letter) => (letter.issues.length > 0 || !requires(letter, 'issues') ? [] : [problemIn(letter)]),
  fixes: (_problem, letter) => {
    const edit = isLetter(letter) && letter.issues.length === 0 ? editFor(letter) : null;
    return edit ? [{ title: 'Insert an issue', edits: [edit], preferred: false }] : [];
  },
};

const issuesSection = (letter: Letter) => letter.sections.find(({ id }) => id === 'issues');

const problemIn = (letter: Letter): Found => {
  if (!isLetter(letter)) {
    const message =
      'This text has no heading and no label of an IMR final determination letter, so there is nothing in it to read.';
    return { span: firstLine(letter), message };
  }
  const heading = issuesSection(letter)?.heading;
  const where = heading ? `No issue follows ${quoted(heading.canonical)}` : 'The letter has no issue';
  const message = `${where}; ${law('decision')} asks for a decision on each disputed treatment.`;
  return { span: heading?.span ?? lastLine(letter, letter.span), message };
};

const editFor = (letter: Letter): Edit | null => {
  const { block } = spacingOf(letter);
  const label = (part: 'claims-guideline' | 'maximus-guideline' | 'rationale'): Skeleton => {
    const text = markText(letter, part);
    return text ? [block, `${text} `, STOP] : [];
  };
  const heading = markText(letter, 'issues');
  if (!heading) return null;
  const section = issuesSection(letter);
  return fillGap(letter, gapAfter(letter, section?.span ?? letter.span), [
    ...(section ? [] : [heading, block]),
    STOP,
    ': ',
    STOP,
    ...label('claims-guideline'),
    ...label('maximus-guideline'),
    ...label('rationale'),
  ]);
};
