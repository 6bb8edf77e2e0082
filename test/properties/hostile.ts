import { samples } from './letters.ts';

const sample = [...samples.values()].join('\f');
const [one = ''] = samples.values();
const until = (mark: string): string => one.slice(0, one.indexOf(mark));
const repeat = (piece: string, times: number): string => piece.repeat(times);

/**
 * Texts by name, each of a size that grows with `size`: letters, and what a pattern that looks back or ahead too far would
 * take long over, alone and where a letter's own words make the parser look closely.
 */
export const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'many letters': (size) => repeat(sample, Math.ceil(size / 5000)),
  'a long line of one character': (size) => repeat('a', size * 3),
  'a long line of blanks': (size) => repeat(' ', size * 3),
  'a long line of hyphens': (size) => repeat('-', size * 3),
  'one character a line': (size) => repeat('a\n', size),
  'empty lines': (size) => repeat('\n', size * 3),
  'lines of one blank': (size) => repeat(' \n', size * 2),
  'carriage returns': (size) => repeat('\r', size * 2),
  'form feeds': (size) => repeat('\f', size * 2),
  'form feeds on lines': (size) => repeat('\fUpheld\n', size),
  colons: (size) => repeat(':', size),
  'colons on lines': (size) => repeat('a: b: c\n', size / 2),
  'a long item': (size) => `${until('Lorazepam')}${repeat('a: ', size)}Upheld\nClaims Administrator guideline: x\n`,
  'items over many lines': (size) => `${until('Lorazepam')}${repeat('an item, and\n', size)}b: Upheld\n`,
  'Decision based on': (size) => repeat('Decision based on ', size),
  'many citations': (size) =>
    `MAXIMUS guideline: ${repeat('Decision based on MTUS Low Back Complaints 2004. ', size / 4)}`,
  'many chapters': (size) =>
    `MAXIMUS guideline: Decision based on MTUS ${repeat('Eye 2004, Section(s): a, b, and ', size / 4)}`,
  'many pages': (size) => `MAXIMUS guideline: Decision based on MTUS ACOEM Page(s): ${repeat('1-2, ', size)}`,
  labels: (size) => repeat('Claims Administrator guideline:\n', size / 2),
  'labels of an issue': (size) => repeat('a: Upheld\nMAXIMUS guideline: b\nDecision rationale: c.\n', size / 8),
  headings: (size) => repeat('CLINICAL CASE SUMMARY\n', size / 2),
  'damaged headings': (size) => repeat('CLINCAL CASE SUMARY\n', size / 4),
  'unknown headings': (size) => repeat('CLEARLY CAPITAL STUFF\n', size / 4),
  'header labels': (size) => repeat('Case Number:\nDate Assigned:\n', size / 4),
  'page footers': (size) => repeat('Final Determination Letter for IMR Case Number CM15-0012345  4\n', size / 4),
  'page numbers': (size) => repeat('4\n', size),
  'numbered items': (size) => repeat('1) MAXIMUS Federal Services, Inc. has determined the request for x\n', size / 8),
  'original requests': (size) =>
    repeat('a was the original request. b was authorized by the Claims Administrator. ', size / 8),
  'opening parentheses': (size) => `MAXIMUS guideline: Decision based on MTUS ${repeat('(', size)}`,
  'nested parentheses': (size) => `MAXIMUS guideline: Decision based on MTUS ${repeat('(', size)}${repeat(')', size)}`,
  'quotation marks': (size) => repeat('"', size * 2),
  'hyphens at line ends': (size) => `CLINICAL CASE SUMMARY\n${repeat('anti-\n', size)}`,
  'digits and slashes': (size) => repeat('1/', size),
  dates: (size) => `CLINICAL CASE SUMMARY\n${repeat('injury of 1-2-2015 ', size / 4)}`,
  ages: (size) => `CLINICAL CASE SUMMARY\n${repeat('44 year old ', size / 4)}`,
  states: (size) => `State(s) of Licensure: ${repeat('New York,', size / 4)}`,
  specialties: (size) => `Certification(s)/Specialty: ${repeat('Preventive Medicine, ', size / 4)}`,
  'lone surrogates': (size) => repeat('\ud83d', size * 2),
  'many first pages': (size) => repeat('HOW THE IMR FINAL DETERMINATION WAS MADE\n', size / 4),
};
