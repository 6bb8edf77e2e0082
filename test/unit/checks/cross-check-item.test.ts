import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkLetter, fixesFor, type Problem } from '../../../server/src/checks/index.ts';
import { onlyLetter } from './fixing.ts';
import { type Block, LETTER_2015, STYLES, type Style, textOf } from './letters.ts';

interface Told {
  readonly item: string;
  readonly rationale: string;
  readonly decision?: string;
}

/** The letter with another second issue. */
const blocksWith = ({ item, rationale, decision = 'Upheld' }: Told): readonly Block[] =>
  LETTER_2015.map((block) => {
    if (block.id === 'title-2') return { id: block.id, lines: [`${item}: ${decision}`] };
    return block.id === 'rationale-2' ? { id: block.id, lines: [`Decision rationale: ${rationale}`] } : block;
  });

const found = (text: string): readonly Problem[] =>
  checkLetter(onlyLetter(text)).filter(({ code }) => code.startsWith('cross-check.'));

const marked = (text: string): readonly string[] =>
  found(text).map(({ code, severity, span }) => `${code} ${severity} ${text.slice(span.start, span.end)}`);

interface Slip extends Told {
  /** The last part of the code, what is marked, and what it is changed to. */
  readonly finds: readonly [kind: string, printed: string, reading: string | null];
}

const SLIPS: readonly Slip[] = [
  {
    item: 'Tramadol 50 mg #60',
    rationale: 'The request for Tramadol 150 mg is not medically necessary.',
    finds: ['strength', '150', '50'],
  },
  {
    item: 'Alprazolam 0.5mg',
    rationale: 'He took 2 mg a day. Therefore alprazolam 0.25mg is not medically necessary.',
    finds: ['strength', '0.25', '0.5'],
  },
  {
    item: 'Tramadol 50 mg #60',
    rationale: 'Tramadol 50 mg #90 is not medically necessary.',
    finds: ['quantity', '90', '60'],
  },
  {
    item: 'MRI of the left knee',
    rationale: 'The right knee bends well. The scan is not medically necessary.',
    finds: ['side', 'right', 'left'],
  },
  {
    item: 'Right wrist brace',
    rationale: 'Left wrist pain has gone. The brace is not medically necessary.',
    finds: ['side', 'Left', 'Right'],
  },
  {
    item: 'Epidural steroid injection at L4-5',
    rationale: 'The image shows L5-S1 narrowed. The injection at L3-L4 is not medically necessary.',
    finds: ['level', 'L3-L4', 'L4-5'],
  },
  {
    item: 'Tramadol 50 mg #60',
    rationale: 'Pain is no better. Naproxen is not medically necessary.',
    finds: ['drug', 'Naproxen is not medically necessary', null],
  },
];

describe('an issue and its rationale', () => {
  for (const { finds, ...told } of SLIPS) {
    const [kind, printed, reading] = finds;
    for (const style of Object.keys(STYLES) as Style[]) {
      for (const lineBreak of ['\n', '\r\n'] as const) {
        test(`${kind}: ${printed}, ${style} ${JSON.stringify(lineBreak)}`, () => {
          const text = textOf(blocksWith(told), style, lineBreak);
          assert.deepEqual(marked(text), [`cross-check.item-${kind} information ${printed}`]);
          const [problem] = found(text);
          assert.ok(problem);
          assert.equal(problem.reading ?? null, reading);
          const other = problem.related?.[0]?.span;
          assert.ok(other && other.end <= problem.span.start, 'the item is shown beside it');
          for (const { span, text: put } of fixesFor(problem, onlyLetter(text))[0]?.edits ?? [])
            assert.deepEqual(marked(text.slice(0, span.start) + put + text.slice(span.end)), [], 'nothing is left');
        });
      }
    }
  }

  const SOUND: readonly Told[] = [
    { item: 'Tramadol 50 mg #60', rationale: 'He had 150 mg. Tramadol 50 mg #60 is not medically necessary.' },
    { item: 'Tramadol 50 mg #60', rationale: 'Of 100 mg and 50 mg, neither is medically necessary.' },
    { item: 'Norco 10/325 mg #60', rationale: 'Norco 5/325 mg is not medically necessary.' },
    { item: 'Tramadol 50-100 mg', rationale: 'Tramadol 100 mg is not medically necessary.' },
    { item: 'Tramadol 50.0 mg', rationale: 'Tramadol 50 mg is not medically necessary.' },
    { item: 'Tramadol 50 mg #60', rationale: 'He had #90 in May. The request is not medically necessary.' },
    { item: 'Tramadol 50 mg #60', rationale: 'Of #90 and #60, #60 is not medically necessary.' },
    {
      item: 'Tramadol 50 mg #60',
      rationale: 'The request, #30 of which is medically necessary.',
      decision: 'Modified',
    },
    { item: 'MRI of the left knee', rationale: 'The right to appeal. The left knee is stiff. It is not necessary.' },
    { item: 'MRI of the left knee', rationale: 'Work is on the right. The scan is not medically necessary.' },
    { item: 'MRI of both knees', rationale: 'The right knee is stiff. The scan is not medically necessary.' },
    { item: 'MRI of the left knee', rationale: 'Bilateral knee pain. The right knee is stiff.' },
    { item: 'Fusion L4-5', rationale: 'The image shows L3-4 narrowed. The surgery is not medically necessary.' },
    { item: 'Fusion L4-5', rationale: 'The fusion of L4-L5 is not medically necessary.' },
    { item: 'Fusion L4-5 and L5-S1', rationale: 'The fusion at L4-5-S1 is not medically necessary.' },
    { item: 'Klonopin 0.5 mg', rationale: 'Clonazepam is not medically necessary.' },
    { item: 'Tramadol 50 mg', rationale: 'Tramadol failed. As naproxen helps, it is not medically necessary.' },
    { item: 'Tramadol ER', rationale: 'Ultracet is not medically necessary.' },
    { item: 'Gym membership', rationale: 'Naproxen 250 mg #20 helps. The gym is not medically necessary.' },
  ];
  for (const told of SOUND) {
    test(`nothing: ${told.item} · ${told.rationale}`, () => {
      for (const style of Object.keys(STYLES) as Style[])
        assert.deepEqual(marked(textOf(blocksWith(told), style)), [], style);
    });
  }

  test('a page footer within the sentence', () => {
    const lines = [
      'Decision rationale: The request for tramadol',
      '',
      'Page 2 of 3',
      '\f',
      '150 mg is not medically necessary.',
    ];
    const text = textOf(
      blocksWith({ item: 'Tramadol 50 mg', rationale: '' }).map((block) =>
        block.id === 'rationale-2' ? { id: block.id, lines } : block,
      ),
    );
    assert.deepEqual(marked(text), ['cross-check.item-strength information 150']);
  });
});
