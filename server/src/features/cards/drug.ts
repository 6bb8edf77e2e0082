import { type DrugMatch, guideline, matchDrugAt, topic } from '../../facts/index.ts';
import type { SectionId } from '../../letter/model.ts';
import { printable } from '../../text/printable.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { editionName } from './dates.ts';
import { pageWords } from './guideline.ts';
import { foundAtWord } from './near.ts';
import { sureWords } from './sure.ts';

/** Where a drug is not meant: in names, addresses and the words of the form. */
const ELSEWHERE: ReadonlySet<SectionId> = new Set(['cover', 'header', 'method', 'credentials', 'disclaimer']);
const GUIDELINE = 'mtus/chronic-pain-2009';
const MOST_TOPICS = 3;
const MOST_BRANDS = 10;

/** A drug by its generic name or a brand: the other names, the class, and the topics of the guideline of 2009. */
export const drugCard: CardProvider = (place): Card | null => {
  if (!place.prose || ELSEWHERE.has(place.prose.section)) return null;
  const found = foundAtWord(place, matchDrugAt);
  return found && { span: found.span, lines: linesOf(found.of, found.printed) };
};

const linesOf = (match: DrugMatch, printed: string): readonly CardLine[] => {
  const { drug } = match;
  const brands = drug.brands.filter((brand) => match.kind !== 'brand' || brand !== match.name);
  const more = brands.length > MOST_BRANDS ? ' and more' : '';
  return [
    titleLine(match, printed),
    [`Class: ${drug.class}`],
    brands.length > 0
      ? [`${match.kind === 'brand' ? 'Other brands' : 'Brands'}: ${brands.slice(0, MOST_BRANDS).join(', ')}${more}`]
      : [],
    ...topicLines(match),
    drug.elsewhere ? [`Elsewhere: ${drug.elsewhere}`] : [],
    drug.note ? [`Note: ${drug.note}`] : [],
    [
      sureWords([
        { what: 'names and class', facts: [drug] },
        { what: 'link to the topics', facts: drug.topicConfidence ? [{ confidence: drug.topicConfidence }] : [] },
      ]),
    ],
  ];
};

const titleLine = ({ drug, kind, name }: DrugMatch, printed: string): CardLine => {
  switch (kind) {
    case 'generic':
      return [{ strong: drug.generic }, ': generic name'];
    case 'brand':
      return [{ strong: name }, ': a brand of ', { strong: drug.generic }];
    case 'spelling':
      return [{ strong: drug.generic }, `, printed “${printable(printed)}”`];
  }
};

const topicLines = ({ drug }: DrugMatch): readonly CardLine[] => {
  const book = guideline(GUIDELINE);
  const topics = drug.topicIds.flatMap((id) => topic(id) ?? []);
  if (!book) return [];
  if (topics.length === 0) return [[`No topic of ${editionName(book)} is known to speak of it`]];
  const names = topics
    .slice(0, MOST_TOPICS)
    .map(({ title, pages }) => (pages ? `${title} (${pageWords(pages)})` : title));
  return [[`Topics of ${editionName(book)}: ${names.join('; ')}${topics.length > MOST_TOPICS ? ' and more' : ''}`]];
};
