import { allGuidelines, editionAt, type Guideline, topicsOf } from '../../facts/index.ts';
import type { Letter } from '../../letter/model.ts';
import { governingDate } from '../cards/dates.ts';
import type { Offer } from './offer.ts';

/** How letters print the name of the work before its chapter. */
export const ODG = 'Official Disability Guidelines (ODG)';

/** How the form begins to cite. */
export const openers = (): readonly Offer[] =>
  [
    'Decision based on MTUS ',
    `Decision based on Non-MTUS Citation ${ODG}, `,
    'Decision based on Non-MTUS Citation ',
  ].map((text) => ({ text }));

/** The form's sentence for a side that cites nothing. */
export const NOTHING_CITED = (ofClaims: boolean): readonly Offer[] => [
  {
    text: `The ${ofClaims ? 'Claims Administrator' : 'Expert Reviewer'} did not cite any medical evidence for its decision.`,
  },
];

/** The chapters of the schedule as letters print them, those first that were in force at the letter's date. */
export const chapterOffers = (letter: Letter): readonly Offer[] => {
  const date = governingDate(letter);
  const chapters = allGuidelines().filter(({ scheme }) => scheme === 'MTUS');
  const offers = chapters.map(({ id, title, years, from, to }) => {
    const current = date ? (editionAt(id, date.iso)?.current ?? null) : null;
    const held = from
      ? `in the schedule ${to ? `from ${from} to ${to}` : `since ${from}`}`
      : 'when it was in the schedule is not known';
    const detail = current && date ? `in force on the ${date.name}, ${date.iso}` : held;
    return { text: years[0] ? `${title} ${years[0]}` : title, detail, current: current === true };
  });
  return [...offers.filter(({ current }) => current), ...offers.filter(({ current }) => !current)];
};

/** The chapters as the form of 2014 cites them, with the number of the book and without a year. */
export const undatedChapterOffers = (): readonly Offer[] =>
  allGuidelines().flatMap(({ undated, years: [year] }) =>
    undated === null ? [] : [{ text: undated, ...(year !== undefined && { detail: `the edition of ${year}` }) }],
  );

/**
 * The topics of a chapter with their pages. The pages are told but not written: most are known from memory, and a page
 * belongs into the letter only where the reviewer cited it.
 */
export const topicOffers = (guidelineId: string): readonly Offer[] =>
  topicsOf(guidelineId).map(({ title, pages, confidence }) => {
    if (!pages) return { text: title };
    const printed = pages.first === pages.last ? `page ${pages.first}` : `pages ${pages.first}-${pages.last}`;
    return { text: title, detail: confidence === 'high' ? printed : `${printed}, not checked in the document` };
  });

/** The chapters, and behind them the other parts of the work. */
export const odgChapterOffers = (): readonly Offer[] => {
  const parts = allGuidelines().filter(({ id, scheme }) => scheme === 'ODG' && id !== 'odg/guide');
  const isChapter = ({ id }: Guideline): boolean => topicsOf(id).length > 0;
  return [...parts.filter(isChapter), ...parts.filter((part) => !isChapter(part))].map(({ title }) => ({
    text: title,
  }));
};
