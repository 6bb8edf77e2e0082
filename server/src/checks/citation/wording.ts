import type { Guideline, Pages } from '../../facts/index.ts';
import type { Span } from '../../text/span.ts';
import type { Edit, Fix } from '../check.ts';
import { quoted } from '../wording.ts';

/** `Chronic Pain Medical Treatment (2009)`: an edition as messages name it. */
export const editionName = ({ title, years: [year] }: Guideline): string =>
  year === undefined ? title : `${title} (${year})`;

/** `24`, `63-66`. */
export const pageNumbers = ({ first, last }: Pages): string => (first === last ? `${first}` : `${first}-${last}`);

/** `page 24`, `pages 63-66`. */
export const pagesName = (pages: Pages): string =>
  `${pages.first === pages.last ? 'page' : 'pages'} ${pageNumbers(pages)}`;

/** The text with its first letter in upper case, to begin a sentence with. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A fix that puts one text in another's place. It is never preferred: the letter may print what its writer meant. */
export const changeTo = (text: string, ...edits: readonly Edit[]): Fix => ({
  title: `Change to ${quoted(text)}`,
  edits,
  preferred: false,
});

/** `text` in place of what stands at `span`. */
export const inPlaceOf = (span: Span, text: string): Edit => ({ span, text });
