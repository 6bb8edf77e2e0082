/** A letter that several people have annotated, in a few words each. */

import assert from 'node:assert/strict';
import {
  type Agreement,
  agreementOf as agreementOfCounts,
  countsOf,
} from '../../../server/src/annotations/agreement/agreement.ts';
import { type LetterMarks, marksOf } from '../../../server/src/annotations/agreement/marks.ts';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { DEFAULT_LABELS, indexLabels, type LabelIndex } from '../../../server/src/annotations/labels/labels.ts';
import type { Annotation, Value } from '../../../server/src/annotations/model.ts';
import { passageAt } from '../../../server/src/annotations/passage.ts';
import type { OpenLetter } from '../../../server/src/annotations/store/open.ts';

export const LABELS = indexLabels(DEFAULT_LABELS);
export const TEXT =
  'The worker is 46 years old and hurt the left knee. A brace was asked for. The decision is: Upheld\n';
const base = baseOf(TEXT);

/** `[label, words, value]`; words with `|` between are several stretches. */
export type Said = readonly [label: string, words: string, value?: Value, state?: Annotation['state']];

const annotationOf = (
  [label, words, value = null, state = 'confirmed']: Said,
  i: number,
  author: string,
): Annotation => {
  const stretches = words.split('|').map((part) => [TEXT.indexOf(part), TEXT.indexOf(part) + part.length] as const);
  return {
    id: `${author}-${i}`,
    label,
    passage: passageAt(base, stretches, null) ?? assert.fail(),
    value,
    state,
    sic: false,
    note: null,
    author,
    origin: { kind: 'person' },
    made: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
  };
};

export const openOf = (said: Readonly<Record<string, readonly Said[]>>): OpenLetter => ({
  layers: Object.entries(said).map(([author, all]) => ({
    author,
    annotations: all.map((one, i) => annotationOf(one, i, author)),
    progress: 'done',
    changed: null,
  })),
  bases: new Map([[base.hash, base.units]]),
});

export const letterOf = (
  said: Readonly<Record<string, readonly Said[]>>,
  name = 'a.imr',
  authors: readonly string[] | null = null,
) => marksOf(name, TEXT, openOf(said), authors);

/** The agreement of annotators on letters, counted one by one. */
export const agreementOf = (letters: readonly LetterMarks[], labels: LabelIndex): Agreement =>
  agreementOfCounts(letters.map((letter) => countsOf(letter, labels)));
