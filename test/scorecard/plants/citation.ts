import { classesOfDrug, classOfTopic, relativesOf, TOPICAL } from '../../../server/src/checks/citation/families.ts';
import { type Cited, certainEdition, citedIn } from '../../../server/src/checks/citation/reading.ts';
import { drugsIn } from '../../../server/src/facts/index.ts';
import type { Letter } from '../../../server/src/letter/model.ts';
import { type Damage, matchIn, type Plant, put, swapped, textAt } from '../plant.ts';
import type { Random } from '../random.ts';

/** Damage to one of the letter's citations. */
const cited = (
  check: string,
  name: string,
  damage: (letter: Letter, cited: Cited, random: Random) => Damage | null,
): Plant => ({
  code: `citation.${check}`,
  name,
  plant(letter, random) {
    const damages = citedIn(letter).flatMap((each) => damage(letter, each, random) ?? []);
    return random.pick(damages);
  },
});

const unrestored = (damage: Damage): Damage => ({ ...damage, restores: false });

/** A word of medicine is told as such, wherever it stands. */
const titleSlip: Plant = {
  ...cited('title-near', 'two letters of a title change places', (letter, { citation, found }, random) => {
    if (citation.scheme !== 'MTUS' || !found?.topics.every(({ how }) => how !== 'near')) return null;
    const [section] = citation.sections.filter((_, i) => found.topics[i]?.topic?.confidence === 'high');
    const word = section && matchIn(letter, section.span, /\b[A-Za-z]?[a-z]{6,}\b/g, random);
    return word ? put(word, swapped(textAt(letter, word), random)) : null;
  }),
  others: ['word.term'],
};

/** The forms of 2013 cite in free prose, of which nothing is said. */
const DATED: readonly Letter['format'][] = ['prose-2014', 'credentials-2015'];

const yearUnknown = cited('edition-unknown', 'a year of which there is no edition', (letter, { citation, found }) => {
  const from = found?.guideline?.from;
  return DATED.includes(letter.format) && citation.year && found?.guideline?.scheme === 'MTUS' && !found.near && from
    ? unrestored(put(citation.year.span, '1998'))
    : null;
});

/** The edition of 2017 in letters decided before. */
const yearTooLate = cited(
  'edition-not-in-force',
  'the edition of later years',
  (letter, { citation, found }, random) => {
    const decided = letter.header?.fields.decision?.value;
    if (!decided || decided >= '2016-01-01' || found?.guideline?.id !== 'mtus/chronic-pain-2009') return null;
    return citation.year ? unrestored(put(citation.year.span, random.pick(['2016', '2017']) ?? '')) : null;
  },
);

/** The edition of 2009 in reviews made long after its end; not of treatment already given, which may fall under it. */
const yearTooEarly = cited('edition-not-in-force', 'an edition long replaced', (letter, { citation, found, issue }) => {
  const reviewed = letter.header?.fields.utilizationReview?.value;
  if (!reviewed || reviewed < '2016-12-01' || found?.guideline?.id !== 'mtus/chronic-pain-2016') return null;
  if (/retro|dos\b|service/i.test(issue.title?.value ?? '')) return null;
  return citation.year ? unrestored(put(citation.year.span, '2009')) : null;
});

const schemeLost = cited('scheme-mismatch', 'MTUS before the disability guidelines', (letter, { citation }, random) => {
  const lead = matchIn(
    letter,
    citation.span,
    /Non-MTUS\s+Citation(?=\s+(?:Official\s+Disability\s+Guidelines?|ODG)\b)/g,
    random,
  );
  return lead ? unrestored(put(lead, 'MTUS')) : null;
});

/** Pages of a book whose pages are known. */
const onPages = (
  check: string,
  name: string,
  restores: boolean,
  pages: (first: number, last: number) => string | null,
): Plant =>
  cited(check, name, (letter, one) => {
    const [range] = one.citation.pages;
    const edition = certainEdition(letter, one);
    if (!range || !edition?.pages || edition.confidence === 'low') return null;
    const text = pages(range.first, range.last);
    if (text === null) return null;
    return restores ? put(range.span, text) : unrestored(put(range.span, text));
  });

/** A page as far from the topic’s, and from those of topics it is cited together with, as few are. */
const pagesElsewhere = cited('page-outside-topic', 'pages far from the topic', (letter, one, random) => {
  const [range, ...more] = one.citation.pages;
  const [reading, ...others] = one.found?.topics ?? [];
  const book = certainEdition(letter, one)?.pages;
  const topic = reading?.how === 'near' ? null : reading?.topic;
  if (!range || more.length > 0 || others.length > 0 || !book || !topic?.pages) return null;
  const known = [topic, ...relativesOf(topic)].flatMap(({ pages }) => pages ?? []);
  const far = Array.from({ length: book.last - book.first }, (_, i) => book.first + i).filter((page) =>
    known.every(({ first, last }) => page < first - FAR || last + FAR < page),
  );
  const page = random.pick(far);
  return page === null ? null : unrestored(put(range.span, String(page)));
});
const FAR = 10;

/** Drugs of classes that no other has, and of which no guideline speaks beside another. */
const OTHER_DRUGS = ['Omeprazole 20mg', 'Gabapentin 300mg', 'Carisoprodol 350mg'].flatMap((drug) => [
  `${drug} #60`,
  `${drug} #90`,
]);

const otherItem: Plant = {
  code: 'citation.topic-class-mismatch',
  name: 'a drug of another class is asked for',
  // Told at what is cited.
  anywhere: true,
  plant(letter, random) {
    const items = citedIn(letter).flatMap(({ issue, found, beside }) => {
      const topics = found?.topics.flatMap(({ topic, how }) => (topic && how !== 'near' ? [topic] : [])) ?? [];
      const about = topics[0] && classOfTopic(topics[0]);
      const isPlain = topics.length === 1 && found?.topics.length === 1 && beside.length === 1;
      return isPlain && about && about !== TOPICAL && issue.item && CHRONIC_PAIN.includes(found.guideline?.id ?? '')
        ? [{ span: issue.item.span, about }]
        : [];
    });
    const item = random.pick(items);
    if (!item) return null;
    const fitting = OTHER_DRUGS.filter((name) => drugsIn(name).every((drug) => !classesOfDrug(drug).has(item.about)));
    return unrestored({ ...put(item.span, random.pick(fitting) ?? '') });
  },
};
const CHRONIC_PAIN: readonly string[] = ['mtus/chronic-pain-2009', 'mtus/chronic-pain-2016'];

/** What is cited, changed to what no guideline holds. */
export const CITATION_PLANTS: readonly Plant[] = [
  titleSlip,
  yearUnknown,
  yearTooLate,
  yearTooEarly,
  schemeLost,
  onPages('page-beyond-book', 'a page of 900 and more', false, (first) => `9${String(first).padStart(2, '0')}`),
  onPages('pages-reversed', 'the ends change places', true, (first, last) =>
    last > first ? `${last}-${first}` : null,
  ),
  onPages('pages-reversed', 'a lower page behind the only one', false, (first, last) =>
    first === last && first > 4 ? `${first}-${first - 3}` : null,
  ),
  pagesElsewhere,
  otherItem,
];
