import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCitations } from '../../../server/src/letter/citations.ts';
import { entryOf } from '../../../server/src/letter/meaning.ts';
import type { Citation } from '../../../server/src/letter/model.ts';
import { type Flow, flowOf } from '../../../server/src/text/flow.ts';
import { splitLines } from '../../../server/src/text/lines.ts';
import { wrap } from './write.ts';

/** What a citation says, in short: absent is null, or no elements. */
export interface Cited {
  readonly scheme?: Citation['scheme'];
  readonly guideline?: string;
  readonly year?: number;
  readonly sections?: readonly string[];
  readonly pages?: readonly (readonly [first: number, last: number])[];
  readonly entry?: string;
}

export const flow = (text: string): Flow => flowOf({ lines: splitLines(text), furniture: [] }, 0, text.length);

/** A citation in short; an entry only where `resolved`. */
export const short = (citation: Citation, resolved: boolean): Cited => {
  const entry = resolved ? entryOf(citation) : null;
  return {
    scheme: citation.scheme,
    ...(citation.guideline && { guideline: citation.guideline.value }),
    ...(citation.year && { year: citation.year.value }),
    ...(citation.sections.length > 0 && { sections: citation.sections.map(({ value }) => value) }),
    ...(citation.pages.length > 0 && { pages: citation.pages.map(({ first, last }) => [first, last] as const) }),
    ...(entry !== null && { entry }),
  };
};

/** The citations of a statement. */
export const read = (text: string): readonly Citation[] => readCitations(flow(text));

/** A statement and what it cites; the scheme is the schedule's where none is given. */
export interface Row {
  readonly text: string;
  readonly cited: readonly Cited[];
}

/** One test: the statement says so however it is wrapped. Entries count where the row names them. */
export const check = ({ text, cited }: Row): void => {
  test(text, () => {
    const wanted = cited.map((each) => ({ scheme: 'MTUS', ...each }));
    assert.deepEqual(
      read(text).map((citation, i) => short(citation, cited[i]?.entry !== undefined)),
      wanted,
    );
    for (const width of [10, 40, 60, 100]) {
      assert.deepEqual(
        read(wrap(text, width)).map((citation, i) => short(citation, cited[i]?.entry !== undefined)),
        wanted,
        `at width ${width}`,
      );
    }
  });
};
