import { HEADER_ROWS } from '../../facts/formats/index.ts';
import type { HeaderFieldId, Letter } from '../../letter/model.ts';
import type { Check, Found } from '../check.ts';
import { listed, quoted } from '../wording.ts';

/**
 * A cover page says which case it is about: its number, the injury, the review that is disputed, the application.
 *
 *     IMR Case Number: CM15-0012345 … UR Denial Date:
 *
 * Posted letters and excerpts have no cover page, and then nothing is asked. Names and claim numbers are blanked out in
 * copies and are not asked for either.
 */
export const structureCoverIncomplete: Check = {
  code: 'structure.cover-incomplete',
  title: 'A cover page lacks the case number or one of its dates.',
  severity: 'information',
  category: 'structure',
  run: (letter) => {
    const { header } = letter;
    if (!header || !letter.cover || letter.format === 'professional-review-2013') return [];
    const missing = ASKED.filter((id) => !header.fields[id]?.printed);
    return missing.length === 0 ? [] : [problemOf(letter, missing)];
  },
};

const ASKED: readonly HeaderFieldId[] = ['caseNumber', 'injury', 'utilizationReview', 'applicationReceived'];

const nameOf = (id: HeaderFieldId): string => quoted(HEADER_ROWS.find(({ field }) => field === id)?.labels[0] ?? id);

const problemOf = ({ header }: Letter, missing: readonly HeaderFieldId[]): Found => {
  const [first] = missing;
  const label = first && header?.fields[first]?.label;
  const fields = Object.values(header?.fields ?? {});
  const span = label?.span ?? fields[0]?.label?.span ?? fields[0]?.span ?? { start: 0, end: 0 };
  return { span, message: `The fields of the cover page lack a value for ${listed(missing.map(nameOf))}.` };
};
