import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkLetter, type Severity } from '../../server/src/checks/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { type Corpus, readCorpora } from './corpus.ts';
import { hashOfMarked, knownDefects, placesIn } from './defects.ts';
import { isArray, isObject, type Json, member } from './json.ts';

/** A problem that a check found in a letter of a corpus. */
interface Finding {
  readonly name: string;
  readonly mode: string;
  readonly code: string;
  readonly severity: Severity;
  readonly hash: string;
  /** It touches a mistake that is known to stand there. */
  readonly known: boolean;
}

const findingsIn = (corpus: Corpus): readonly Finding[] => {
  const defects = knownDefects(corpus);
  return corpus.samples.flatMap(({ name, mode, text }) =>
    parse(text).flatMap(({ letter }) => {
      const places = defects.filter((each) => each.name === name).flatMap(({ found }) => placesIn(letter.text, found));
      return checkLetter(letter).map(({ code, severity, span }) => ({
        name,
        mode,
        code,
        severity,
        hash: hashOfMarked(letter.text.slice(span.start, span.end)),
        known: places.some(({ start, end }) => span.start <= end && start <= span.end),
      }));
    }),
  );
};

/** Real mistakes that the list beside the letters does not have: a case number, a code, and a hash of the marked text. */
const ACCEPTED: Json = JSON.parse(readFileSync(new URL('accepted.json', import.meta.url), 'utf8'));
const accepted = new Set(
  (isArray(ACCEPTED) ? ACCEPTED : [])
    .filter(isObject)
    .map((entry) => ['case', 'code', 'hash'].map((field) => String(member(entry, field))).join(' ')),
);

const told = ({ name, mode, code, severity, hash }: Finding): string => `${name} ${mode}: ${severity} ${code} ${hash}`;
const isAccepted = ({ name, code, hash, known }: Finding): boolean => known || accepted.has(`${name} ${code} ${hash}`);

const corpora = readCorpora();

/** Letters that were invented to hold damage. */
const DAMAGED = /^damaged|glued/;

test('in the invented letters that are sound nothing is found', () => {
  const invented = corpora.find(({ name }) => name === 'invented');
  assert.ok(invented);
  const found = findingsIn(invented).filter(({ name }) => !DAMAGED.test(name));
  assert.deepEqual(found.map(told), []);
});

test('in real letters errors and warnings are real mistakes, informations few', (context) => {
  const real = corpora.find(({ name }) => name === 'public');
  if (!real) {
    context.diagnostic('no public letters here: tested on none');
    assert.equal(corpora.length, 1);
    return;
  }
  const unknown = findingsIn(real).filter((finding) => !isAccepted(finding));
  const grave = unknown.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const counts = new Map<string, number>();
  for (const { code } of unknown) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [code, count] of counts) context.diagnostic(`${code}: ${count} in ${real.samples.length} texts`);
  assert.deepEqual(grave.map(told), []);
  assert.ok(unknown.length <= real.samples.length / 20, unknown.map(told).join('\n'));
});
