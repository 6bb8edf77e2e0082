import type { Field, Header, HeaderFieldId, Letter } from '../../../server/src/letter/model.ts';
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

/** What a cover page must tell is lost; nothing is told where a case table below says the same again. */
const coverLost = (name: string, lostAt: (field: Field) => Span | null): Plant => ({
  code: 'structure.cover-incomplete',
  name,
  anywhere: true,
  plant({ cover, header, format }, random): Damage | null {
    if (!cover || header?.fields.assigned || format === 'professional-review-2013') return null;
    const spans = (['caseNumber', 'injury', 'utilizationReview', 'applicationReceived'] as const).flatMap((id) => {
      const field = header?.fields[id];
      const span = field?.printed && lostAt(field);
      return span && span.start < cover.span.end ? [span] : [];
    });
    const span = random.pick(spans);
    return span && lose(span);
  },
});

const coverDate = coverLost('a value of the cover page is lost', ({ printed }) => printed?.span ?? null);
const coverLine = coverLost('a label of the cover page is lost with its value', ({ span }) => span);

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

const MEANINGS = ['none', 'all', 'some (but not all)'];

const coverMeaning: Plant = {
  code: 'structure.determination',
  name: 'the sentence behind the outcome says another',
  plant(letter, random) {
    const { cover } = letter;
    const said = cover?.determination?.value && matchIn(letter, cover.span, SAID, random);
    if (!said) return null;
    const others = MEANINGS.filter((meaning) => !meaning.startsWith(textAt(letter, said).slice(0, 3)));
    return put(said, random.pick(others) ?? '');
  },
};
const SAID = /(?<=we decided that )(?:none|all|some(?: \(but not all\))?)(?= of\s)/g;

const number: Plant = {
  code: 'structure.issue-list',
  name: 'the number of an issue is another',
  // Of a number that stands there twice, the other may be marked.
  anywhere: true,
  plant(letter, random) {
    const titles = letter.issues
      .slice(1)
      .flatMap(({ title }) => (title && /^\d\)/.test(title.value) ? [title.span] : []));
    const span = random.pick(titles);
    const digit = span && { start: span.start, end: span.start + 1 };
    return digit && { ...put(digit, String(random.below(9) + 1)), restores: false };
  },
};

/** A verdict of the second list of a notice is turned into the other. */
const verdict = (name: string, pattern: RegExp, by: string): Plant => ({
  code: 'structure.issue-list',
  name,
  plant(letter, random) {
    if (letter.format !== 'notice-2013') return null;
    const start = letter.text.indexOf('INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE');
    const end = letter.text.indexOf('Medical Qualifications');
    const place = start > 0 && end > start ? matchIn(letter, { start, end }, pattern, random) : null;
    return place && { ...put(place, by), restores: false };
  },
});

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
  coverLine,
  coverWord,
  coverMeaning,
  number,
  verdict('the second list loses a “not”', /\bnot\s+(?=medically)/g, ''),
  verdict('the second list gains a “not”', /(?<=\b(?:is|are|was|were)\s)(?=medically)/g, 'not '),
  twice,
];
