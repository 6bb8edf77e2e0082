import type { Citation, Issue, Letter } from '../letter/model.ts';
import { contains, type Span, touches } from '../text/span.ts';
import { mentionsIn } from './subjects/citations.ts';
import { namesOf } from './subjects/names.ts';
import { mentionsInProse } from './subjects/prose.ts';

/**
 * What a letter speaks of, as a key that is equal in all letters: `scheme:MTUS`, `guideline:chronic-pain`,
 * `topic:chronic-pain/opioids`, `drug:naproxen`. The editions of a guideline share their key.
 */
export type Subject = string;

/** A place where a subject is named. */
export interface Mention {
  readonly span: Span;
  readonly subject: Subject;
  /** The citation that names it; null in prose. */
  readonly citation: Citation | null;
}

const MENTIONS = new WeakMap<Letter, readonly Mention[]>();

/** Every mention of a letter, in order, looked for once a letter: a cursor asks for them with every step. */
export const mentionsOf = (letter: Letter): readonly Mention[] => {
  const known = MENTIONS.get(letter);
  if (known) return known;
  const mentions = [
    ...letter.issues.flatMap((issue) => basesOf(issue).flatMap((citation) => mentionsIn(letter, citation))),
    ...mentionsInProse(letter, namesOf(letter)),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  MENTIONS.set(letter, mentions);
  return mentions;
};

/** The citations of an issue, the expert reviewer's first: a rationale speaks of these. */
export const basesOf = ({ expertReviewer, claimsAdministrator }: Issue): readonly Citation[] => [
  ...(expertReviewer?.citations ?? []),
  ...(claimsAdministrator?.citations ?? []),
];

/** What is named at an offset; a topic that bears the name of a drug is both. */
export const subjectsAt = (letter: Letter, offset: number): ReadonlySet<Subject> =>
  new Set(
    mentionsOf(letter)
      .filter(({ span }) => touches(span, offset))
      .map(({ subject }) => subject),
  );

/** Where a letter names one of the subjects, in order; of a mention within another only the wider. */
export const mentionsAbout = (letter: Letter, subjects: ReadonlySet<Subject>): readonly Mention[] => {
  const found: Mention[] = [];
  for (const mention of mentionsOf(letter)) {
    const last = found.at(-1);
    if (subjects.has(mention.subject) && !(last && contains(last.span, mention.span))) found.push(mention);
  }
  return found;
};
