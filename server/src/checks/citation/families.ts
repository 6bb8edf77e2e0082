import { type Drug, drug, type Topic, topic as topicOf, topicsOf } from '../../facts/index.ts';
import { lazy, lazyBy } from '../../facts/lazy.ts';
import { flatMap } from '../../text/flat-map.ts';

/** Topics about one class of drug, by the last part of their identifiers; the same in every guideline that has them. */
interface DrugClass {
  /** Behind `is about`. */
  readonly name: string;
  readonly topics: readonly string[];
}

/**
 * Topics that are about one class of drug. General ones (weaning, drug testing, medications for chronic pain) stand in no
 * row: they fit every drug.
 */
const DRUG_CLASSES: readonly DrugClass[] = [
  {
    name: 'opioids',
    topics: [
      'opioids',
      'opioids-classification',
      'opioids-criteria-for-use',
      'opioids-for-chronic-pain',
      'opioids-for-osteoarthritis',
      'opioids-dosing',
      'opioids-long-term-assessment',
      'opioids-specific-drug-list',
      'actiq',
      'avinza',
      'buprenorphine',
      'buprenorphine-for-chronic-pain',
      'butrans',
      'codeine',
      'duragesic',
      'fentanyl',
      'fentora',
      'hydrocodone',
      'hydrocodone-acetaminophen',
      'kadian',
      'methadone',
      'oral-morphine',
      'oxycodone',
      'tapentadol',
      'tramadol',
    ],
  },
  {
    name: 'non-steroidal anti-inflammatory drugs and what protects the stomach from them',
    topics: [
      'anti-inflammatory-medications',
      'nsaids',
      'nsaids-gi-symptoms-and-cardiovascular-risk',
      'nsaids-hypertension-and-renal-function',
      'nsaids-specific-drug-list-and-adverse-effects',
      'proton-pump-inhibitors',
      'celebrex',
      'diclofenac',
      'duexis',
      'ibuprofen',
      'meloxicam',
      'naproxen',
      'vimovo',
    ],
  },
  { name: 'muscle relaxants', topics: ['muscle-relaxants', 'baclofen', 'carisoprodol', 'cyclobenzaprine'] },
  { name: 'benzodiazepines', topics: ['benzodiazepines', 'benzodiazepine', 'alprazolam'] },
  {
    name: 'antidepressants',
    topics: [
      'antidepressants-for-chronic-pain',
      'bupropion',
      'duloxetine',
      'milnacipran',
      'snris',
      'ssris',
      'trazodone',
      'tricyclics',
      'venlafaxine',
    ],
  },
  {
    name: 'antiepilepsy drugs',
    topics: [
      'anti-epilepsy-drugs',
      'anti-epilepsy-drugs-for-pain',
      'antiepilepsy-drugs-for-pain',
      'specific-anti-epilepsy-drugs',
      'gabapentin',
      'pregabalin',
    ],
  },
  {
    name: 'drugs applied to the skin',
    topics: [
      'topical-analgesics',
      'topical-analgesics-compounded',
      'topical-analgesics-nsaids',
      'topical-analgesics-lidocaine',
      'topical-analgesics-capsaicin',
      'topical-analgesics-baclofen',
      'topical-analgesics-other-muscle-relaxants',
      'topical-analgesics-gabapentin',
      'topical-analgesics-ketamine',
      'capsaicin-topical',
      'flector-patch',
      'lidoderm',
      'salicylate-topicals',
      'voltaren-gel',
    ],
  },
  { name: 'barbiturates', topics: ['barbiturate-containing-analgesic-agents'] },
  { name: 'cannabinoids', topics: ['cannabinoids'] },
];

export const TOPICAL = 'drugs applied to the skin';

/** Topics of other kinds that letters cite with each other's pages. */
const KIN: readonly (readonly string[])[] = [
  [
    'chronic-pain-programs',
    'functional-restoration-programs',
    'functional-restoration-approach-to-chronic-pain-management',
  ],
  [
    'drug-testing',
    'opioids',
    'opioids-steps-to-avoid-misuse-addiction',
    'opioids-dealing-with-misuse-and-addiction',
    'opioid-hyperalgesia',
    'substance-abuse',
  ],
  ['detoxification', 'weaning-of-medications', 'opioids', 'benzodiazepines'],
  ['behavioral-interventions', 'psychological-evaluations', 'psychological-treatment', 'biofeedback'],
  ['spinal-cord-stimulators', 'crps-spinal-cord-stimulators', 'psychological-evaluations-idds-scs'],
  ['implantable-drug-delivery-systems', 'psychological-evaluations-idds-scs', 'ziconotide', 'clonidine-intrathecal'],
  [
    'lumbar-sympathetic-block',
    'stellate-ganglion-block',
    'regional-sympathetic-blocks',
    'crps-sympathetic-and-epidural-blocks',
    'intravenous-regional-sympathetic-blocks',
  ],
  ['exercise', 'physical-medicine', 'aquatic-therapy', 'yoga', 'manual-therapy-and-manipulation', 'massage-therapy'],
  ['complex-regional-pain-syndrome', 'regional-sympathetic-blocks', 'physical-medicine'],
  [
    'topical-analgesics',
    'topical-analgesics-nsaids',
    'topical-analgesics-ketamine',
    'ketamine',
    'nsaids',
    'gabapentin',
  ],
  ['medications-for-chronic-pain', 'anti-inflammatory-medications', 'nsaids', 'opioids'],
  ['functional-improvement-measures', 'definitions'],
  ['muscle-relaxants', 'topical-analgesics-baclofen', 'topical-analgesics-other-muscle-relaxants'],
];

const classOfSlug = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(flatMap(DRUG_CLASSES, ({ name, topics }) => topics.map((topic) => [topic, name] as const))),
);

const ownPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The class of drug that a topic is about, as `is about` goes on; null for general topics and those of other things. */
export const classOfTopic = ({ id }: Topic): string | null => classOfSlug().get(ownPart(id)) ?? null;

/**
 * The topics that the guideline of 2009 has for a drug, or for the parts of a combination; empty where it does not speak of
 * it, or doubtfully.
 */
export const topicsOfDrug = lazyBy((whole: Drug): readonly Topic[] => {
  const parts = flatMap(whole.generic.split('/'), (part) => drug(part) ?? []);
  const ids = flatMap([whole, ...parts], ({ topicIds, topicConfidence }) =>
    topicConfidence === 'low' ? [] : topicIds,
  );
  return flatMap([...new Set(ids)], (id) => topicOf(id) ?? []);
});

/** The classes of a drug's topics. */
export const classesOfDrug = lazyBy(
  (whole: Drug): ReadonlySet<string> => new Set(flatMap(topicsOfDrug(whole), (each) => classOfTopic(each) ?? [])),
);

/** The other topics of the guideline that a topic belongs together with: its whole, its parts, its class, its kin. */
export const relativesOf = lazyBy((topic: Topic): readonly Topic[] => {
  const own = ownPart(topic.id);
  const kin = new Set(
    [...DRUG_CLASSES.map(({ topics }) => topics), ...KIN].filter((topics) => topics.includes(own)).flat(),
  );
  return topicsOf(topic.guidelineId).filter(
    (other) =>
      other !== topic &&
      !(other.kind === 'part' && other.parentId === null) &&
      (other.parentId === topic.id || other.id === topic.parentId || kin.has(ownPart(other.id))),
  );
});
