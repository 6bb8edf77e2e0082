import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toCase, wholeFile } from '../../../server/src/case/index.ts';
import { CASE_WRITERS } from '../../../server/src/case/writers.ts';
import { NO_ANNOTATIONS } from '../../../server/src/host/annotations-view.ts';
import { base64Of } from '../../../server/src/host/content.ts';
import { Documents } from '../../../server/src/host/documents.ts';
import { addToExport, beginExport, endExport } from '../../../server/src/host/exporting.ts';
import { Exports } from '../../../server/src/host/exports.ts';
import type { Service } from '../../../server/src/host/service.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/host/settings.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { NO_NOTES } from '../../../server/src/notes/index.ts';
import { CASE_FORMATS, type CaseFormat, type ExportPart, FORMATS } from '../../../server/src/protocol.ts';
import { LETTER_2014, LETTER_2015, textOf } from '../checks/letters.ts';

const asked: string[] = [];
const settings = {
  of: async (uri: string) => {
    asked.push(uri);
    return DEFAULT_SETTINGS;
  },
};
const notes = { of: async () => ({ notes: NO_NOTES }), forget: () => undefined };
const annotations = { of: async () => NO_ANNOTATIONS, drop: () => undefined };
const carried: (readonly string[])[] = [];
const serviceOf = (): Service =>
  ({
    settings,
    notes,
    annotations,
    documents: new Documents(),
    exports: new Exports(),
    roots: ['file:///w'],
    carrying: { carry: async (folders: readonly string[]) => void carried.push(folders) },
    isBlind: async () => false,
  }) as unknown as Service;

const DOCUMENTS = [
  { uri: 'file:///w/a.imr.txt', path: 'a.imr.txt', text: textOf(LETTER_2014) },
  { uri: 'file:///w/b/c.txt', path: 'b/c.txt', text: `${textOf(LETTER_2014)}\n\n${textOf(LETTER_2015)}` },
];
const RECORDS = DOCUMENTS.flatMap(({ uri, text }) => parse(text).map((placed) => toCase(placed, uri)));

/** The bytes of every file of an export, put together as a client does. */
const written = (parts: readonly ExportPart[]): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>();
  for (const { file, content } of parts) {
    const bytes = 'text' in content ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64');
    files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), bytes]));
  }
  return files;
};

const exported = async (formats: readonly CaseFormat[], documents: typeof DOCUMENTS) => {
  const service = serviceOf();
  const { id } = beginExport(service, { formats });
  const parts: ExportPart[] = [];
  for (const document of documents) {
    parts.push(...((await addToExport(service, { id, documents: [document] }))?.parts ?? assert.fail()));
  }
  return written([...parts, ...(endExport(service, { id }) ?? assert.fail())]);
};

describe('an export of many documents', () => {
  for (const format of CASE_FORMATS.filter((each) => FORMATS[each].per === 'run')) {
    test(`${format}: gives the bytes of all records together, also of one and of none`, async () => {
      const counts = new Map<number, number>([
        [0, 0],
        [1, 1],
        [DOCUMENTS.length, RECORDS.length],
      ]);
      for (const [documents, records] of counts) {
        const files = await exported([format], DOCUMENTS.slice(0, documents));
        for (const file of CASE_WRITERS[format]) {
          const whole = Buffer.from(base64Of(wholeFile(file, RECORDS.slice(0, records))), 'base64');
          const found = files.get(`${file.name}.${FORMATS[format].extension}`) ?? Buffer.alloc(0);
          assert.ok(found.equals(whole), `${file.name} of ${records}`);
        }
      }
    });
  }

  test('annotations whose letter is gone are looked for once, where the files tell what people say', async () => {
    carried.length = 0;
    await exported(['csv'], DOCUMENTS);
    assert.deepEqual(carried, []);
    await exported(['csv', 'jsonl'], DOCUMENTS);
    assert.deepEqual(carried, [['file:///w']]);
  });

  test('several formats at once give the files of each', async () => {
    const files = await exported(['jsonl', 'csv'], DOCUMENTS);
    assert.deepEqual([...files.keys()].sort(), ['cases.csv', 'cases.jsonl', 'citations.csv', 'issues.csv']);
  });

  test('only the letters that are wanted go in, and each document is reported', async () => {
    const service = serviceOf();
    const { id } = beginExport(service, { formats: ['jsonl'] });
    const [first, second] = DOCUMENTS;
    assert.ok(first && second);
    const added = await addToExport(service, { id, documents: [first, { ...second, letters: [2] }] });
    const letters =
      written(added?.parts ?? [])
        .get('cases.jsonl')
        ?.toString()
        .trimEnd()
        .split('\n') ?? [];
    assert.deepEqual(
      letters.map((line) => JSON.parse(line).source.letter),
      [1, 2],
    );
    assert.deepEqual(
      added?.reports.map((report) => report.letters),
      [1, 1],
    );
    assert.ok(asked.includes('file:///w') && asked.includes('file:///w/b'), asked.join(' '));
  });

  test('one that was cancelled, has ended or never began takes nothing', async () => {
    const service = serviceOf();
    const { id } = beginExport(service, { formats: ['jsonl'] });
    assert.deepEqual(endExport(service, { id, cancel: true }), []);
    assert.equal(await addToExport(service, { id, documents: DOCUMENTS }), null);
    assert.equal(endExport(service, { id }), null);
    assert.equal(endExport(service, { id: 77 }), null);
  });
});

test('bytes and text become Base64 in any length', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
  assert.equal(base64Of([bytes, 'ä€😀']), Buffer.concat([bytes, Buffer.from('ä€😀')]).toString('base64'));
  assert.equal(base64Of([]), '');
});
