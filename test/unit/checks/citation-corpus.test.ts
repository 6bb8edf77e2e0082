import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkLetter } from '../../../server/src/checks/index.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { type Corpus, readCorpora } from '../../corpus/corpus.ts';
import { isArray, type Json, member } from '../../corpus/json.ts';

/** What the checks of citations find in a corpus, with the text that is marked, on one line. */
const findingsIn = ({ samples }: Corpus) =>
  samples.flatMap(({ name, mode, text }) =>
    parse(text).flatMap(({ letter }) =>
      checkLetter(letter)
        .filter(({ code }) => code.startsWith('citation.'))
        .map(({ code, severity, span }) => ({
          name,
          mode,
          code,
          severity,
          marked: letter.text.slice(span.start, span.end).replace(/\s+/g, ' '),
        })),
    ),
  );

const corpora = readCorpora();
const real = corpora.find(({ name }) => name === 'public');
const NONE = 'no folder of real letters here: tested on none';

test('invented letters are sound: nothing is found', () => {
  const invented = corpora.find(({ name }) => name === 'invented');
  assert.ok(invented && invented.samples.length > 0);
  assert.deepEqual(findingsIn(invented), []);
});

test('real letters: few informations, nothing graver, the same in every extraction', (context) => {
  if (!real) {
    context.diagnostic(NONE);
    assert.equal(corpora.length, 1);
    return;
  }
  const found = findingsIn(real);
  const counts = new Map<string, number>();
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [code, count] of counts) context.diagnostic(`${code}: ${String(count)} in ${String(real.samples.length)}`);
  assert.deepEqual(
    found.filter(({ severity }) => severity !== 'information'),
    [],
  );
  assert.ok(found.length <= real.samples.length / 20, `${String(found.length)} findings`);
  for (const { name, code } of found) {
    const modes: ReadonlySet<string> = new Set(
      found.filter((other) => other.name === name && other.code === code).map(({ mode }) => mode),
    );
    const all: ReadonlySet<string> = new Set(
      real.samples.filter((sample) => sample.name === name).map(({ mode }) => mode),
    );
    assert.deepEqual(modes, all, `${name} ${code}`);
  }
});

test('misprinted topics that are known of real letters are found', (context) => {
  const path = real && join(real.where, 'public/defects.json');
  if (!real || !path || !existsSync(path)) {
    context.diagnostic(NONE);
    assert.ok(corpora.length > 0);
    return;
  }
  const list: Json = JSON.parse(readFileSync(path, 'utf8'));
  assert.ok(isArray(list));
  const misprints = list.filter((defect) => member(defect, 'kind') === 'topic-misspelt');
  assert.ok(misprints.length > 0);
  const found = findingsIn(real).filter(({ code }) => code === 'citation.title-near');
  for (const defect of misprints) {
    const file = member(defect, 'case');
    const marks = found.filter(({ name }) => name === file).map(({ marked }) => marked);
    assert.deepEqual([...new Set(marks)], [member(defect, 'found')], `${String(file)} is marked at its misprint only`);
    assert.equal(marks.length, 3, 'in every extraction');
  }
});
