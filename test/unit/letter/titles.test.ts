import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Decision, Issue } from '../../../server/src/letter/model.ts';
import { at, issueOf, issueText, letterOf, letterText, valueOf, withIssues, wrap } from './write.ts';

const itemOf = (title: string): readonly [item: string | null, decision: Decision | null] => {
  const { item, decision } = issueOf({ title });
  return [valueOf(item), valueOf(decision)];
};

const tables = (issues: readonly Issue[]): readonly (readonly [string | null, Decision | null, string | null])[] =>
  issues.map(({ item, decision, rationale }) => [valueOf(item), valueOf(decision), rationale?.value ?? null]);

describe('the last colon of a title parts item and decision', () => {
  for (const [title, item, decision] of [
    ['Paraffin bath: Upheld', 'Paraffin bath', 'upheld'],
    ['Paraffin bath: Overturned', 'Paraffin bath', 'overturned'],
    ['Paraffin bath:  Upheld', 'Paraffin bath', 'upheld'],
    ['Paraffin bath is: Upheld', 'Paraffin bath', 'upheld'],
    ['Two paraffin baths are: Upheld', 'Two paraffin baths', 'upheld'],
    ['This is: Upheld', 'This', 'upheld'],
    ['Paris: Upheld', 'Paris', 'upheld'],
    ['Labs to include: EKG: Upheld', 'Labs to include: EKG', 'upheld'],
    ['Baths, DOS: 11/14/16: Upheld', 'Baths, DOS: 11/14/16', 'upheld'],
    ['Bath (DOS 12/29/16): Upheld', 'Bath (DOS 12/29/16)', 'upheld'],
    ['Retrospective bath, DOS 1/2/16; 1/9/16: Upheld', 'Retrospective bath, DOS 1/2/16; 1/9/16', 'upheld'],
    ['Retro: bath (11/14/2016): Overturned', 'Retro: bath (11/14/2016)', 'overturned'],
    ['Associated surgical service: Sling: Upheld', 'Associated surgical service: Sling', 'upheld'],
    [
      'Associated Surgical Services: Pre-op labs: CBC, BMP: Overturned',
      'Associated Surgical Services: Pre-op labs: CBC, BMP',
      'overturned',
    ],
    ['Post-op therapy 2x6: Upheld', 'Post-op therapy 2x6', 'upheld'],
    ['Naproxen 550mg #60 with 2 refills: Upheld', 'Naproxen 550mg #60 with 2 refills', 'upheld'],
    ['Hydrocodone/APAP 10/325mg, #90: Upheld', 'Hydrocodone/APAP 10/325mg, #90', 'upheld'],
    ['Cream 10% (A; B): Upheld', 'Cream 10% (A; B)', 'upheld'],
    ['Bath "for home use": Upheld', 'Bath "for home use"', 'upheld'],
    ['Bath “for home”; ‘large’: Upheld', 'Bath “for home”; ‘large’', 'upheld'],
    ['Bath, x. Sessions. 2 vs. 3: Upheld', 'Bath, x. Sessions. 2 vs. 3', 'upheld'],
    ['Ratio 1:2: Upheld', 'Ratio 1:2', 'upheld'],
    ['Review of the decision that was upheld: Overturned', 'Review of the decision that was upheld', 'overturned'],
    ['Bath: Modified', 'Bath', 'modified'],
    ['Bath: Partially Overturned', 'Bath', 'modified'],
    ['Bath: Upheld in part', 'Bath', 'modified'],
  ] as const) {
    test(title, () => {
      assert.deepEqual(itemOf(title), [item, decision]);
      assert.deepEqual(itemOf(title.replaceAll(' ', '  ')), [item, decision], 'with double blanks');
    });
  }
});

describe('a title over several lines', () => {
  const words =
    'Paraffin bath, one, for the left wrist and the right hand, with a bag of wax of six pounds, for home use';

  for (let lines = 1; lines <= 8; lines++) {
    test(`${lines}`, () => {
      const list = words.split(' ');
      const size = Math.ceil(list.length / lines);
      const title = Array.from({ length: lines }, (_, i) => list.slice(i * size, (i + 1) * size).join(' '))
        .filter((line) => line !== '')
        .join('\n');
      for (const end of [': Upheld', ':\nUpheld', ' is:\nUpheld', ' is: Upheld', ':\n\nUpheld', ':\n\fUpheld']) {
        const { issues } = withIssues(
          issueText(),
          issueText({ title: title + end, maximus: 'MAXIMUS guideline: None.' }),
        );
        assert.deepEqual(
          issues.map(({ item, decision }) => [valueOf(item), valueOf(decision)]),
          [
            ['Paraffin bath for home use', 'overturned'],
            [words, 'upheld'],
          ],
          JSON.stringify(end),
        );
      }
    });
  }

  test('is kept as printed, with its place', () => {
    const letter = withIssues(issueText({ title: 'Paraffin bath,\nlarge is:\nUpheld' }));
    const [issue] = letter.issues;
    assert.equal(issue?.title?.value, 'Paraffin bath, large is: Upheld');
    assert.equal(at(letter, issue.title.span), 'Paraffin bath,\nlarge is:\nUpheld');
    assert.equal(issue.item && at(letter, issue.item.span), 'Paraffin bath,\nlarge');
    assert.equal(issue.decision && at(letter, issue.decision.span), 'Upheld');
    assert.equal(issue.decision?.printed, 'Upheld');
  });
});

