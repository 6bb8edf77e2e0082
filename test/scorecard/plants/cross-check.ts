import { printedLike } from '../../../server/src/checks/cross-check/dates.ts';
import { drugsIn } from '../../../server/src/facts/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { type Damage, insertedAt, matchIn, type Plant, put, sentence, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

const OPPOSITE: Readonly<Record<string, string>> = { Upheld: 'Overturned', Overturned: 'Upheld' };

/** Issues whose rationale ends in the form's own words: only these can contradict a decision. */
const concluding = /\bis (?:not )?medically necessary\.$/;

const decision: Plant = {
  code: 'cross-check.decision',
  name: 'the other decision, where the rationale concludes in the form’s words',
  plant(letter, random) {
    const spans = letter.issues.flatMap(({ decision: own, rationale }) =>
      own && concluding.test(rationale?.printed?.value ?? '') && OPPOSITE[own.printed] ? [own.span] : [],
    );
    const span = random.pick(spans);
    return span && put(span, OPPOSITE[textAt(letter, span)] ?? '');
  },
};

/** A date in its own style, by a year or by days too early. */
const moved = (letter: Letter, span: Span, iso: string, random: Random): Damage | null => {
  const year = Number(iso.slice(0, 4)) - 1;
  const text = printedLike(
    textAt(letter, span),
    random.below(2) ? `${year}${iso.slice(4)}` : `${iso.slice(0, 8)}${iso.endsWith('05') ? '15' : '05'}`,
  );
  return text === null ? null : put(span, text);
};

const injuryDate: Plant = {
  code: 'cross-check.injury-date',
  name: 'another year or day of injury in the summary',
  plant(letter, random) {
    const told = letter.summary?.injuryDate;
    const table = letter.header?.fields.injury?.value;
    return told && table && told.value === table && printedOnce(letter, told.span)
      ? moved(letter, told.span, table, random)
      : null;
  },
};

/** Is the date printed once in the summary? */
const printedOnce = (letter: Letter, span: Span): boolean =>
  (letter.summary?.text?.value.split(textAt(letter, span)).length ?? 0) === 2;

const reviewDate: Plant = {
  code: 'cross-check.review-date',
  name: 'another day of the utilization review in the summary',
  plant(letter, random) {
    const iso = letter.header?.fields.utilizationReview?.value;
    const summary = letter.summary?.text;
    if (!iso || !summary) return null;
    const own = Number(iso.slice(8));
    const day = String(own > 15 ? own - 6 : own + 6).padStart(2, '0');
    const place = matchIn(
      letter,
      summary.span,
      /(?<=utilization review (?:report |determination )?(?:dated|of|on) )(?:[a-z]{2,} \d{1,2}, \d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})/gi,
      random,
    );
    if (!place || printedLike(textAt(letter, place), iso) !== textAt(letter, place)) return null;
    const text = printedLike(textAt(letter, place), `${iso.slice(0, 8)}${day}`);
    return text === null ? null : put(place, text);
  },
};

const pronoun: Plant = {
  code: 'cross-check.sex',
  name: 'he for she, or she for he',
  plant(letter, random) {
    const summary = letter.summary?.text;
    const sex = letter.summary?.sex?.value;
    if (!summary || !sex) return null;
    const [own, other] = sex === 'female' ? ['She', 'He'] : ['He', 'She'];
    const all = summary.value.match(sex === 'female' ? /\b(?:she|her)\b/gi : /\b(?:he|his|him)\b/gi) ?? [];
    const place = matchIn(letter, summary.span, new RegExp(`(?<=[.]\\s)${own}\\b(?!/)`, 'g'), random);
    return place && all.length > 3 ? put(place, other ?? '') : null;
  },
};

/** The day of the table is told in no other words: the sentence of a review may be put in. */
const toldReview = sentence(
  'cross-check.review-date',
  'a review of another day, in a sentence of its own',
  (letter) => {
    const iso = letter.header?.fields.utilizationReview?.value;
    if (!iso || /utilization\s+review/i.test(letter.summary?.text?.value ?? '')) return [];
    const own = Number(iso.slice(8));
    const other = `${iso.slice(0, 8)}${String(own > 15 ? own - 6 : own + 6).padStart(2, '0')}`;
    return ['11-22-2016', '11/22/2016', 'March 2, 2016'].map((style) => {
      const [told, sound] = [other, iso].map((date) => `A utilization review dated ${printedLike(style, date)} came.`);
      return [told ?? '', sound ?? ''];
    });
  },
);

