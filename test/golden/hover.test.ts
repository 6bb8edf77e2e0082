import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MarkupKind } from 'vscode-languageserver';
import { hover } from '../../server/src/features/hover.ts';
import { parse } from '../../server/src/letter/parse.ts';
import { drawHover } from './draw.ts';
import { matchesGolden } from './golden.ts';

/** One drawing a kind of card: the places, each as a stretch of the letter and the word of it that is pointed at. */
const KINDS: Readonly<Record<string, readonly (readonly [stretch: string, word: string])[]>> = {
  citation: [
    ['MTUS Chronic Pain Treatment Guidelines\nBenzodiazepines Page', 'MTUS'],
    ['Official Disability Guidelines (ODG), Pain\n', 'Official'],
    ['MTUS Postsurgical Treatment 2009', 'Postsurgical'],
    ['and Acupuncture Treatment', 'Treatment'],
  ],
  section: [
    ['Benzodiazepines Page(s): 24.', 'Benzodiazepines'],
    ['Benzodiazepines,\nWeaning of Medications', 'Weaning'],
    ['Gardening tools', 'Gardening'],
    ['Preoperative electrocardiogram', 'electrocardiogram'],
    ['Zolpidem for insomnia', 'Zolpidem'],
    ['Carpal Tunnel Syndrome', 'Tunnel'],
  ],
  page: [
    ['Page(s): 24.', '24'],
    ['Page(s): 24, 66', '66'],
  ],
  decision: [
    ['#30: Upheld', 'Upheld'],
    ['unit: Overturned', 'Overturned'],
  ],
  date: [
    ['Date of Injury: 11/05/2012', '11/05'],
    ['Decision Date: 09/30/2015', '09/30'],
    ['low back on 11-5-12', '11-5-12'],
    ['July 2, 2015', 'July'],
  ],
  journal: [
    ['2011 Mar 4;35(5):584-90', '35'],
    ['PMID: 21999017', '21999017'],
  ],
  statute: [
    ['8 CCR\n9792.21.1(d)', '9792'],
    ['Labor Code 4610.5(c)(2)', '4610'],
  ],
  mention: [
    ['The MTUS states', 'MTUS'],
    ['The ODG, Pain', 'ODG'],
    ['The ODG, Pain', 'Pain'],
    ['Non-MTUS works', 'MTUS'],
    ['The cited guidelines', 'cited'],
  ],
  chapter: [
    ['Chronic Pain Medical\nTreatment', 'Treatment'],
    ['Low Back Complaints', 'Back'],
    ['chapter of ACOEM', 'ACOEM'],
    ['section on\nWeaning of Medications', 'Medications'],
  ],
  drug: [
    ['Lorazepam 1mg', 'Lorazepam'],
    ['takes Norco', 'Norco'],
    ['Flexaril', 'Flexaril'],
  ],
  specialty: [
    ['Specialty: Orthopedic Surgery', 'Surgery'],
    ['Pain Management\nCLINICAL', 'Pain'],
    ['Physical Medicine and Rehabilitation', 'Physical'],
    ['American Board of Pain Medicine', 'Board'],
  ],
  source: [
    ['The FDA label', 'FDA'],
    ['Stevens v. WCAB', 'Stevens'],
  ],
  abbreviation: [
    ['EMG/NCS', 'EMG'],
    ['did PT twice', 'PT'],
    ['The\nQME wrote', 'QME'],
    ['a TENS unit', 'TENS'],
  ],
};

const [placed] = parse(readFileSync(join(__dirname, 'hover-letter.imr.txt'), 'utf8'));
assert.ok(placed);
const { letter } = placed;

const offsetOf = (stretch: string, word: string): number => {
  const from = letter.text.indexOf(stretch);
  const at = letter.text.indexOf(word, from);
  assert.ok(from >= 0 && at >= from, `${stretch} › ${word}`);
  return at + 1;
};

for (const [kind, places] of Object.entries(KINDS)) {
  test(`the card of a ${kind} is drawn as before`, () => {
    const drawn = places.map(([stretch, word]) =>
      drawHover(letter, hover(letter, offsetOf(stretch, word), MarkupKind.PlainText)),
    );
    matchesGolden(`hover-kinds/${kind}`, drawn.join('\n\n'));
  });
}
