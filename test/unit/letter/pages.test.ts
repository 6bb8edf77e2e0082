import { describe } from 'node:test';
import { check, type Row } from './citing.ts';

describe('pages, in every spelling', () => {
  const pages = (printed: string, ...list: readonly (readonly [number, number])[]): Row => ({
    text: `Decision based on MTUS Chronic Pain Treatment Guidelines Benzodiazepines ${printed}.`,
    cited: [{ guideline: 'Chronic Pain Treatment Guidelines', sections: ['Benzodiazepines'], pages: list }],
  });
  for (const row of [
    pages('Page(s): 24', [24, 24]),
    pages('Page(s) 24', [24, 24]),
    pages('Page(s):24', [24, 24]),
    pages('Pages: 24', [24, 24]),
    pages('Page 24', [24, 24]),
    pages('page 24', [24, 24]),
    pages('pg. 24', [24, 24]),
    pages('pg 24', [24, 24]),
    pages('pgs. 24-25', [24, 25]),
    pages('p. 24', [24, 24]),
    pages('p 24', [24, 24]),
    pages('pp. 24-26', [24, 26]),
    pages(', page 24', [24, 24]),
    pages('(page 24)', [24, 24]),
    pages('Page(s): 303-305', [303, 305]),
    pages('Page(s): 303 - 305', [303, 305]),
    pages('Page(s): 303–305', [303, 305]),
    pages('Page(s): 303 to 305', [303, 305]),
    pages('Pages 303 through 305', [303, 305]),
    pages('Page(s): 78, 80, 124', [78, 78], [80, 80], [124, 124]),
    pages('Page(s): 78,80', [78, 78], [80, 80]),
    pages('Page(s): 66; 7', [66, 66], [7, 7]),
    pages('Page(s): 78 and 80', [78, 78], [80, 80]),
    pages('Page(s): 78, 80, and 124', [78, 78], [80, 80], [124, 124]),
    pages('Page(s): 78 & 80', [78, 78], [80, 80]),
    pages('Page(s): 78-80, 124-127', [78, 80], [124, 127]),
    pages('Page(s): 24 of 127', [24, 24]),
    pages('Pages 78-80 of 127, 124 of 127', [78, 80], [124, 124]),
  ])
    check(row);

  for (const row of [
    {
      text: 'Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 78, 80, 124.',
      cited: [
        {
          guideline: 'Chronic Pain Treatment Guidelines',
          pages: [
            [78, 78],
            [80, 80],
            [124, 124],
          ],
        },
      ],
    },
    {
      text: 'Decision based on MTUS Chronic Pain Treatment Guidelines NSAIDs, GI symptoms & cardiovascular risk Page(s): 68-69, Opioids Page(s): 78.',
      cited: [
        {
          guideline: 'Chronic Pain Treatment Guidelines',
          sections: ['NSAIDs, GI symptoms & cardiovascular risk', 'Opioids'],
          pages: [
            [68, 69],
            [78, 78],
          ],
        },
      ],
    },
    {
      text: 'Decision based on MTUS ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.',
      cited: [{ guideline: 'ACOEM Practice Guidelines, Chapter 12 Low Back Complaints', pages: [[303, 305]] }],
    },
    {
      text: 'Decision based on MTUS 9792.20f Page(s): 66; 7.',
      cited: [
        {
          guideline: '9792.20f',
          pages: [
            [66, 66],
            [7, 7],
          ],
        },
      ],
    },
    { text: 'Decision based on MTUS ACOEM Page(s): 127.', cited: [{ guideline: 'ACOEM', pages: [[127, 127]] }] },
    {
      text: 'Decision based on MTUS Acupuncture Treatment Guidelines Page(s): 8-9.',
      cited: [{ guideline: 'Acupuncture Treatment Guidelines', pages: [[8, 9]] }],
    },
    {
      text: 'Decision based on MTUS Postsurgical Treatment Guidelines.',
      cited: [{ guideline: 'Postsurgical Treatment Guidelines' }],
    },
  ] satisfies readonly Row[])
    check(row);
});
