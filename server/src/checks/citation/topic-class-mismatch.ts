import { type Drug, type Topic, topic as topicOf } from '../../facts/index.ts';
import { entryOf } from '../../letter/meaning.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Check, Found } from '../check.ts';
import { listed, nameOf } from '../wording.ts';
import { isSwallowed, onlyDrug } from './disputed-drug.ts';
import { classesOfDrug, classOfTopic, TOPICAL } from './families.ts';
import { type Cited, citedIn } from './reading.ts';

/**
 * The item is a drug of one class, and all that is cited is about another.
 *
 *     Clonazepam 0.5mg #30: Upheld … Section(s): Muscle relaxants (for pain)
 *
 * Two witnesses: the drug's class and the topic's. Abstains for items of several drugs, for mixtures and what is put on
 * the skin, for general topics, and where the side also cites a topic that fits.
 */
export const citationTopicClassMismatch: Check = {
  code: 'citation.topic-class-mismatch',
  title: 'The cited topic is about another class of drug than the disputed one.',
  severity: 'information',
  category: 'citation',
  run: (letter) => flatMap(citedIn(letter), problemsIn),
};

/** The guidelines whose topics are those of drugs. */
const GUIDELINES: readonly string[] = ['mtus/chronic-pain-2009', 'mtus/chronic-pain-2016'];

const problemsIn = (cited: Cited): readonly Found[] => {
  const { issue, citation, found, beside } = cited;
  if (!GUIDELINES.includes(found?.guideline?.id ?? '')) return [];
  const readings = found?.topics ?? [];
  const topics = flatMap(readings, ({ topic, how }) => (topic && how !== 'near' ? [topic] : []));
  const classes = new Set(topics.map(classOfTopic));
  if (topics.length === 0 || topics.length < readings.length || classes.has(null)) return [];
  const drug = classes.has(TOPICAL) && !isSwallowed(issue) ? null : onlyDrug(issue);
  if (!drug || beside.some((other) => fits(drug, other))) return [];
  const [first] = citation.sections;
  const message = `${nameOf(issue)} asks for ${drug.generic} (${drug.class}), but ${named(topics)} ${topics.length > 1 ? 'are' : 'is'} about ${listed(flatMap([...classes], (name) => name ?? []))}.`;
  const related = issue.item ? [{ span: issue.item.span, message: 'The disputed treatment' }] : [];
  return [{ span: (first ?? citation).span, message, related }];
};

const named = (topics: readonly Topic[]): string => listed(topics.map(({ title }) => `“${title}”`));

/** Does a citation have a topic of the drug's classes, or one of the drug's own? */
const fits = (drug: Drug, { citation, found }: Cited): boolean => {
  const classes = classesOfDrug(drug);
  // Outside the schedule the parser's entry is the topic, where there is one.
  const topics = found ? flatMap(found.topics, (reading) => reading.topic ?? []) : [topicOf(entryOf(citation) ?? '')];
  return topics.some((topic) => {
    const about = topic && classOfTopic(topic);
    return topic !== null && (drug.topicIds.includes(topic.id) || (about !== null && classes.has(about)));
  });
};
