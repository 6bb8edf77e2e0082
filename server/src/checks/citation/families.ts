import { type Drug, drug, type Topic, topicFamilies, topic as topicOf, topicsOf } from '../../facts/index.ts';
import { lazy, lazyBy } from '../../facts/lazy.ts';
import { flatMap } from '../../text/flat-map.ts';

/** The class of drugs that are no tablets. */
export const TOPICAL = 'drugs applied to the skin';

const classOfSlug = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(
      flatMap(topicFamilies(), ({ name, topics }) => (name ? topics.map((topic) => [topic, name] as const) : [])),
    ),
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
  const kin = new Set(flatMap(topicFamilies(), ({ topics }) => (topics.includes(own) ? topics : [])));
  return topicsOf(topic.guidelineId).filter(
    (other) =>
      other !== topic &&
      !(other.kind === 'part' && other.parentId === null) &&
      (other.parentId === topic.id || other.id === topic.parentId || kin.has(ownPart(other.id))),
  );
});