/** The other sex in a sentence that speaks of nobody else. */
const toldPronoun = sentence('cross-check.sex', 'he for she, or she for he, in a sentence of its own', (letter) => {
  const sex = letter.summary?.sex?.value;
  const own = sex === 'female' ? /\b(?:she|her)\b/gi : /\b(?:he|his|him)\b/gi;
  if (!sex || (letter.summary?.text?.value.match(own) ?? []).length < 3) return [];
  const [right, wrong] = sex === 'female' ? ['She', 'He'] : ['He', 'She'];
  return ['X sleeps badly.', 'At night X rests well.', 'X came back in spring.', 'Since then X has a cane.'].map(
    (text) => {
      const [told = '', sound = ''] = [wrong, right].map((word) =>
        text.replace('X', text.startsWith('X') ? word : word.toLowerCase()),
      );
      return [told, sound] as const;
    },
  );
});

/**
 * The rationale concludes with the item, one thing in it changed. `says` tells whether it speaks of such a thing already:
 * one that agrees with the item makes the checks silent.
 */
const restated = (
  kind: string,
  name: string,
  says: (rationale: string) => boolean,
  changesOf: (item: string) => readonly string[],
): Plant => ({
  code: `cross-check.item-${kind}`,
  name,
  plant(letter, random) {
    const changes = letter.issues.flatMap(({ item, title, rationale }) => {
      const printed = item && title && item.span.end <= title.span.end ? item.value : '';
      const told = rationale?.printed;
      if (!told || printed === '' || says(told.value)) return [];
      return changesOf(printed).map((changed) => ({ at: told.span.end, printed, changed }));
    });
    const change = random.pick(changes.filter(({ printed, changed }) => changed !== printed));
    const conclusion = random.pick(CONCLUSIONS) ?? '';
    const concluded = (item: string): string => conclusion.replace('X', () => item);
    return (
      change && insertedAt(change.at, [concluded(change.changed), kind === 'drug' ? null : concluded(change.printed)])
    );
  },
});

const CONCLUSIONS = [
  'So X is not medically necessary.',
  'The request for X is not medically necessary.',
  'Therefore, X is not medically necessary and appropriate.',
  'In summary, the requested X is not medically necessary.',
  'As such, X was not medically necessary.',
];

/** The text with what a pattern matches changed in several ways, where it matches once. */
const onceChanged = (pattern: RegExp, as: (matched: string) => readonly string[]): ((item: string) => string[]) => {
  const all = new RegExp(pattern.source, 'g');
  return (item) => {
    const [matched = '', ...more] = item.match(all) ?? [];
    return more.length > 0 || matched === '' ? [] : as(matched).map((changed) => item.replace(pattern, changed));
  };
};

const more = (...by: readonly number[]): ((number: string) => readonly string[]) => {
  return (number) => by.map((step) => String(Number(number) + step));
};

const RESTATED: readonly Plant[] = [
  restated(
    'drug',
    'another drug in the conclusion',
    (rationale) => drugsIn(rationale).length > 0,
    (item) => (drugsIn(item).length === 1 ? ['Cipro', 'Flomax', 'Xarelto', 'Synthroid'] : []),
  ),
  restated(
    'strength',
    'another strength in the conclusion',
    (rationale) => /\d ?mg\b/i.test(rationale),
    onceChanged(/(?<![\d/.,-])\d+(?:\.\d+)?(?= ?mg\b)/, more(5, 50)),
  ),
  restated(
    'quantity',
    'another quantity in the conclusion',
    (rationale) => rationale.includes('#'),
    onceChanged(/(?<=#)\d+\b/, more(30, 60)),
  ),
  restated(
    'side',
    'the other side in the conclusion',
    (rationale) => /\b(?:left|right|bilateral(?:ly)?|both)\b/i.test(rationale),
    onceChanged(/\b(?:left|right)(?= [a-z])/, (side) => [side === 'left' ? 'right' : 'left']),
  ),
  restated(
    'level',
    'another level in the conclusion',
    (rationale) => /\b[CTL]\d-/.test(rationale),
    onceChanged(/\b[CTL]\d-[CTLS]?\d\b/, (level) =>
      ['L2-3', 'L3-4', 'L4-5', 'C3-4'].filter((other) => other.slice(0, 2) !== level.slice(0, 2)),
    ),
  ),
];

const sides: Plant = {
  code: 'cross-check.sides',
  name: 'the statement of the other side',
  plant(letter, random) {
    const texts = letter.issues.flatMap(({ claimsAdministrator }) =>
      claimsAdministrator?.label && claimsAdministrator.text?.value.startsWith('The Claims Administrator')
        ? [claimsAdministrator.text.span]
        : [],
    );
    const span = random.pick(texts);
    if (!span) return null;
    const text = textAt(letter, span).replace(/^The\s+Claims\s+Administrator/, 'The Expert Reviewer');
    return { ...put(span, text), restores: false };
  },
};

/** What one place of a letter says and another denies. */
export const CROSS_CHECK_PLANTS: readonly Plant[] = [
  decision,
  injuryDate,
  reviewDate,
  toldReview,
  pronoun,
  toldPronoun,
  sides,
  ...RESTATED,
];
