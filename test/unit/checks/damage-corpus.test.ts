import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetter, type Problem } from '../../../server/src/checks/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { type Corpus, readCorpora, type Sample } from '../../corpus/corpus.ts';

/** Characters, layout, labels: what the checks of damage say, by letter and extraction. */
const CATEGORIES = ['characters', 'layout', 'label'];

const saidOf = ({ text }: Sample): readonly Problem[] =>
  parse(text).flatMap(({ letter }) =>
    checkLetter(letter).filter(({ code }) => CATEGORIES.some((category) => code.startsWith(`${category}.`))),
  );

const said = ({ samples }: Corpus): readonly (readonly [Sample, Problem])[] =>
  samples.flatMap((sample) => saidOf(sample).map((problem) => [sample, problem] as const));

const corpora = readCorpora();
const NONE = 'no folder of real letters here: tested on none';

test('invented letters: nothing is damaged but what is meant to be', () => {
  const invented = corpora.find(({ name }) => name === 'invented');
  assert.ok(invented && invented.samples.length > 0);
  const found = said(invented).filter(([{ name }]) => !name.startsWith('damaged'));
  assert.deepEqual(
    found.map(([{ name }, { code }]) => `${name} ${code}`),
    [],
  );
});

test('real letters: no error or warning, and few informations but those on hyphens that the extraction dropped', (context) => {
  const real = corpora.find(({ name }) => name === 'public');
  if (!real) {
    context.diagnostic(NONE);
    assert.equal(corpora.length, 1);
    return;
  }
  const found = said(real);
  assert.deepEqual(
    found
      .filter(([, { severity }]) => severity !== 'information')
      .map(([{ name, mode }, { code }]) => `${name} ${mode} ${code}`),
    [],
  );
  // Only pdftotext without options drops hyphens at line ends.
  const dropped = found.filter(([, { code }]) => code === 'layout.lost-hyphen');
  assert.deepEqual([...new Set(dropped.map(([{ mode }]) => mode))], ['plain']);
  const others = found.length - dropped.length;
  context.diagnostic(
    `${String(others)} in ${String(real.samples.length)} texts, and ${String(dropped.length)} dropped hyphens`,
  );
  assert.ok(others <= real.samples.length / 20);
});
