import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { anchorer } from '../../../server/src/annotations/anchor/anchor.ts';
import { lengthOf, unitTextOf } from '../../../server/src/annotations/text-units.ts';
import { anyText } from '../../properties/letters.ts';

const BASE =
  'The injured worker fell from a ladder and hurt the left knee.\nAn MRI of 3-14-2013 showed a torn meniscus and swelling.\n' +
  'Physical therapy, a brace and naproxen did not help for long.\nThe request for surgery is: Upheld\n';

/** What the words of the base are anchored to in a text: the texts at the spans, or 'orphan'. */
const found = (words: string, now: string, base = BASE): readonly string[] | 'orphan' => {
  const start = base.indexOf(words);
  assert.ok(start >= 0, words);
  const units = unitTextOf(base);
  const anchor = anchorer(
    units,
    now,
  )([[[...base.slice(0, start)].length, [...base.slice(0, start + words.length)].length]]);
  return anchor.kind === 'orphan' ? 'orphan' : anchor.spans.map(({ start: from, end }) => now.slice(from, end));
};

const flags = (words: string, now: string): readonly [edited: boolean, moved: boolean] => {
  const start = BASE.indexOf(words);
  const anchor = anchorer(unitTextOf(BASE), now)([[start, start + words.length]]);
  assert.equal(anchor.kind, 'anchored');
  return anchor.kind === 'anchored' ? [anchor.edited, anchor.moved] : [false, false];
};

/** A sentence of the form, and words that stand in no other text. */
const FORM = 'The expert was chosen for his or her clinical experience and knows the disputed treatment.';
const own = (of: string, count = 30): string =>
  Array.from({ length: count }, (_, i) => `${of}${i} ${of}${i * i}`).join(' ');

