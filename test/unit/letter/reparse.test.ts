import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type ParsedDocument, parse, reparse } from '../../../server/src/letter/parse.ts';
import { KINDS } from './many.ts';

const ALL = Object.values(KINDS);
const DOCUMENT = ALL.join('\n\n\f');

const edited = (text: string, at: number, removed: number, added: string): string =>
  text.slice(0, at) + added + text.slice(at + removed);

/** Which letters of the new version are those of the old, by identity. */
const keptIn = (before: ParsedDocument, after: ParsedDocument): number =>
  after.letters.filter(({ letter }) => before.letters.some((old) => old.letter === letter)).length;

describe('the next version of a document', () => {
  const before = reparse(null, DOCUMENT);

  test('is read whole at first', () => {
    assert.equal(before.read, before.chunks.length);
    assert.equal(before.letters.length, ALL.length);
  });

  test('that is the same is not read again', () => {
    const after = reparse(before, DOCUMENT);
    assert.equal(after.read, 0);
    assert.equal(keptIn(before, after), ALL.length);
    assert.deepEqual(after.letters, before.letters);
  });

  for (const [number, { letter, offset }] of before.letters.entries()) {
    test(`with an edit in letter ${number + 1} reads that letter`, () => {
      const place = offset + Math.floor(letter.text.length * 0.8);
      const after = reparse(before, edited(DOCUMENT, place, 0, 'x'));
      assert.equal(after.read, 1);
      assert.equal(keptIn(before, after), ALL.length - 1);
      assert.deepEqual(after.letters, parse(edited(DOCUMENT, place, 0, 'x')));
    });
  }

  test('moves the letters behind the edit', () => {
    const place = (before.letters[2]?.offset ?? 0) + 40;
    const after = reparse(before, edited(DOCUMENT, place, 0, '\nmore\nlines\n'));
    const [old, now] = [before.letters[5], after.letters[5]];
    assert.ok(old && now);
    assert.equal(now.letter, old.letter);
    assert.deepEqual([now.offset - old.offset, now.line - old.line, now.number], [12, 3, old.number]);
  });

  test('keeps letters that were moved, copied or taken out', () => {
    const [a = '', b = '', c = '', d = ''] = ALL.map((text) => `${text}\n`);
    const first = reparse(null, a + b + c + d);
    assert.equal(reparse(first, a + c + d).read, 0);
    assert.equal(reparse(first, a + b + c + d + b).read, 1);
    assert.deepEqual(reparse(first, d + c + b + a).letters, parse(d + c + b + a));
  });

  test('may begin with nothing and come to nothing', () => {
    assert.deepEqual(reparse(before, '').letters, parse(''));
    assert.deepEqual(reparse(reparse(null, ''), DOCUMENT).letters, before.letters);
  });
});

describe('where an edit makes, breaks or joins letters, the next version is as a fresh one', () => {
  const kinds = ['header', 'body', 'cover and header', 'decision', 'notice', 'review', 'no header'];
  const document = kinds.map((kind) => KINDS[kind]).join('\n\n\f');
  const before = reparse(null, document);
  const marks = [
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'CLINICAL CASE SUMMARY',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'Case Number:',
    'Independent Medical Review Final Determination Letter',
    'Notice of Independent Medical Review Determination',
    'MEDICAL PROFESSIONAL REVIEW',
    'Decision rationale:',
  ];

  for (const mark of marks) {
    test(mark, () => {
      for (let at = document.indexOf(mark); at >= 0; at = document.indexOf(mark, at + 1)) {
        for (const [removed, added] of [
          [1, ''],
          [1, 'x'],
          [mark.length, ''],
          [mark.length + 1, ''],
          [0, 'x'],
          [0, ' '],
          [0, '\n'],
          [0, `${mark}\n`],
          [0, `${ALL[0] ?? ''}\n`],
        ] as const) {
          const text = edited(document, at, removed, added);
          const after = reparse(before, text);
          assert.deepEqual(after.letters, parse(text), `${JSON.stringify(added.slice(0, 20))} at ${at}`);
          assert.deepEqual(reparse(after, document).letters, before.letters);
        }
      }
    });
  }
});

describe('random edits', () => {
  const runs = { numRuns: 50 };
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.string({ maxLength: 4 }) },
    { weight: 3, arbitrary: fc.constantFrom('\n', '\r', '\r\n', '\f', ' ', ': Upheld\n', '"') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'HOW THE IMR FINAL DETERMINATION WAS MADE\n',
        'How the IMR final determination was made\n',
        '\nCLINICAL CASE SUMMARY\n',
        '\nIMR ISSUES, DECISIONS AND RATIONALES\n',
        '\nDecision rationale: x.\n',
        '\nCase Number:\nDate Assigned:\n',
        '\nCase Summary:\n',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...ALL) },
  );
  const edit = fc.record({ at: fc.nat(), removed: fc.oneof(fc.nat(5), fc.nat(3000)), added: piece });
  const document = fc
    .tuple(
      fc.array(fc.constantFrom(...ALL), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\f', '\n\n\f', '', '\r\n'),
    )
    .map(([letters, joint]) => letters.join(joint));

  test('one after the other, always end in the letters of the result', () => {
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        let text = start;
        let parsed = reparse(null, text);
        for (const { at, removed, added } of edits) {
          text = edited(text, at % (text.length + 1), removed, added);
          parsed = reparse(parsed, text);
          assert.deepEqual(parsed.letters, parse(text));
        }
      }),
      runs,
    );
  });

  test('near the joints of letters', () => {
    const near = fc.record({
      joint: fc.nat(),
      by: fc.integer({ min: -30, max: 60 }),
      removed: fc.nat(40),
      added: piece,
    });
    fc.assert(
      fc.property(document, fc.array(near, { minLength: 1, maxLength: 8 }), (start, edits) => {
        let text = start;
        let parsed = reparse(null, text);
        for (const { joint, by, removed, added } of edits) {
          const { offset = 0 } = parsed.letters[joint % parsed.letters.length] ?? {};
          text = edited(text, Math.min(Math.max(0, offset + by), text.length), removed, added);
          parsed = reparse(parsed, text);
          assert.deepEqual(parsed.letters, parse(text));
        }
      }),
      runs,
    );
  });
});
