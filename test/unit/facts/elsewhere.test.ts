import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  elsewhereThan,
  linkOfSection,
  linkOfStatute,
  matchCertificationAt,
  matchCourtCaseAt,
  topicsOf,
} from '../../../server/src/facts/index.ts';
import { topicsNamed } from '../../../server/src/facts/topics.ts';
import { table } from './data.ts';

const CHRONIC = 'mtus/chronic-pain-2009';

test('what a guideline does not speak of, by any of its names', () => {
  assert.equal(elsewhereThan(CHRONIC, 'Zolpidem (Ambien)')?.where, 'ODG Pain (Chronic)');
  assert.equal(elsewhereThan(CHRONIC, 'Lumbar medial branch blocks')?.name, 'Facet injections');
  assert.equal(elsewhereThan(CHRONIC, 'Benzodiazepines'), null);
  assert.equal(elsewhereThan(CHRONIC, ''), null);
  assert.equal(elsewhereThan('mtus/low-back-2004', 'Zolpidem'), null);
});

test('nothing is both a topic of a guideline and not in it', () => {
  const groups = table('topics')['groups'] as { guidelines: string[]; notIn?: { names: string[] }[] }[];
  const names = groups.flatMap(({ guidelines, notIn = [] }) =>
    guidelines.flatMap((id) => notIn.flatMap((row) => row.names.map((name) => [id, name] as const))),
  );
  assert.ok(names.length >= 16 && topicsOf(CHRONIC).length > 0);
  for (const [id, name] of names) assert.deepEqual(topicsNamed(name, id), [], name);
});

test('decisions of courts in the forms that are printed', () => {
  const named = (text: string): string | undefined => matchCourtCaseAt(text, 0)?.courtCase.cite;
  assert.match(named('Stevens v. WCAB (2015)') ?? '', /^\(2015\) 241 Cal/);
  assert.match(named("Stevens v. Workers' Compensation Appeals Board") ?? '', /^\(2015\) 241 Cal/);
  assert.match(named('Dubon v. World Restoration, Inc.') ?? '', /en banc/);
  assert.equal(named('Stevens'), undefined);
});

test('boards outside of the ABMS and the AOA', () => {
  assert.equal(matchCertificationAt('American Board of Pain Medicine', 0)?.length, 31);
  assert.equal(matchCertificationAt('American Board of Surgery', 0), null);
});

test('addresses are made of the number alone', () => {
  assert.equal(linkOfSection('9792.20(f)'), 'https://www.dir.ca.gov/t8/9792_20.html');
  assert.match(linkOfStatute('4610.6(h)'), /lawCode=LAB&sectionNum=4610\.6\.$/);
  assert.match(linkOfStatute('4610.'), /sectionNum=4610\.$/);
});
