import { guideline as guidelineOf, odgChapter, type Topic } from '../../facts/index.ts';
import { buildPhrases, type Phrases } from '../../facts/phrases.ts';
import { topicsNamed } from '../../facts/topics.ts';
import { meaningOf } from '../../letter/meaning.ts';
import type { Letter, Scheme } from '../../letter/model.ts';
import type { Subject } from '../subjects.ts';

/** A name that prose may use for a subject. */
export interface Name {
  readonly subject: Subject;
  /** It is also an everyday word, or that of several chapters: it counts with a capital only. */
  readonly isCommon: boolean;
}

export const schemeSubject = (scheme: Scheme): Subject => `scheme:${scheme}`;

export const guidelineSubject = (id: string): Subject => `guideline:${guidelineOf(id)?.series ?? id}`;

export const topicSubject = ({ id, guidelineId }: Topic): Subject => {
  const series = guidelineOf(guidelineId)?.series ?? guidelineId;
  return `topic:${series}${id.slice(guidelineId.length)}`;
};

/**
 * The names of the topics that a letter cites. Prose is searched for these alone: many topics are named like what any
 * letter speaks of, so that only the citation tells that the topic is meant.
 */
export const namesOf = ({ issues }: Letter): Phrases<Name> => {
  const entries = new Map<string, Name>();
  for (const { claimsAdministrator, expertReviewer } of issues) {
    for (const citation of [...(claimsAdministrator?.citations ?? []), ...(expertReviewer?.citations ?? [])]) {
      for (const { topic, printed } of meaningOf(citation)?.topics ?? []) {
        if (!topic) continue;
        const subject = topicSubject(topic);
        for (const name of [topic.title, ...topic.aliases, printed]) {
          entries.set(name, { subject, isCommon: isShared(name) || isChapter(name) });
        }
      }
    }
  }
  return buildPhrases(entries);
};

/** Is it the name of a body part, as chapters of the Official Disability Guidelines are called: `Shoulder`, `Knee`? */
const isChapter = (name: string): boolean => {
  const found = odgChapter(name);
  return found !== null && found.start === 0 && found.end === name.length;
};

/** Have several chapters a section of this name, such as `Summary` or `Special Studies`? */
const isShared = (name: string): boolean =>
  new Set(topicsNamed(name, null).map(({ topic }) => guidelineSubject(topic.guidelineId))).size > 1;
