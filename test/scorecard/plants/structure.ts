import type { Header, HeaderFieldId, Letter } from '../../../server/src/letter/model.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, lose, matchIn, type Plant, put, textAt } from '../plant.ts';

const printedAt = (header: Header | null, id: HeaderFieldId): Span | null => header?.fields[id]?.printed?.span ?? null;

/** The year of a date is moved beyond that of another. */
const yearMoved = (id: HeaderFieldId, beyond: HeaderFieldId, by: number): Plant => ({
  code: 'structure.date-order',
  name: `the year of \`${id}\`, beyond that of \`${beyond}\``,
  plant({ header, text }) {
    const span = printedAt(header, id);
    if (!header?.fields.applicationReceived?.value) return null;
    const year = header.fields[beyond]?.value?.slice(0, 4);
    const moved = span && year ? text.slice(span.start, span.end).replace(/\d{4}$/, `${Number(year) + by}`) : null;
    return span && moved !== null ? { ...put(span, moved), restores: false } : null;
  },
});

const footNumber: Plant = {
  code: 'structure.case-number',
  name: 'two digits at the foot of a page change places',
  plant(letter, random) {
    const foot = random.pick(letter.furniture.filter((span) => /CM\d\d-\d{7}/.test(textAt(letter, span))));
    const number = foot && letter.header?.fields.caseNumber?.printed && matchIn(letter, foot, /\d{7}/g, random);
    if (!number) return null;
    const text = textAt(letter, number);
    const at = random.below(6);
    return put(number, text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2));
  },
};

const coverDate: Plant = {
  code: 'structure.cover-incomplete',
  name: 'a value of the cover page is lost',
  plant({ cover, header, format }, random): Damage | null {
    // A case table below says the same again.
    if (!cover || header?.fields.assigned || format === 'professional-review-2013') return null;
    const spans = (['caseNumber', 'injury', 'utilizationReview', 'applicationReceived'] as const).flatMap((id) => {
      const span = printedAt(header, id);
      return span && span.start < cover.span.end ? [span] : [];
    });
    const span = random.pick(spans);
    return span && lose(span);
  },
};

const OUTCOMES = { upheld: 'UPHOLD', overturned: 'OVERTURN', 'partially-overturned': 'PARTIAL OVERTURN' } as const;

const coverWord: Plant = {
  code: 'structure.determination',
  name: 'another outcome on the cover page',
  plant({ cover }, random) {
    const word = cover?.determination;
    const others = Object.entries(OUTCOMES).flatMap(([value, printed]) => (value === word?.value ? [] : [printed]));
    return word?.printed && word.value ? put(word.printed.span, random.pick(others) ?? '') : null;
  },
};

const number: Plant = {
  code: 'structure.issue-list',
  name: 'the number of an issue is another',
  plant(letter, random) {
    const titles = letter.issues
      .slice(1)
      .flatMap(({ title }) => (title && /^\d\)/.test(title.value) ? [title.span] : []));
    const span = random.pick(titles);
    return span && { ...put({ start: span.start, end: span.start + 1 }, String(random.below(5) + 5)), restores: false };
  },
};

const verdict: Plant = {
  code: 'structure.issue-list',
  name: 'the second list loses a “not”',
  plant(letter, random) {
    if (letter.format !== 'notice-2013') return null;
    const from = letter.text.indexOf('INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE');
    const to = letter.text.indexOf('Medical Qualifications');
    const not =
      from > 0 && to > from ? matchIn(letter, { start: from, end: to }, /\bnot\s+(?=medically)/g, random) : null;
    return not && lose(not);
  },
};

/** The item of another issue in the place of an issue's own. */
const twice: Plant = {
  code: 'structure.duplicate-issue',
  name: 'the item of the issue before it',
  plant(letter: Letter, random) {
    const at = 1 + random.below(letter.issues.length - 1);
    const before = letter.issues[at - 1]?.item;
    const item = letter.issues[at]?.item;
    return before && item && item.span.start > before.span.end
      ? { ...put(item.span, before.value), restores: false }
      : null;
  },
};

/** What the parts of a letter say of each other. */
export const STRUCTURE_PLANTS: readonly Plant[] = [
  yearMoved('injury', 'utilizationReview', 1),
  yearMoved('decision', 'applicationReceived', -1),
  footNumber,
  coverDate,
  coverWord,
  number,
  verdict,
  twice,
];
