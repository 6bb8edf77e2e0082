import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completion } from '../../../server/src/features/completion.ts';
import { parse } from '../../../server/src/letter/parse.ts';
import { offsetAt } from '../../../server/src/text/lines.ts';
import { samples } from '../../properties/letters.ts';
import { changed, LETTER_2014, LETTER_2015, STYLES, type Style, textOf, without } from '../checks/letters.ts';

interface Written {
  readonly label: string;
  readonly detail: string | undefined;
  /** The text after the item was chosen. */
  readonly text: string;
}

/** What is offered at the bar of a text, and the text with the offer taken. */
const offered = (marked: string): readonly Written[] => {
  const bar = marked.indexOf('|');
  assert.ok(bar >= 0);
  const text = marked.replace('|', '');
  const placed = parse(text).findLast(({ offset }) => offset <= bar);
  if (!placed) return [];
  const { letter, offset } = placed;
  return completion(letter, bar - offset).map(({ label, detail, textEdit }) => {
    assert.ok(textEdit && 'range' in textEdit);
    const { start, end } = textEdit.range;
    assert.equal(start.line, end.line, 'an edit takes one line');
    const [from, to] = [start, end].map((place) => offset + offsetAt(letter.lines, place.line, place.character));
    assert.equal(to, bar, 'an edit ends at the cursor');
    return { label, detail, text: text.slice(0, from) + textEdit.newText + text.slice(to) };
  });
};

const labels = (marked: string): readonly string[] => offered(marked).map(({ label }) => label);
/** What stands in the text after the one offer of this label was taken, from the line of `from` on. */
const taken = (marked: string, label: string, from: string): string => {
  const item =
    offered(marked).find((each) => each.label === label) ??
    assert.fail(`${label} is not offered: ${labels(marked).join('; ')}`);
  return item.text.slice(item.text.indexOf(from)).split('\n', 2).join('\n');
};

const with2015 = (id: string, from: string | RegExp, to: string, style: Style = 'spaced') =>
  textOf(changed(LETTER_2015, id, from, to), style);
const claims = (statement: string) => with2015('claims-1', /guideline:.*$/, `guideline:${statement}`);

describe('decisions', () => {
  test('behind the colon of an item, with the blank that is not typed yet', () => {
    for (const typed of [':|', ': |', ':Up|', ': Up|']) {
      const text = with2015('title-1', ': Overturned', typed);
      assert.equal(taken(text, 'Upheld', 'Paraffin').trim(), 'Paraffin bath for home use: Upheld', typed);
    }
    assert.deepEqual(labels(with2015('title-1', ': Overturned', ': |')), ['Upheld', 'Overturned']);
  });

  test('in the place of the one that is printed', () => {
    assert.equal(
      taken(with2015('title-1', 'Overturned', 'Over|'), 'Overturned', 'Paraffin').trim(),
      'Paraffin bath for home use: Overturned',
    );
  });

  test('not within the item, nor where the form writes sentences', () => {
    assert.deepEqual(labels(with2015('title-1', 'home use: Overturned', 'home| use: Overturned')), []);
    const text = samples.get('decision-2013.imr.txt') ?? '';
    assert.deepEqual(labels(text.replace('is medically necessary and appropriate.', ':|')), []);
  });
});

describe('credentials', () => {
  const states = (typed: string) => textOf(changed(LETTER_2015, 'credentials', 'Nevada, Oregon', typed));

  test('states behind the label and behind commas, but those that are listed', () => {
    assert.equal(taken(states('|'), 'California', 'State(s)').split('\n')[0], 'State(s) of Licensure: California');
    assert.equal(
      taken(states('Nevada,|'), 'New York', 'State(s)').split('\n')[0],
      'State(s) of Licensure: Nevada, New York',
    );
    assert.equal(
      taken(states('Nevada, New Y|'), 'New York', 'State(s)').split('\n')[0],
      'State(s) of Licensure: Nevada, New York',
    );
    assert.ok(!labels(states('Nevada, |')).includes('Nevada'));
  });

  test('specialties, with what they are', () => {
    const text = textOf(
      changed(LETTER_2015, 'credentials', 'Family Practice', 'Family Practice, Physical Medicine & Re|'),
    );
    const item = offered(text).find(({ label }) => label.startsWith('Physical Medicine'));
    assert.match(item?.detail ?? '', /^specialty/);
    assert.match(item?.text ?? '', /: Family Practice, Physical Medicine (?:and|&) Rehabilitation\n/);
  });

  test('nothing inside of an entry', () => assert.deepEqual(labels(states('Nev|ada')), []));
});

