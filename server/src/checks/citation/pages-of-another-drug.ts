import type { Guideline, Pages, Topic } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Found } from '../check.ts';
import { listed, nameOf } from '../wording.ts';
import { onlyDrug } from './disputed-drug.ts';
import { classesOfDrug, classOfTopic, topicsOfDrug } from './families.ts';
import { liesOutside, pagesOfRange, topicOnPages } from './pages.ts';
import { type Cited, certainEdition } from './reading.ts';
import { editionName, pageNumbers } from './wording.ts';

/** The guideline whose pages are known topic by topic. */
const GUIDELINE = 'mtus/chronic-pain-2009';

/**
 * Pages are all that a side cites, and every one of them is about another class of drug than the one that the item asks
 * for. Nothing where a section or another work is cited beside: that may be what was meant.
 */
export const pagesOfAnotherDrug = (letter: Letter, cited: Cited): readonly Found[] => {
  const { citation, issue, beside } = cited;
  const [range, ...more] = citation.pages;
  if (!range || citation.sections.length > 0 || beside.length > 1) return [];
  const guideline = certainEdition(letter, cited);
  const drug = guideline?.id === GUIDELINE ? onlyDrug(issue) : null;
  if (!guideline || !drug) return [];
  // Topics on doubtful pages excuse a page all the same: they are of the class of the others.
  const own = topicsOfDrug(drug).filter(({ confidence }) => confidence !== 'low');
  const apart = apartFrom(guideline, own, classesOfDrug(drug));
  const pages = citation.pages.map(pagesOfRange);
  const there = pages.map(apart);
  if (there.includes(null)) return [];
  const about = listed([...new Set(flatMap(there, (topic) => (topic ? [`“${topic.title}”`] : [])))]);
  const [name, verb] = more.length > 0 || range.first !== range.last ? ['pages', 'are'] : ['page', 'is'];
  const message = `${nameOf(issue)} asks for ${drug.generic} (${drug.class}), but ${name} ${listed(pages.map(pageNumbers))} of ${editionName(guideline)} ${verb} about ${about}.`;
  const related = issue.item ? [{ span: issue.item.span, message: 'The disputed treatment' }] : [];
  return [{ span: range.span, message, related }];
};

/** The topic on pages that lie off all of the drug's own, where it is about another class; else null. */
const apartFrom =
  (guideline: Guideline, own: readonly Topic[], classes: ReadonlySet<string>) =>
  (pages: Pages): Topic | null => {
    if (own.length === 0 || liesOutside(pages, own) !== true) return null;
    const topic = topicOnPages(guideline, pages);
    const about = topic && classOfTopic(topic);
    return about && !classes.has(about) ? topic : null;
  };
