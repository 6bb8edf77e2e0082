import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Fhir } from 'fhir';
import type { ValidatorMessage } from 'fhir/validator';
import { type Case, wholeText } from '../../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { runs } from '../../properties/letters.ts';
import { hostileRecord, sampleRecords } from './records.ts';

const [file] = CASE_WRITERS.fhir;
const validator = new Fhir();

interface Bundle {
  readonly entry?: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
interface Resource {
  readonly resourceType: string;
  readonly [name: string]: unknown;
}

const bundleOf = (records: readonly Case[]): Bundle => JSON.parse(wholeText(file, records));

/** The validator does not know that a date may be absent for a stated reason. */
const isAbsent = (bundle: Bundle, { location, resourceId, message }: ValidatorMessage): boolean => {
  if (!/\.created$/.test(location ?? '') || message !== 'Missing property') return false;
  const at = Number(/\[(\d+)\]/.exec(resourceId ?? '')?.[1]);
  return JSON.stringify(bundle.entry?.[at]?.resource['_created']).includes('data-absent-reason');
};

const assertValid = (records: readonly Case[]): void => {
  const bundle = bundleOf(records);
  const { messages } = validator.validate(bundle, { errorOnUnexpected: true });
  const errors = messages.filter((message) => message.severity === 'error' && !isAbsent(bundle, message));
  assert.deepEqual(errors, []);
  const addresses = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
  assert.equal(addresses.size, bundle.entry?.length ?? 0, 'every address is one resource’s');
  for (const [, reference = ''] of JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g)) {
    assert.ok(addresses.has(reference), reference);
  }
};

const resources = (record: Case, type: string): readonly Resource[] =>
  (bundleOf([record]).entry ?? []).map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);

describe('FHIR', () => {
  test('the samples give a valid Bundle of R4', () => {
    assertValid(sampleRecords);
  });

  test('no letter gives a valid Bundle', () => {
    assertValid([]);
  });

  test('hostile texts give a valid Bundle', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => assertValid([record])),
      runs(100),
    );
  });

  test('each issue is an item of the claim, and its decision one of the response', () => {
    for (const record of sampleRecords) {
      const [claim] = resources(record, 'Claim');
      const [response] = resources(record, 'ClaimResponse');
      const items = (claim?.['item'] ?? []) as readonly { productOrService: { text: string } }[];
      const decided = (response?.['item'] ?? []) as readonly {
        adjudication: readonly { reason: { text: string } }[];
      }[];
      assert.deepEqual(
        items.map(({ productOrService }) => productOrService.text),
        record.issues.map(({ item }) => item ?? 'not stated in the letter'),
      );
      assert.deepEqual(
        decided.map(({ adjudication }) => adjudication[0]?.reason.text),
        record.issues.map(({ decision, decisionText }) => decision ?? decisionText ?? 'not stated in the letter'),
      );
    }
  });

  test('both readings of what was kept as [sic] are notes, of their issue where they stand in one', () => {
    const [record] = sampleRecords;
    assert.ok(record);
    const sic = (pointer: string | null, printed: string, reading: string) =>
      ({ pointer, span: [0, 1], printed, reading, code: 'word-scanno' }) as const;
    const corrections = [
      sic('/issues/0/rationale', 'nee', 'knee'),
      sic('/summary', 'pian', 'pain'),
      sic(null, 'o', 'of'),
    ];
    const noted = { ...record, corrections };
    assertValid([noted]);
    const [response] = resources(noted, 'ClaimResponse');
    const notes = (response?.['processNote'] ?? []) as readonly { number: number; text: string }[];
    const readings = notes.filter(({ text }) => text.startsWith('Kept as printed: '));
    assert.deepEqual(
      readings.map(({ text }) => text),
      [
        'Kept as printed: “nee” [sic], to be read “knee”',
        'Kept as printed: “pian” [sic], to be read “pain”',
        'Kept as printed: “o” [sic], to be read “of”',
      ],
    );
    const items = (response?.['item'] ?? []) as readonly { noteNumber?: readonly number[] }[];
    const linked = items.map(({ noteNumber = [] }) => readings.filter(({ number }) => noteNumber.includes(number)));
    assert.deepEqual(
      linked.map((own) => own.map(({ text }) => text)),
      record.issues.map((_, i) => (i === 0 ? ['Kept as printed: “nee” [sic], to be read “knee”'] : [])),
    );
  });

  test('addresses are made of the case, so that a second run gives the same', () => {
    assert.equal(wholeText(file, sampleRecords), wholeText(file, sampleRecords));
    for (const { fullUrl } of bundleOf(sampleRecords).entry ?? []) {
      assert.match(fullUrl, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