const CARVE_OUTS = [
  {
    title:
      'Therapy, 14 visits was the original request. Therapy, 8 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, therapy, 6 visits is: Upheld',
    item: 'therapy, 6 visits',
    originalRequest: 'Therapy, 14 visits',
    authorized: 'Therapy, 8 visits',
  },
  {
    title:
      'Therapy, 14 visits were the original request. 8 visits were authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, 6 visits are: Overturned',
    item: '6 visits',
    originalRequest: 'Therapy, 14 visits',
    authorized: '8 visits',
  },
  {
    title:
      'Wrist brace, custom was the original request. The Claims Administrator authorized a wrist brace, leaving the original request IMR eligible. The original request, wrist brace, custom is: Upheld',
    item: 'wrist brace, custom',
    originalRequest: 'Wrist brace, custom',
    authorized: 'a wrist brace',
  },
  {
    title:
      'Norco 10/325mg. #90 was the original request. Norco 10/325mg. #60 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg. #30: Upheld',
    item: 'Norco 10/325mg. #30',
    originalRequest: 'Norco 10/325mg. #90',
    authorized: 'Norco 10/325mg. #60',
  },
  {
    title:
      'Labs: CBC; BMP was the original request. CBC was approved by the Claims Administrator. The remaining IMR eligible portion of the original request, labs: BMP is: Upheld',
    item: 'labs: BMP',
    originalRequest: 'Labs: CBC; BMP',
    authorized: 'CBC',
  },
];

describe('carve-outs', () => {
  for (const { title, item, originalRequest, authorized } of CARVE_OUTS) {
    test(item, () => {
      for (const printed of [
        title,
        title.replaceAll('. ', '.\n'),
        title.replaceAll(' ', '\n'.repeat(1)).slice(0, 0) || title,
      ]) {
        const { issues } = withIssues(issueText(), issueText({ title: printed }));
        assert.equal(issues.length, 2);
        const issue = issues[1];
        assert.equal(valueOf(issue?.item), item);
        assert.equal(valueOf(issue?.originalRequest), originalRequest);
        assert.equal(valueOf(issue?.authorized), authorized);
        assert.equal(issues[0]?.rationale?.value, 'Heat may be tried at home. The request is medically necessary.');
      }
    });
  }

  for (const { title, item, originalRequest, authorized } of CARVE_OUTS) {
    test(`${item}, at any width`, () => {
      for (let width = 36; width <= 110; width++) {
        for (const page of ['', '\n4\n\f', '\n\n\f']) {
          const printed = wrap(title, width).replace('\n', page || '\n');
          const [first, issue, more] = withIssues(issueText(), issueText({ title: printed })).issues;
          assert.equal(valueOf(issue?.item), item, printed);
          assert.equal(valueOf(issue?.originalRequest), originalRequest, printed);
          assert.equal(valueOf(issue?.authorized), authorized, printed);
          assert.equal(
            first?.rationale?.value,
            'Heat may be tried at home. The request is medically necessary.',
            printed,
          );
          assert.equal(more, undefined);
        }
      }
    });
  }

  test('an item that is none has neither', () => {
    const { originalRequest, authorized } = issueOf({ title: 'Original request for a bath: Upheld' });
    assert.deepEqual([originalRequest, authorized], [null, null]);
  });
});

/** Ways in which a letter is set. */
const SETTINGS: Readonly<Record<string, (text: string) => string>> = {
  'no blank lines': (text) => text,
  'blank lines between paragraphs': (text) => text.replaceAll('\n', '\n\n'),
  'double spaced': (text) => text.replaceAll('\n', ' \n\n'),
  'double spaced with lines of one blank': (text) => text.replaceAll('\n', ' \n\n \n\n'),
  indented: (text) => text.replaceAll('\n', '\n      '),
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with CR': (text) => text.replaceAll('\n', '\r'),
  'in one line': (text) => text.replaceAll('\n', ' '),
  'in one line, with page breaks': (text) =>
    text.replace(/\n(?=Second|Claims|MAXIMUS g)/g, '\n\f').replaceAll('\n', ' '),
  'form feeds before labels': (text) => text.replace(/^(?=Claims|MAXIMUS g|Decision r)/gm, '\f'),
  'form feeds before titles': (text) => text.replace(/^(?=Second|Third)/gm, '\f'),
};

