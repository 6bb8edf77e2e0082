import type { FormatId, Letter, Section, SectionId } from '../../letter/model.ts';
import type { Check, Edit, Fix, Found } from '../check.ts';
import { quoted } from '../wording.ts';

/** The sections of a letter in the order of its form; others may stand anywhere. */
const ORDERS: Readonly<Partial<Record<FormatId, readonly SectionId[]>>> = {
  // The notice has its decisions before these, and again behind them.
  'notice-2013': ['credentials', 'summary', 'documents'],
  'decision-2013': ['method', 'summary', 'issues'],
  'prose-2014': ['method', 'summary', 'issues'],
  'credentials-2015': ['method', 'credentials', 'summary', 'issues'],
};

/**
 * A section stands before one that it follows in the form, and each is there once: pages were put in the wrong order.
 *
 *     IMR ISSUES, DECISIONS AND RATIONALES … CLINICAL CASE SUMMARY …
 */
export const layoutSectionOrder: Check = {
  code: 'layout.section-order',
  title: 'The sections do not stand in the order of the form.',
  severity: 'warning',
  category: 'layout',
  run: (letter) => {
    const moved = movedIn(letter);
    return moved ? [foundFor(moved)] : [];
  },
  fixes: (_, letter) => {
    const moved = movedIn(letter);
    return moved ? [fixFor(letter, moved)] : [];
  },
};

/** A section that comes too late, and the one before which it belongs. */
interface Moved {
  readonly section: Section;
  readonly before: Section;
}

const movedIn = ({ format, sections }: Letter): Moved | null => {
  const order = ORDERS[format];
  if (!order) return null;
  const ranked = sections.filter(({ id }) => order.includes(id));
  if (ranked.length < 2 || new Set(ranked.map(({ id }) => id)).size < ranked.length) return null;
  const rank = ({ id }: Section): number => order.indexOf(id);
  const late = ranked.filter((section, i) => ranked.slice(0, i).some((earlier) => rank(earlier) > rank(section)));
  // Only one out of its place: what else is wrong is not a page that was moved.
  const [section, ...more] = late;
  const before = section && ranked.find((earlier) => rank(earlier) > rank(section));
  return section && before && more.length === 0 ? { section, before } : null;
};

const nameOf = ({ heading, id }: Section): string => quoted(heading?.canonical ?? id);

const foundFor = ({ section, before }: Moved): Found => ({
  span: section.heading?.span ?? section.span,
  message: `${nameOf(section)} stands behind ${nameOf(before)}, which it precedes in the form.`,
  related: [{ span: before.heading?.span ?? before.span, message: 'It belongs before this.' }],
});

/** Each section is taken with the white space behind it, so that headings stand apart as before. */
const fixFor = (letter: Letter, { section, before }: Moved): Fix => {
  const next = letter.sections.find(({ span }) => span.start >= section.span.end);
  const start = section.span.start;
  const taken = { start, end: next?.span.start ?? letter.text.length };
  const text = letter.text.slice(taken.start, taken.end);
  const edits: readonly Edit[] = [
    { span: { start: before.span.start, end: before.span.start }, text },
    { span: taken, text: '' },
  ];
  return { title: `Move ${nameOf(section)} before ${nameOf(before)}`, edits, preferred: false };
};
