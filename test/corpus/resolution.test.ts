import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolve } from '../../server/src/facts/index.ts';
import type { Citation, Letter } from '../../server/src/letter/model.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { type Corpus, readCorpora } from './corpus.ts';

/*
 * How much of what the parser reads the tables know, in every extraction of the letters. The gold records are measured in
 * test/unit/facts/corpus.test.ts; here a title that is read wrongly counts too.
 */

interface Share {
  all: number;
  readonly unknown: Set<string>;
  missed: number;
}

const measured = (corpus: Corpus): { readonly chapters: Share; readonly topics: Share } => {
  const chapters: Share = { all: 0, missed: 0, unknown: new Set() };
  const topics: Share = { all: 0, missed: 0, unknown: new Set() };
  for (const { text } of corpus.samples) {
    for (const { letter } of parse(text)) {
      for (const citation of citationsOf(letter)) measure(citation, chapters, topics);
    }
  }
  return { chapters, topics };
};

const citationsOf = ({ issues }: Letter): readonly Citation[] =>
  issues
    .flatMap(({ claimsAdministrator, expertReviewer }) => [claimsAdministrator, expertReviewer])
    .flatMap((basis) => basis?.citations ?? []);

const measure = ({ scheme, guideline, year, sections, text }: Citation, chapters: Share, topics: Share): void => {
  if (scheme !== 'MTUS' || guideline === null) return;
  const found = resolve({
    scheme,
    guideline: guideline.value,
    year: year?.value ?? null,
    sections: sections.map(({ value }) => value),
    text,
  });
  count(chapters, guideline.value, found !== null);
  for (const [i, { value }] of sections.entries()) {
    const reading = found?.topics[i];
    count(topics, value, (reading?.topic ?? reading?.pages ?? null) !== null);
  }
};

const count = (share: Share, printed: string, known: boolean): void => {
  share.all++;
  if (known) return;
  share.missed++;
  share.unknown.add(printed);
};

const shareOf = ({ all, missed }: Share): number => (all === 0 ? 1 : 1 - missed / all);
const line = (what: string, share: Share): string =>
  `${what}: ${shareOf(share).toFixed(3)} of ${String(share.all)}${share.missed > 0 ? `; unknown: ${[...share.unknown].join(' | ')}` : ''}`;

for (const corpus of readCorpora()) {
  test(`what is read from the ${corpus.name} letters is known, in every extraction`, (context) => {
    const { chapters, topics } = measured(corpus);
    assert.ok(chapters.all > 0 && topics.all > 0);
    context.diagnostic(line('citations of the schedule resolved to a chapter', chapters));
    context.diagnostic(line('printed sections resolved to a topic', topics));
    assert.equal(shareOf(chapters), 1, line('chapters', chapters));
    assert.ok(shareOf(topics) >= 0.98, line('topics', topics));
  });
}