describe('a passage', () => {
  test('stays where it is in the same text', () => {
    assert.deepEqual(found('left knee', BASE), ['left knee']);
    assert.deepEqual(flags('left knee', BASE), [false, false]);
  });

  test('moves with text before it, with CRLF, and with new wraps, and is not edited by them', () => {
    const now = `A new first line.\n${BASE}`.replaceAll('\n', '\r\n').replace('torn meniscus', 'torn\r\n  meniscus');
    assert.deepEqual(found('torn meniscus', now), ['torn\r\n  meniscus']);
    assert.deepEqual(flags('torn meniscus', now), [false, false]);
  });

  test('follows corrections inside it, and says so', () => {
    const now = BASE.replace('torn meniscus', 'tom meniscus');
    assert.deepEqual(found('torn meniscus', now), ['tom meniscus']);
    assert.deepEqual(flags('torn meniscus', now), [true, false]);
  });

  test('is an orphan when it is deleted or written over, and is back when that is undone', () => {
    assert.equal(found('Upheld', BASE.replace('Upheld', '')), 'orphan');
    assert.equal(found('Upheld', BASE.replace('Upheld', 'Overturned')), 'orphan');
    assert.equal(found('naproxen', BASE.replace(/Physical.*\n/, '')), 'orphan');
    assert.deepEqual(found('Upheld', BASE), ['Upheld']);
  });

  test('is an orphan when it is not certain which of two the same is left', () => {
    const base = 'He has pain of the neck, pain of the back.\n';
    assert.equal(found('pain of the', 'He has pain of the back.\n', base), 'orphan');
  });

  test('is an orphan where two items that begin alike changed places, and only so far as they are alike', () => {
    const head = 'Guideline: Decision based on the treatment guidelines,';
    const first = `${head} massage, page 60.\nThe worker had twelve sessions of massage and no gain in function from any of them.\n`;
    const second = `${head} opioids, page 74.\nNo agreement is on file, and nobody measured how far the pain went down with the drug.\n`;
    const base = `${BASE}${first}${second}`;
    const now = `${BASE}${second}${first}`;
    assert.equal(found('Decision based on', now, base), 'orphan');
    assert.deepEqual(found('left knee', now, base), ['left knee']);
  });

  test('of one or two characters is an orphan where something was typed beside it', () => {
    const base = `${BASE}Pages: 3\n`;
    assert.deepEqual(found('3\n', `A line before.\n${base}`, base), ['3']);
    assert.equal(found('3\n', `${BASE}Pages: 3\n7`, base), 'orphan');
    assert.equal(found('2\n', `${BASE}Illinoi4.\n\n22\n`, `${BASE}Illinois.\n\n2\n`), 'orphan');
  });

  test('is not taken for the same sentence in another letter that was put in around it', () => {
    const base = `${own('a')} ${FORM} ${own('b')}\n`;
    const now = `${own('a')} ${own('x')} ${FORM} ${own('y')} ${own('b')}\n`;
    assert.equal(found('clinical experience', now, base), 'orphan');
  });

  test('is not taken for a longer part of the form in another letter, though more of the form stands behind it', () => {
    const [longer, more] = [own('f', 70), own('r', 20)];
    const base = `${own('a', 60)} ${longer} ${own('g', 4)} ${more} ${own('t', 150)}\n`;
    const now = `${own('a', 60)} ${own('x', 50)} ${longer} ${own('y', 12)} ${more} ${own('z', 300)} ${own('t', 150)}\n`;
    assert.equal(found('f20 f400', now, base), 'orphan');
    assert.deepEqual(found('t20 t400', now, base), ['t20 t400']);
  });

  test('is not taken for the same sentence in a text that was put in near where it was deleted', () => {
    const base = `${own('a')} ${own('b', 9)} ${FORM} ${own('c')} ${own('d', 60)}\n`;
    const inPlace = `${own('a')} ${FORM} ${own('c')} ${own('x', 12)} ${own('d', 60)}\n`;
    assert.equal(found('clinical experience', inPlace, base), 'orphan');
    const elsewhere = `${own('a')} ${own('c')} ${own('d', 60)} ${FORM} ${own('x', 9)}\n`;
    assert.equal(found('clinical experience', elsewhere, base), 'orphan');
  });

  test('is not taken for the same words that another text left in its place when it was moved', () => {
    const base = `${own('a', 60)} ${FORM} ${own('b')} ${own('c', 60)} ${own('d', 60)}\n`;
    const [head, tail] = [FORM.slice(0, 60), FORM.slice(60)];
    const now = `${own('a', 60)} ${head} ${own('c', 60)} ${own('x', 20)} ${head}${tail} ${own('b')} ${own('d', 60)}\n`;
    assert.equal(found('expert was chosen', now, base), 'orphan');
  });

  test('is not taken for the same lines in another letter where its own were damaged', () => {
    const top = 'MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\nP.O. Box 138009\n';
    const damaged = 'MXIMUS FEDEARL SERVCES, ICN.\nIndepndent Medicl Reviw\nP.. Bx 1380O9\n';
    const base = `${top}${own('a')} ${own('b', 60)}\n`;
    assert.equal(found('Box', `${top}${own('x', 90)}\n${damaged}${own('a')} ${own('b', 60)}\n`, base), 'orphan');
  });

  test('stays certain between two changes where a text passed over it', () => {
    const base = `${own('a')} ${own('b')} ${FORM} ${own('c')}\n`;
    const now = `${own('a')} ${FORM} ${own('b')} ${own('c')}\n`;
    assert.deepEqual(found('clinical experience', now, base), ['clinical experience']);
    assert.deepEqual(found('b20 b400', now, base), ['b20 b400']);
  });

  test('is followed where both neighbours that changed places are longer than what is left beside them', () => {
    const base = `A title\n${own('b', 50)}\n${own('c', 50)}\nAn end\n`;
    const now = `A title\n${own('c', 50)}\n${own('b', 50)}\nAn end\n`;
    assert.deepEqual(found('b20 b400', now, base), ['b20 b400']);
    assert.deepEqual(found('c20 c400', now, base), ['c20 c400']);
  });

  test('is followed to where its lines were cut and put in', () => {
    const lines = BASE.split('\n');
    const now = [lines[0], lines[2], lines[1], lines[3], ''].join('\n');
    assert.deepEqual(found('showed', now), ['showed']);
    assert.deepEqual(found('brace and naproxen', now), ['brace and naproxen']);
  });

  test('keeps its larger part where much was put in', () => {
    const now = BASE.replace('a brace and', `a brace ${'and of many other things no word '.repeat(5)}and`);
    assert.deepEqual(found('Physical therapy, a brace and naproxen', now), ['Physical therapy, a brace and']);
  });

  test('of several stretches is found by all of them', () => {
    const now = BASE.replace('fell', 'slipped and fell');
    const stretches = ['left knee', 'meniscus'].map((word) => {
      const start = BASE.indexOf(word);
      return [start, start + word.length] as const;
    });
    const anchor = anchorer(unitTextOf(BASE), now)(stretches);
    assert.deepEqual(anchor.kind === 'anchored' && anchor.spans.map(({ start, end }) => now.slice(start, end)), [
      'left knee',
      'meniscus',
    ]);
  });

  test('outside the base text is an orphan', () => {
    const find = anchorer(unitTextOf(BASE), `${BASE}x`);
    for (const stretches of [[], [[5, 5]], [[-1, 3]], [[3, 1e6]], [[9, 2]]] as const) {
      assert.equal(find(stretches as never).kind, 'orphan');
    }
  });
});

test('any two texts: no exception, spans inside the text, ascending, and never half a surrogate pair', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), fc.integer({ min: 1, max: 60 }), (base, now, at, length) => {
      const units = unitTextOf(base);
      const start = at % (lengthOf(units) + 1);
      const anchor = anchorer(units, now)([[start, Math.min(lengthOf(units), start + length)]]);
      if (anchor.kind === 'orphan') return;
      let last = 0;
      for (const span of anchor.spans) {
        assert.ok(last <= span.start && span.start < span.end && span.end <= now.length);
        last = span.end;
        assert.doesNotMatch(now.slice(span.start, span.end), /^[\udc00-\udfff](?<![\ud800-\udbff].)/);
      }
    }),
    { numRuns: 300 },
  );
});

test('two long texts that have nothing in common take no time that grows with their product', () => {
  const one = Array.from({ length: 60_000 }, (_, i) => `a${i % 700}`).join(' ');
  const two = Array.from({ length: 60_000 }, (_, i) => `${i % 2 ? 'a' : 'b'}${(i * 7) % 900}`).join(' ');
  const start = process.cpuUsage();
  anchorer(unitTextOf(one), two)([[0, 4]]);
  const { user } = process.cpuUsage(start);
  assert.ok(user < 3_000_000, `${user / 1000} ms`);
});
