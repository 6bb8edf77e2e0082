import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentLinks } from '../../../server/src/features/links.ts';
import { offsetAt } from '../../../server/src/text/lines.ts';
import { letterOf, spanIn } from './build.ts';

/** Every link as `printed -> target`. */
const drawn = (text: string, furniture: readonly string[] = []): readonly string[] => {
  const letter = letterOf(text, { furniture: furniture.map((part) => spanIn(text, part)) });
  return documentLinks(letter).map(({ range: { start, end }, target }) => {
    const from = offsetAt(letter.lines, start.line, start.character);
    const printed = text.slice(from, offsetAt(letter.lines, end.line, end.character));
    return `${printed.replace(/\s+/g, '|')} -> ${target}`;
  });
};

const T8 = 'https://www.dir.ca.gov/t8/';
const LAB = 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=';

describe('sections of the law', () => {
  for (const [text, printed, page] of [
    ['under 8 CCR 9792.23.5(a).', '8|CCR|9792.23.5(a)', `${T8}9792_23_5.html`],
    ['as in section 9792.24.2.', 'section|9792.24.2', `${T8}9792_24_2.html`],
    ['as in Section\n9792.20f, too', 'Section|9792.20', `${T8}9792_20.html`],
    ['MTUS - 8 C.C.R. §9792.24.4', '8|C.C.R.|§9792.24.4', `${T8}9792_24_4.html`],
    [
      'Title 8, California Code of Regulations, section 9792.21.',
      'Title|8,|California|Code|of|Regulations,|section|9792.21',
      `${T8}9792_21.html`,
    ],
    ['MTUS 9792.23.5 says', '9792.23.5', `${T8}9792_23_5.html`],
    ['Labor Code Section 4610.6(h)', 'Labor|Code|Section|4610.6(h)', `${LAB}4610.6.`],
    ['Lab. Code § 139.5', 'Lab.|Code|§|139.5', `${LAB}139.5.`],
    ['LC 4610.5.', 'LC|4610.5', `${LAB}4610.5.`],
    ['California Labor Code, sections 4610', 'California|Labor|Code,|sections|4610', `${LAB}4610.`],
    ['8 CCR 10136(b)(1)', '8|CCR|10136(b)(1)', `${T8}10136.html`],
    ['Cal. Code Regs., tit. 8, § 9785', 'Cal.|Code|Regs.,|tit.|8,|§|9785', `${T8}9785.html`],
    ['CCR, Title 8, Section 9792.6.1', 'CCR,|Title|8,|Section|9792.6.1', `${T8}9792_6_1.html`],
    ['§§ 9785', '§§|9785', `${T8}9785.html`],
  ] as const) {
    test(text.replace(/\s+/g, ' '), () => assert.deepEqual(drawn(text), [`${printed} -> ${page}`]));
  }

  test('other numbers are none', () => {
    for (const text of [
      '9792',
      '$9792.50',
      'call 9768-1234',
      'claim 9792.20.1.5.2.7',
      'LC 45',
      'Labor Code',
      'page 9785',
      '1.9792.20.1',
      '10 CCR 2695.2',
      'CCR 2695',
      'section 4 of 9785 files',
    ])
      assert.deepEqual(drawn(text), [], text);
  });
});

describe('articles', () => {
  test('are told by their PubMed number', () => {
    const target = 'https://pubmed.ncbi.nlm.nih.gov/12345678/';
    assert.deepEqual(drawn('(PMID: 12345678)'), [`PMID:|12345678 -> ${target}`]);
    assert.deepEqual(drawn('PubMed ID 12345678.'), [`PubMed|ID|12345678 -> ${target}`]);
    assert.deepEqual(drawn('PMID 12 and 123456789'), []);
    assert.deepEqual(drawn('PubMed 2015'), []);
  });

  test('are told by their PubMed Central number or DOI', () => {
    assert.deepEqual(drawn('PMC1234567, doi: 10.1000/xyz.12.'), [
      'PMC1234567 -> https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/',
      'doi:|10.1000/xyz.12 -> https://doi.org/10.1000/xyz.12',
    ]);
    assert.deepEqual(drawn('https://doi.org/10.1000/xyz'), [
      'https://doi.org/10.1000/xyz -> https://doi.org/10.1000/xyz',
    ]);
  });
});

describe('addresses', () => {
  test('end before the marks that close a sentence or a bracket', () => {
    assert.deepEqual(drawn('(see http://example.org/a_(b).html), and "www.example.org."'), [
      'http://example.org/a_(b).html -> http://example.org/a_(b).html',
      'www.example.org -> https://www.example.org',
    ]);
    assert.deepEqual(drawn('(www.example.org/x)'), ['www.example.org/x -> https://www.example.org/x']);
    assert.deepEqual(drawn('at dir.ca.gov/dwc now'), ['dir.ca.gov/dwc -> https://dir.ca.gov/dwc']);
  });

  for (const [name, text, target] of [
    [
      'behind a hyphen',
      'http://example.org/rules-and-\nGuidance/R1.pdf. Next',
      'http://example.org/rules-and-Guidance/R1.pdf',
    ],
    ['behind a slash', 'http://example.org/rules/\ndrug.html. Next', 'http://example.org/rules/drug.html'],
    [
      'within a word',
      'http://example.org/cpb/medical/da \n\nta/100/0181.html.',
      'http://example.org/cpb/medical/data/100/0181.html',
    ],
    ['twice', 'http://example.org/a/b-\r\nc/d-\r\ne.html', 'http://example.org/a/b-c/d-e.html'],
  ] as const) {
    test(`divided by a line end ${name} are taken whole, over their lines`, () => {
      const printed = text.replace(/\.? ?Next$|\.$/, '').replace(/\s+/g, '|');
      assert.deepEqual(drawn(text), [`${printed} -> ${target}`]);
    });
  }

  test('a page number between the lines is no part of one', () => {
    assert.deepEqual(drawn('http://example.org/a-\n\n7\n\nb.html', ['7']), [
      'http://example.org/a-|7|b.html -> http://example.org/a-b.html',
    ]);
  });

  test('a hyphen at a line end stays, though the letter writes the word without it', () => {
    assert.deepEqual(drawn('skillednursing. http://example.org/skilled-\nnursing'), [
      'http://example.org/skilled-|nursing -> http://example.org/skilled-nursing',
    ]);
  });

  test('a sentence that begins in the next line is no part of one', () => {
    for (const next of ['The request', 'and so on', 'and/or not', 'See www.'])
      assert.deepEqual(drawn(`www.example.org/\n${next}`).slice(0, 1), [
        'www.example.org/ -> https://www.example.org/',
      ]);
    assert.deepEqual(drawn('www.example.org\nand/or'), ['www.example.org -> https://www.example.org']);
  });

  test('open pages of the web only, under a plain host name', () => {
    for (const text of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://',
      'https://user@example.org/',
      'http://localhost',
      'www.',
      'mailto:a@b.org',
    ])
      assert.deepEqual(drawn(text), [], text);
  });

  test('a section number within an address is the address’s', () => {
    assert.deepEqual(drawn('https://www.dir.ca.gov/t8/9792.24.2'), [
      'https://www.dir.ca.gov/t8/9792.24.2 -> https://www.dir.ca.gov/t8/9792.24.2',
    ]);
  });
});