describe('guideline statements', () => {
  test('begin as the form does', () => {
    assert.ok(labels(claims(' |')).includes('Decision based on MTUS'));
    assert.ok(labels(claims(' |')).some((label) => label.startsWith('The Claims Administrator did not cite')));
    assert.equal(
      taken(claims(' Decision b|'), 'Decision based on MTUS', 'Claims Admin').trim(),
      'Claims Administrator guideline: Decision based on MTUS',
    );
    assert.ok(labels(claims(' Decision based on |')).includes('MTUS'));
  });

  test('chapters with their year', () => {
    const line = 'Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009';
    for (const typed of ['', 'Chronic', 'chronic pain med', 'Medical Tr'])
      assert.equal(
        taken(
          claims(` Decision based on MTUS ${typed}|`),
          'Chronic Pain Medical Treatment 2009',
          'Claims Admin',
        ).trim(),
        line,
        typed,
      );
    assert.deepEqual(labels(claims(' Decision based on MTUS Chronic Pain Medical Treatment 2009|')), [', Section(s):']);
  });

  test('the chapter in force at the letter’s date comes first', () => {
    const text = (samples.get('credentials-2015-layout.imr.txt') ?? '').replace(
      'MTUS Neck and Upper Back Complaints 2004',
      'MTUS |',
    );
    const line = text.slice(0, text.indexOf('|') + 1);
    const rest = text.slice(line.length).replace(/^[^M]*(?=MAXIMUS)/, '\n\n');
    const [first] = offered(line + rest);
    assert.match(first?.detail ?? '', /^in force on the UR denial date, 2016-10-13$/);
  });

  test('topics of the chosen chapter, with their pages beside', () => {
    const text = claims(' Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzo|');
    assert.match(offered(text).find(({ label }) => label === 'Benzodiazepines')?.detail ?? '', /^page 24/);
    assert.match(taken(text, 'Benzodiazepines', 'Claims Admin'), /Section\(s\): Benzodiazepines\s*$/);
  });

  test('topics behind a comma, though names of topics hold commas', () => {
    const text = claims(
      ' Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines, Opioids, crit|',
    );
    assert.match(
      taken(text, 'Opioids, criteria for use', 'Claims Admin'),
      /Section\(s\): Benzodiazepines, Opioids, criteria for use\s*$/,
    );
    assert.ok(!labels(text.replace('Opioids, crit|', '|')).includes('Benzodiazepines'));
  });

  test('a phrase that began on the line before is finished on this one', () => {
    const text = claims(' Decision based on MTUS Chronic Pain\nMedical Tr|');
    assert.match(
      offered(text).find(({ label }) => label === 'Chronic Pain Medical Treatment 2009')?.text ?? '',
      /MTUS Chronic Pain\nMedical Treatment 2009\n/,
    );
  });

  test('chapters and topics of the Official Disability Guidelines', () => {
    const odg = ' Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)';
    assert.match(taken(claims(`${odg}, Sho|`), 'Shoulder', 'Claims Admin'), /\(ODG\), Shoulder\s*$/);
    assert.match(taken(claims(`${odg},|`), 'Low Back', 'Claims Admin'), /\(ODG\), Low Back\s*$/);
    assert.ok(labels(claims(`${odg}, Pain Chapter, |`)).length > 5);
    assert.deepEqual(labels(claims(' Decision based on Non-MTUS Citation a web page |')), []);
    for (const name of ['ODG', 'Official Disability Guidelines'])
      assert.match(
        taken(claims(` Decision based on Non-MTUS Citation ${name}, Sho|`), 'Shoulder', 'Claims'),
        /Shoulder/,
      );
    assert.equal(labels(claims(`${odg}, |`))[0], 'Ankle & Foot', 'chapters before the other parts');
  });

  test('chapters without a year and their topics right behind, in the form of 2014', () => {
    const claims2014 = (typed: string) =>
      textOf(changed(LETTER_2014, 'claims-1', /guideline:.*$/, `guideline: Decision based on MTUS ${typed}`));
    const chronic = 'Chronic Pain Treatment Guidelines';
    assert.match(taken(claims2014('Chronic|'), chronic, 'Claims Admin'), /MTUS Chronic Pain Treatment Guidelines$/m);
    assert.match(
      taken(claims2014('low back|'), 'ACOEM Practice Guidelines, Chapter 12 Low Back Complaints', 'Claims Admin'),
      /MTUS ACOEM Practice Guidelines, Chapter 12 Low Back Complaints$/m,
    );
    assert.ok(labels(claims2014('|')).every((label) => !/\b(?:19|20)\d\d$/.test(label)));
    assert.match(
      taken(claims2014(`${chronic} benzo|`), 'Benzodiazepines', 'Claims Admin'),
      /Guidelines Benzodiazepines$/m,
    );
    assert.ok(labels(claims2014(`${chronic} Benzodiazepines, |`)).includes('Weaning of medications'));
    assert.deepEqual(labels(claims2014(`${chronic} Benzodiazepines Page(s): |`)), []);
  });

  test('what begins as typed comes before what has it for a later word', () => {
    const found = labels(claims(' Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): opio|'));
    assert.equal(found[0], 'Opioids');
    assert.ok(found.includes('Chronic pain programs, opioids'));
  });

  test('another chapter or sentence behind one that is whole', () => {
    const cited = ' Decision based on MTUS Eye 2004, Section(s): Summary';
    assert.deepEqual(labels(claims(`${cited}. |`)).slice(0, 1), ['Decision based on MTUS']);
    assert.ok(
      labels(claims(' Decision based on MTUS Low Back Complaints 2004, and Kn|')).includes('Knee Complaints 2004'),
    );
    assert.deepEqual(labels(claims(`${cited}. The patient |`)), []);
  });
});