describe('several issues', () => {
  const issues = [
    issueText({ title: 'First bath: Upheld' }),
    issueText({ title: 'Second bath: Overturned', rationale: 'Decision rationale: Not yet (see above).' }),
    issueText({ title: 'Third bath, with: a lid: Upheld', rationale: 'Decision rationale: He asked "why?"' }),
  ].join('\n');

  for (const [setting, set] of Object.entries(SETTINGS)) {
    test(setting, () => {
      assert.deepEqual(tables(letterOf(set(letterText({ issues }))).issues), [
        ['First bath', 'upheld', 'Heat may be tried at home. The request is medically necessary.'],
        ['Second bath', 'overturned', 'Not yet (see above).'],
        ['Third bath, with: a lid', 'upheld', 'He asked "why?"'],
      ]);
    });
  }

  test('a rationale without its final full stop, above a blank line', () => {
    const rationale = 'Decision rationale: Heat may be tried. The request is not medically necessary';
    const text = [issueText({ rationale }, '\n\n'), issueText({ title: 'Second bath: Upheld' }, '\n\n')].join('\n\n');
    assert.deepEqual(
      tables(letterOf(letterText({ issues: text }, '\n\n')).issues).map(([item]) => item),
      ['Paraffin bath for home use', 'Second bath'],
    );
  });

  test('a rationale without its final full stop, without blank lines', () => {
    for (const end of [
      'is not medically necessary',
      'is not medically necessary at this time',
      'cannot be considered medically necessary per the guidelines',
      'is not a medical necessity to the patient at this time',
      'is not\nmedically necessary',
      'is medically necessary and appropriate',
    ]) {
      const rationale = `Decision rationale: Heat may be tried.\nThe request\n${end}`;
      assert.deepEqual(
        withIssues(issueText({ rationale }), issueText({ title: 'Second bath,\nlarge: Upheld' })).issues.map(
          ({ item }) => valueOf(item),
        ),
        ['Paraffin bath for home use', 'Second bath, large'],
      );
    }
  });

  test('a carve-out on the line of the rationale before it is whole', () => {
    const title =
      'Two baths was the original request. A bath was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, a second bath is: Upheld';
    const { issues: read } = withIssues(issueText({}), issueText({ title }));
    const text = letterText({ issues: [issueText({}), issueText({ title })].join('\n') }).replaceAll('\n', ' ');
    assert.deepEqual(
      letterOf(text).issues.map(({ item, originalRequest }) => [valueOf(item), valueOf(originalRequest)]),
      read.map(({ item, originalRequest }) => [valueOf(item), valueOf(originalRequest)]),
    );
    assert.equal(valueOf(read[1]?.originalRequest ?? null), 'Two baths');
  });

  test('a rationale that ends in a list, a bracket or a reference', () => {
    for (const end of ['(see above).', '"why."', 'no [2].', 'no.)', 'No!']) {
      const rationale = `Decision rationale: Heat may be tried. ${end}`;
      assert.deepEqual(
        withIssues(issueText({ rationale }), issueText({ title: 'Second bath: Upheld' })).issues.map(({ item }) =>
          valueOf(item),
        ),
        ['Paraffin bath for home use', 'Second bath'],
        end,
      );
    }
  });

  test('are numbered from one, side by side, each inside its section', () => {
    const letter = letterOf(letterText({ issues }));
    const section = letter.sections.find(({ id }) => id === 'issues');
    letter.issues.forEach(({ number, span }, i) => {
      assert.equal(number, i + 1);
      assert.ok(section && section.span.start <= span.start && span.end <= section.span.end);
      assert.ok(span.end <= (letter.issues[i + 1]?.span.start ?? Infinity));
    });
    assert.deepEqual(
      letter.issues.map(({ span }) => at(letter, span).split(':')[0]),
      ['First bath', 'Second bath', 'Third bath, with'],
    );
  });
});

describe('what is no title', () => {
  for (const line of [
    'The decision was: Upheld',
    'In 2015 the request was Overturned',
    'It is one of three: Upheld, Overturned, or neither.',
  ]) {
    test(`in a rationale: ${line}`, () => {
      const rationale = `Decision rationale: Heat may be tried.\n${line}\nand so on. The request is not medically necessary.`;
      const { issues } = withIssues(issueText({ rationale }), issueText({ title: 'Second bath: Upheld' }));
      assert.equal(issues.length, 2);
    });
  }
});
