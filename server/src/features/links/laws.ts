import { linkOfSection, linkOfStatute, sectionOfRegulation } from '../../facts/index.ts';
import type { Span } from '../../text/span.ts';

/** A section of the Labor Code or of title 8 of the California Code of Regulations, as a text prints it. */
export interface PrintedLaw extends Span {
  readonly kind: 'statute' | 'regulation';
  /** Without its subdivisions: `4610.6`. */
  readonly number: string;
  /** The official page of its text. */
  readonly link: string;
}

const PARTS = String.raw`(?:\([a-z\d]{1,4}\)){0,4}`;
/** What would make another number of it: a date, a sum, a range. */
const ENDS = String.raw`(?![\d/-]|\.\d|,\d)`;

/** `Labor Code section 4610.6(h)`, `Lab. Code § 4600`, `LC 4610.5`: the abbreviation only before a number of the code's division on injuries. */
const STATUTE = new RegExp(
  String.raw`\b(?:(?:California )?(?:[Ll]abor [Cc]ode|LABOR CODE|Lab\. Code),?(?: ?(?:[Ss]ections?|[Ss]ec\.|§{1,2}))?|LC(?: ?§{1,2}| [Ss]ections?)?(?= ?[3-6]\d{3})) ?(?<number>\d{2,4}(?:\.\d{1,3})?)${PARTS}${ENDS}`,
  'g',
);

/** Title 8 by name: any of its sections. `8 CCR 9792.10.6`, `Title 8, California Code of Regulations, section 9792.24.2`. */
const TITLED = new RegExp(
  String.raw`\b(?:8 ?C\.?C\.?R\.?|title 8,? (?:of the )?(?:California |Cal\. )?(?:Code of Regulations|Code Regs\.?|CCR)|(?:California Code of Regulations|Cal\. Code Regs\.|CCR),? tit(?:le|\.) 8),?(?: ?(?:sections?|sec\.|§{1,2}))? ?(?<number>\d{3,5}(?:\.\d{1,2}){0,3})${PARTS}${ENDS}`,
  'gi',
);

/**
 * Without the title's name a number counts where it is one of the division's: behind a word that says what it is, or by
 * itself where it has the form of the sections on treatment.
 */
const UNTITLED = new RegExp(
  String.raw`(?:(?<named>\b(?:(?:California |Cal\. )?Code of Regulations|Code Regs\.|CCR|C\.C\.R\.),?(?: ?(?:sections?|sec\.|§{1,2}))? ?|\bsections? |\bsec\. ?|§{1,2} ?)|(?<![\w.,$-]))(?<number>9[678]\d\d(?:\.\d{1,2}){0,3})${PARTS}${ENDS}`,
  'gi',
);

const OWN_FORM = /^97(?:85|92)\.|\..*\./;

/** The sections of the law that a text prints, in order. */
export const lawsIn = (text: string): readonly PrintedLaw[] => {
  const titled = found(text, TITLED, 'regulation');
  const untitled = found(text, UNTITLED, 'regulation').filter(
    ({ start, end }) => !titled.some((other) => other.start < end && start < other.end),
  );
  return [...found(text, STATUTE, 'statute'), ...titled, ...untitled].sort((a, b) => a.start - b.start);
};

const found = (text: string, pattern: RegExp, kind: PrintedLaw['kind']): readonly PrintedLaw[] =>
  Array.from(text.matchAll(pattern)).flatMap(({ 0: printed, index, groups }): PrintedLaw[] => {
    const { number = '', named } = groups ?? {};
    if (pattern === UNTITLED && !named && !OWN_FORM.test(number) && !sectionOfRegulation(number)) return [];
    const link = kind === 'statute' ? linkOfStatute(number) : linkOfSection(number);
    return [{ start: index, end: index + printed.length, kind, number, link }];
  });