describe('headings and labels', () => {
  for (const style of Object.keys(STYLES) as Style[]) {
    test(`what an issue lacks, at a line of its own: ${style}`, () => {
      const blocks = without(LETTER_2015, 'maximus-1');
      const at = (typed: string) =>
        textOf([...blocks.slice(0, 10), { id: 'here', lines: [`${typed}|`] }, ...blocks.slice(10)], style);
      const [before] = blocks.slice(9);
      assert.equal(before?.id, 'claims-1');
      assert.equal(taken(at(''), 'MAXIMUS guideline:', 'MAXIMUS guid').split('\n')[0]?.trim(), 'MAXIMUS guideline:');
      assert.deepEqual(labels(at('')), ['MAXIMUS guideline:']);
    });
  }

  test('the next label, and the one that is begun', () => {
    const blocks = without(LETTER_2015, 'claims-2', 'maximus-2', 'rationale-2');
    const text = `${textOf(blocks, 'spaced')}\n`;
    assert.ok(!labels(`${text}|`).includes('IMR ISSUES, DECISIONS AND RATIONALES'));
    assert.deepEqual(labels(`${textOf(without(LETTER_2015, 'rationale-2'), 'spaced')}\n|`), ['Decision rationale:']);
    assert.deepEqual(labels(`${textOf(without(LETTER_2015, 'rationale-2'), 'spaced')}\nDecision r|`), [
      'Decision rationale:',
    ]);
  });

  test('the headings that a letter lacks, in their place', () => {
    const blocks = without(LETTER_2015, 'summary-heading', 'summary-introduction', 'summary');
    const index = blocks.findIndex(({ id }) => id === 'issues-heading');
    const at = (position: number) =>
      labels(textOf([...blocks.slice(0, position), { id: 'here', lines: ['|'] }, ...blocks.slice(position)], 'spaced'));
    assert.ok(at(index).includes('CLINICAL CASE SUMMARY'));
    assert.ok(!at(blocks.length).includes('CLINICAL CASE SUMMARY'));
    assert.ok(!at(0).includes('CLINICAL CASE SUMMARY'));
  });

  test('a label of the credentials', () => {
    const text = textOf(LETTER_2015).replace('Certification(s)/Specialty: Family Practice', '|');
    assert.deepEqual(labels(text), ['Certification(s)/Specialty:']);
  });

  test('nothing in a text that is no letter', () => {
    for (const text of ['|', 'Cl|', 'Dear all,|', 'To: |']) assert.deepEqual(labels(text), [], text);
  });
});
