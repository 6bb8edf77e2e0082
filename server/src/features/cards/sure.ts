import type { Confidence, Topic } from '../../facts/index.ts';

const WORDS: readonly (readonly [Confidence, string])[] = [
  ['high', 'well documented'],
  ['medium', 'from memory, not checked in the document'],
  ['low', 'doubtful, to be checked'],
];

/** Something that is told, and the facts it rests on. */
export interface Told {
  readonly what: string;
  readonly facts: readonly { readonly confidence: Confidence }[];
}

/**
 * How far the pages of a topic may be trusted. Topics of the Official Disability Guidelines bear the confidence of their
 * chapter, but their names are from memory.
 */
export const topicFact = ({ guidelineId, confidence }: Topic): { readonly confidence: Confidence } => ({
  confidence: guidelineId.startsWith('odg/') && confidence === 'high' ? 'medium' : confidence,
});

/** `How sure: guideline well documented; pages doubtful, to be checked`. What rests on several facts is as sure as the least. */
export const sureWords = (told: readonly Told[]): string => {
  const groups = WORDS.flatMap(([confidence, words]) => {
    const names = told.filter(({ facts }) => leastOf(facts) === confidence).map(({ what }) => what);
    return names.length > 0 ? [`${names.join(' and ')} ${words}`] : [];
  });
  return `How sure: ${groups.join('; ')}`;
};

const leastOf = (facts: Told['facts']): Confidence | undefined =>
  WORDS.findLast(([confidence]) => facts.some((fact) => fact.confidence === confidence))?.[0];
