import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Letter } from '../../../server/src/letter/model.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { KINDS } from './many.ts';
import { letterText, valueOf } from './write.ts';

/** What a letter says: format, case number, outcome on its cover, items. */
const told = ({ format, header, cover, issues, sections }: Letter): unknown => [
  format,
  header?.fields.caseNumber?.value ?? null,
  cover?.determination?.value ?? null,
  sections.map(({ id }) => id),
  issues.map(({ item, decision, rationale }) => [valueOf(item), valueOf(decision), rationale?.value]),
];

const letters = (text: string): readonly unknown[] => parse(text).map(({ letter }) => told(letter));

describe('each kind of letter alone', () => {
  for (const [kind, text] of Object.entries(KINDS)) {
    test(kind, () => {
      const [placed, more] = parse(text);
      assert.equal(more, undefined);
      assert.ok(placed && placed.letter.issues.length > 0);
      assert.equal(placed.letter.text, text);
    });
  }
});

const JOINTS = { 'a line break': '\n', 'blank lines': '\n\n\n', 'a page break': '\n\f' };

describe('two letters in one document', () => {
  for (const [first, one] of Object.entries(KINDS)) {
    for (const [second, two] of Object.entries(KINDS)) {
      test(`${first}, then ${second}`, () => {
        for (const [name, joint] of Object.entries(JOINTS)) {
          assert.deepEqual(letters(one + joint + two), [...letters(one), ...letters(two)], name);
        }
      });
    }
  }
});

describe('many letters in one document', () => {
  const all = Object.values(KINDS);
  const expected = all.flatMap(letters);

  for (const [name, lineEnd] of Object.entries({ LF: '\n', CRLF: '\r\n', CR: '\r' })) {
    test(`one of each, with ${name}`, () => {
      assert.deepEqual(letters(all.join('\n\n\f').replaceAll('\n', lineEnd)), expected);
    });
  }

  test('double spaced', () => {
    const got = letters(all.map((text) => text.replaceAll('\n', ' \n\n')).join(' \n\n')) as readonly unknown[][];
    assert.deepEqual(
      got.map(([format]) => format),
      (expected as readonly unknown[][]).map(([format]) => format),
    );
  });

  test('are numbered and placed', () => {
    const text = all.join('\n\n\f');
    const placed = parse(text);
    placed.forEach(({ letter, number, offset, line }, i) => {
      assert.equal(number, i + 1);
      assert.equal(text.slice(offset, offset + letter.text.length), letter.text);
      assert.equal(text.slice(0, offset).split('\n').length - 1, line);
      assert.ok(offset + letter.text.length <= (placed[i + 1]?.offset ?? text.length));
    });
  });

  test('a hundred times the same one', () => {
    const text = `${KINDS['header']}\n`.repeat(100);
    const placed = parse(text);
    assert.equal(placed.length, 100);
    const [first] = letters(KINDS['header'] ?? '');
    for (const { letter } of placed) assert.deepEqual(told(letter), first);
  });
});

describe('a letter after unrelated text', () => {
  const UNRELATED = {
    'a line': 'Please see below.\n',
    paragraphs: 'From: A\nTo: B\n\nDear all,\n\nplease see the letter below. It speaks of a case summary.\n\nA\n\n',
    'a long mail': `${'It was said that the MAXIMUS guideline is none.\n'.repeat(200)}\n`,
    'a mail with a date': 'Date: 1/2/2016\nSubject: Case 12\n\n',
  };

  for (const [what, before] of Object.entries(UNRELATED)) {
    for (const [kind, text] of Object.entries(KINDS)) {
      // A body has no opening that would tell where it begins.
      if (kind === 'body') continue;
      test(`${what}, then ${kind}`, () => {
        assert.deepEqual(letters(before + text), letters(text));
        const [placed] = parse(before + text);
        assert.ok(placed && placed.offset >= before.trimEnd().length, 'the unrelated text is no part of the letter');
      });
    }
  }

  test('a mail whose own heading looks like a field', () => {
    const mail = `Received: 1/2/2016\nSubject: Case 12\n\n${'It was said that the bath is large.\n'.repeat(60)}`;
    assert.deepEqual(letters(mail + KINDS['header']), letters(KINDS['header'] ?? ''));
  });

  test('a body', () => {
    const [before, ...rest] = [letters(KINDS['body'] ?? ''), letters(`Please see below.\n${KINDS['body']}`)];
    assert.deepEqual(rest, [before]);
  });
});

describe('a second letter whose opening is damaged', () => {
  const second = letterText();
  const [expected] = letters(second);

  for (const [what, damaged] of Object.entries({
    'the heading misspelt': second.replace('HOW THE IMR FINAL', 'HOW THE lMR FINAI'),
    'the heading in small letters': second.replace(/^HOW.*$/m, 'How the IMR final determination was made'),
    'the heading over two lines': second.replace('DETERMINATION WAS', 'DETERMINATION\nWAS'),
    'the heading with double blanks': second.replace('HOW THE', 'HOW  THE'),
    'the next heading misspelt too': second.replace('HOW THE IMR', 'HOW THE 1MR').replace('CLINICAL', 'CLINCAL'),
  })) {
    test(what, () => {
      const got = parse(`${KINDS['header']}\n${damaged}`);
      assert.equal(got.length, 2);
      assert.deepEqual(got[1] && told(got[1].letter), expected);
      assert.deepEqual(got[0] && told(got[0].letter), letters(KINDS['header'] ?? '')[0]);
    });
  }

  for (const [what, left] of Object.entries({
    'the heading lost': letterText({ methodHeading: '' }),
    'all above the credentials lost': letterText({ methodHeading: '', method: '' }),
    'all above the summary lost': letterText({ methodHeading: '', method: '', credentials: '' }),
  })) {
    test(what, () => {
      for (const [kind, one] of Object.entries(KINDS)) {
        assert.deepEqual(letters(`${one}\n${left}`), [...letters(one), ...letters(left)], kind);
      }
    });
  }
});

describe('texts that are no letters', () => {
  for (const text of ['', '\n', ' ', '\f', 'It was a dark night.', '\u0000\u0001', 'Case Number:', 'Upheld']) {
    test(JSON.stringify(text), () => {
      const [placed, more] = parse(text);
      assert.equal(more, undefined);
      assert.equal(placed?.letter.format, 'unknown');
      assert.deepEqual([placed.offset, placed.line, placed.number], [0, 0, 1]);
      assert.deepEqual(placed.letter.issues, []);
    });
  }
});
