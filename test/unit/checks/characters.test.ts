import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { LETTER_2015, textOf } from './letters.ts';
import { edited, mends, saidOf, silentOn } from './mending.ts';

const summary = (clean: string, damaged: string, rest: object = {}) => ({ block: 'summary', clean, damaged, ...rest });
const SURE = { certain: true };

describe('mojibake', () => {
  mends('characters.mojibake', [
    summary('stiff in', 'â€œstiff in', { mended: '“stiff in', certain: true }),
    summary('stiff in', 'â€™stiff in', { mended: '’stiff in', certain: true, says: /UTF-8 read as Windows-1252/ }),
    summary('stiff in', 'Â§stiff in', { mended: '§stiff in', certain: true }),
    summary('stiff in', 'stiffÂ\u00a0in', SURE),
    summary('stiff in', 'stiffÂ in', { certain: false }),
    summary('stiff in', 'stiï¬\u0080 in', SURE),
    summary('stiff in', 'ï»¿stiff in', SURE),
    summary('stiff in', 'JosÃ© in', { mended: 'José in', certain: true }),
    summary('stiff in', 'Ã¢â‚¬â„¢stiff in', { mended: '’stiff in', certain: true }),
    summary('stiff in', 'â\u0080\u0099stiff in', { mended: '’stiff in', certain: true, says: /Latin 1/ }),
    summary('stiff in', '‚Äôstiff in', { mended: '’stiff in', certain: true, says: /Mac Roman/ }),
    summary('stiff in', 'ΓÇÖstiff in', { mended: '’stiff in', certain: true, says: /code page 437/ }),
    summary('stiff in', '\u0092stiff in', { mended: '’stiff in', certain: true }),
    summary('stiff in', 'wristÕs in', { mended: 'wrist’s in', certain: true }),
    summary('stiff in', 'stiff ï¿½ in', { mended: null, says: /lost before/ }),
    summary('stiff in', 'stiffâ€\u009d in', { mended: 'stiff” in', certain: true }),
    summary('stiff in', 'stiffâ€ in', { mended: 'stiff” in' }),
    summary('stiff in', 'stiffâ€\ufffd in', { mended: 'stiff” in' }),
    summary('stiff in', 'stiff â€" in', { mended: null, says: /a part is lost/ }),
  ]);
  silentOn('characters', [
    ['summary', 'stiff in', 'Sjögren’s – “Ménière” § 5 ±2 µg 50° ½ ® café × in'],
    ['summary', 'stiff in', 'Âge à la crème, Ñandú, naïve in'],
  ]);
});

describe('unreadable characters', () => {
  mends('characters.unreadable', [
    summary('stiff', 'wrist\ufffds', { mended: "wrist's" }),
    summary('stiff', 'st\ufffdiff', { mended: null, says: /U\+FFFD/ }),
    summary('stiff', 'stif\u0000f'),
    summary('stiff', '\u0007\u0001stiff', { says: /U\+0007/ }),
    summary('stiff', '\uf0b7 stiff', { mended: '• stiff' }),
    summary('stiff', '\ue123stiff', { mended: null }),
    summary('stiff', 'stiff\ud800', { mended: null }),
  ]);
});

describe('letters of other scripts', () => {
  mends('characters.homoglyph', [
    summary('stiff in', 'stіff in', { certain: true, says: /U\+0456/ }),
    summary('forearm', 'fоrеarm', SURE),
    summary('ball', 'Вall', { mended: 'Ball', certain: true }),
    summary('nine', 'СТ', { mended: 'CT' }),
    summary('50 degrees', '５０ degrees', SURE),
    { block: 'claims-1', clean: 'Claims', damaged: 'Сlaims', certain: true },
    summary('therapy. On', 'therapy\u2024 On', SURE),
  ]);
  silentOn('characters', [
    ['summary', 'stiff', 'TNFα, IFNγ, 5 μg, μg, β-blocker, χ2, Ω'],
    ['summary', 'stiff', 'Иван'],
    ['summary', 'stiff', '²H ½ ™ № ª'],
  ]);
});

describe('ligatures, blanks and what cannot be seen', () => {
  mends('characters.ligature', [summary('stiff', 'stiﬀ', SURE)]);
  mends('characters.invisible', [
    summary('squeezes', 'squee\u00adzes', { certain: true, says: /soft hyphen/ }),
    summary('squeezes', 'squee\u200b\u200bzes', { certain: true, says: /zero-width space/ }),
    summary('squeezes', '\u202asqueezes', { certain: true, says: /U\+202A/ }),
  ]);
  mends('characters.space', [{ block: 'title-2', clean: 'a year', damaged: 'a\u00a0year', certain: true }]);
  silentOn('characters', [['summary', 'stiff', '\u00a0 stiff \u00a0']]);

  test('a soft hyphen at a line end brings the rest of the word up', () => {
    const clean = textOf(LETTER_2015);
    const damaged = clean.replace('forearm on 2-3-2015. The skin\nhas', 'forearm on 2-3-2015. The s\u00ad\nkin has');
    const [problem] = saidOf(damaged, 'characters');
    assert.ok(problem);
    const [fix] = fixesFor(problem, onlyLetter(damaged));
    assert.ok(fix);
    assert.equal(edited(damaged, fix.edits), clean);
  });

  test('a byte order mark opens a file, and is reported elsewhere', () => {
    const text = textOf(LETTER_2015);
    assert.deepEqual(saidOf(`\ufeff${text}`, 'characters'), []);
    assert.equal(saidOf(text.replace('baker', '\ufeffbaker'), 'characters').length, 1);
  });
});

describe('the same damage in many places', () => {
  const clean = textOf(LETTER_2015, 'double', '\r\n');
  const damaged = clean.replaceAll('fi', 'ﬁ').replaceAll('ff', 'ﬀ');

  test('is one problem a place, and one fix mends them all', () => {
    const problems = saidOf(damaged, 'characters');
    assert.ok(problems.length >= 4);
    for (const problem of problems) {
      const [one, all] = fixesFor(problem, onlyLetter(damaged));
      assert.ok(one && all);
      assert.equal(all.title, `Change all ${String(problems.length)} such places in this letter`);
      assert.equal(all.preferred, false);
      assert.equal(edited(damaged, all.edits), clean);
      assert.equal(saidOf(edited(damaged, one.edits), 'characters').length, problems.length - 1);
    }
  });

  test('of places that are not certain, those that print the same', () => {
    const text = clean.replaceAll('wrist', 'wrist\ufffds').replace('baker', 'bak\u0001er');
    const [problem] = saidOf(text, 'characters').filter(({ reading }) => reading === "'");
    assert.ok(problem);
    const [, all] = fixesFor(problem, onlyLetter(text));
    assert.equal(all?.edits.length, 2);
  });
});

test('a text that is no letter is left alone', () => {
  assert.deepEqual(saidOf('The millerâ€™s sacks were\u00a0two.\n'.repeat(20), 'characters'), []);
});
