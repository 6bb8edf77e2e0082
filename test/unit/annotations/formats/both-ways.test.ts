import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Sheet } from '../../../../server/src/annotations/formats/format.ts';
import {
  ANNOTATION_FORMATS,
  ANNOTATION_WRITERS,
  type AnnotationFormat,
} from '../../../../server/src/annotations/formats/index.ts';
import { quoteOf } from '../../../../server/src/annotations/text-units.ts';
import { anyUnits, runs } from '../../../properties/letters.ts';
import { byId, hostileSheet, readingOf, targetOf } from './sheets.ts';

const LOSSLESS: readonly AnnotationFormat[] = ['brat', 'w3c', 'doccano', 'prodigy'];

const written = (id: AnnotationFormat, sheet: Sheet): string =>
  ANNOTATION_WRITERS[id].write(sheet).value[0]?.content ?? '';

for (const id of LOSSLESS) {
  describe(id, () => {
    test('what is written is read as the same annotations, whatever text they stand in', () => {
      fc.assert(
        fc.property(hostileSheet(true), (sheet) => {
          const { value, problems } = ANNOTATION_WRITERS[id].read(written(id, sheet), readingOf(sheet));
          assert.deepEqual(problems, []);
          assert.deepEqual(byId(value.flatMap(({ annotations }) => annotations)), byId(sheet.annotations));
          for (const { annotations, base } of value) {
            for (const { passage } of annotations) {
              assert.deepEqual(
                passage.stretches.map((stretch) => quoteOf(base.units, stretch)),
                passage.quotes,
              );
            }
          }
        }),
        runs(300),
      );
    });
  });
}

test('bio: labels and stretches are read as they were written, each part for itself', () => {
  const placesOf = ({ annotations }: Pick<Sheet, 'annotations'>): readonly string[] =>
    annotations
      .flatMap(({ label, passage }) =>
        passage.stretches.map((pair) => `${label.replace(/\s/g, '_')} ${pair.join('-')}`),
      )
      .sort();
  fc.assert(
    fc.property(hostileSheet(false), (sheet) => {
      const { value, problems } = ANNOTATION_WRITERS.bio.read(written('bio', sheet), readingOf(sheet));
      assert.deepEqual(problems, []);
      assert.deepEqual(value.flatMap(placesOf).sort(), placesOf(sheet));
    }),
    runs(300),
  );
});

for (const id of ANNOTATION_FORMATS) {
  test(`${id}: the same bytes every time, in the order of the text, whatever order they were given in`, () => {
    fc.assert(
      fc.property(hostileSheet(true), (sheet) => {
        const turned = { ...sheet, annotations: sheet.annotations.toReversed() };
        assert.deepEqual(ANNOTATION_WRITERS[id].write(turned).value, ANNOTATION_WRITERS[id].write(sheet).value);
      }),
      runs(50),
    );
  });

  test(`${id}: any file is read or refused with a sentence, never an exception`, () => {
    const target = targetOf('He hurt the left knee.\nIt is: Upheld\n');
    const pieces = fc.constantFrom(
      'T1\tdecision 3 7\thurt',
      '{"text":',
      '"label":[[1,2,"a"]]}',
      '\n',
      '\t',
      'A1\t',
      '#1\tImr T1\t{',
      'hurt\t3\t7\tB-x',
      '{}',
      '[]',
      '{"items":[{}]}',
      '[null]',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((some) => some.join('')),
          anyUnits,
          fc.json(),
        ),
        (content) => {
          const { value, problems } = ANNOTATION_WRITERS[id].read(content, readingOf(target));
          for (const { message } of problems) assert.match(message, /^[A-Z#*].*\.$/s);
          for (const { base, annotations } of value) {
            for (const { passage } of annotations) {
              assert.deepEqual(
                passage.stretches.map((stretch) => quoteOf(base.units, stretch)),
                passage.quotes,
              );
            }
          }
        },
      ),
      runs(300),
    );
  });
}
