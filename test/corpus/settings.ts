import { setLetter } from '../../server/src/format/layout.ts';
import { parse } from '../../server/src/letter/parse.ts';

/** Another way in which a letter reaches a text file: what it says stays the same. */
export interface Setting {
  readonly name: string;
  readonly set: (text: string) => string;
  /** Values are printed so too. */
  readonly spells?: true;
  /** The invented letters, by their names, of which this loses something that no one could tell. */
  readonly but?: RegExp;
}

/** A number from 0 that depends on nothing but the place: the same letter is always set the same. */
const chance = (at: number, of: number): number => (Math.imul(at + 1, 0x9e3779b1) >>> 8) % of;

const eachLine =
  (change: (line: string, index: number) => string) =>
  (text: string): string =>
    text.split('\n').map(change).join('\n');

const inAll =
  (...settings: readonly ((text: string) => string)[]) =>
  (text: string): string =>
    settings.reduce((set, change) => change(set), text);

/** Behind every so many lines below the case table, the foot of a page. */
const withPages =
  (every: number, foot: (page: number, text: string) => string) =>
  (text: string): string =>
    eachLine((line, i) => (i > 8 && i % every === 0 ? line + foot(1 + i / every, text) : line))(text);

const caseNumber = (text: string): string => /CM\d\d-\d{7}/.exec(text)?.[0] ?? 'CM15-0000001';
const LABEL = /(Claims Administrator guideline|MAXIMUS guideline|Decision rationale):/g;
const DECISION = /: (Upheld|Overturned)(?=\s*\n)/g;

const noBlankLines = (text: string): string => text.replace(/\n[ \t\f]*(?=\n)/g, '');
const indented = eachLine((line, i) => ' '.repeat(chance(i, 9)) + line);
const trailing = eachLine((line, i) => line + ' '.repeat(chance(i, 4)));
const justified = eachLine((line) =>
  / {3}/.test(line) ? line : line.replace(/ /g, (_, at: number) => (at > 0 && chance(at, 6) === 0 ? '  ' : ' ')),
);
const footers = withPages(
  19,
  (page, text) => `\n\nFinal Determination Letter for IMR Case Number ${caseNumber(text)}  ${page}\n`,
);
const labelsAlone = (text: string): string => text.replace(LABEL, '\n$1:\n\n');
const decisionsAlone = (text: string): string => text.replace(DECISION, ':\n$1');

const joined = (text: string): string => text.replace(/ff?[il]|ff/g, (letters) => JOINED[letters] ?? letters);
const JOINED: Readonly<Record<string, string>> = { ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', ffi: 'ﬃ', ffl: 'ﬄ' };
const curly = (text: string): string => text.replace(/'/g, '’').replace(/"([^"]*)"/g, '“$1”');

/** Lines of another width; a document of several letters is left as it is. */
const wrapped =
  (width: number) =>
  (text: string): string => {
    const [placed, ...more] = parse(text);
    if (!placed || more.length > 0) return text;
    const { edits } = setLetter(placed.letter, { rewraps: true, width, lineBreak: '\n', followed: false });
    return edits.reduceRight((set, { span, text: own }) => set.slice(0, span.start) + own + set.slice(span.end), text);
  };

/** In one line no list of documents has items, no footer is told from the text, and no second letter begins. */
const ONE_LINE = /2013|^cover|^damaged|^two-letters|^prose-2014-(?:furniture|pages)/;
/** Its list has no bullets, so that a line that goes on may be an item. */
const UNMARKED = /^decision-2013-without-cover/;
/** Ages in words, of which the letters are not read where they are joined. */
const IN_WORDS = /^prose-2014-age-in-words|^professional-review-2013-several/;
/** A footer parts its headings, of which each takes two lines. */
const PARTED = /^professional-review-2013/;
/** A wide gap parts its case number. */
const GAPPED = /^professional-review-2013-fields/;

export const SETTINGS: readonly Setting[] = [
  { name: 'without blank lines', set: noBlankLines },
  { name: 'each line followed by two blank ones', set: eachLine((line) => `${line}\n\n`) },
  { name: 'indented', set: indented },
  { name: 'with blanks at line ends', set: trailing },
  { name: 'with the line ends of Windows', set: (text) => text.replace(/\n/g, '\r\n') },
  { name: 'with the line ends of an old Macintosh', set: (text) => text.replace(/\n/g, '\r') },
  { name: 'with two blanks behind sentences', set: (text) => text.replace(/\. (?=[A-Z])/g, '.  ') },
  { name: 'justified', set: justified, but: GAPPED },
  { name: 'with hard blanks', set: (text) => text.replace(/ /g, (_, at: number) => (chance(at, 12) ? ' ' : '\u00a0')) },
  { name: 'with numbered pages', set: withPages(17, (page) => `\n\n${page}\n\n\f`) },
  { name: 'with form feeds before lines', set: eachLine((line, i) => (i > 8 && i % 17 === 0 ? `\f${line}` : line)) },
  { name: 'with footers', set: footers, but: PARTED },
  { name: 'with labels in capitals', set: (text) => text.replace(LABEL, (label) => label.toUpperCase()) },
  { name: 'with blanks before colons', set: (text) => text.replace(LABEL, '$1 :') },
  { name: 'without colons', set: (text) => text.replace(LABEL, '$1') },
  { name: 'with labels on lines of their own', set: labelsAlone },
  { name: 'with decisions on lines of their own', set: decisionsAlone },
  { name: 'with decisions behind a dash', set: (text) => text.replace(DECISION, ' - $1') },
  { name: 'with tabs behind colons', set: (text) => text.replace(/: (?=\S)/g, ':\t') },
  { name: 'behind other text', set: (text) => `From: a person\n\nPlease see below.\n\n${text}` },
  { name: 'with the first title behind its introduction', set: (text) => text.replace(/(forth below:)\s*\n/g, '$1 ') },
  { name: 'with ligatures', set: joined, spells: true, but: IN_WORDS },
  { name: 'with curly quotes', set: curly, spells: true },
  { name: 'without blank lines, indented', set: inAll(noBlankLines, indented, trailing) },
  { name: 'justified, with footers', set: inAll(justified, footers), but: PARTED },
  { name: 'in parts on lines of their own, indented', set: inAll(labelsAlone, decisionsAlone, indented) },
  { name: 'in one line', set: (text) => text.replace(/\n/g, ' '), but: ONE_LINE },
  { name: 'in lines of 60 characters', set: wrapped(60), but: UNMARKED },
  { name: 'in lines of 80 characters, without blank lines', set: inAll(wrapped(80), noBlankLines), but: UNMARKED },
  { name: 'in lines of 140 characters, without blank lines', set: inAll(wrapped(140), noBlankLines), but: UNMARKED },
];
