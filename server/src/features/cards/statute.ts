import { allSources, type OtherSource, sectionOfRegulation } from '../../facts/index.ts';
import type { Card, CardLine, CardProvider } from '../card.ts';
import { lawsIn, type PrintedLaw } from '../links/laws.ts';
import { governingDate } from './dates.ts';
import { foundNearby } from './near.ts';
import { regulationLines } from './source.ts';
import { sureWords } from './sure.ts';

/** A section of the Labor Code or of title 8 of the California Code of Regulations: what it is about, and its text. */
export const statuteCard: CardProvider = (place): Card | null => {
  const law = foundNearby(place, lawsIn);
  const schedule = law?.of.kind === 'regulation' ? sectionOfRegulation(law.of.number) : null;
  if (!law) return null;
  const lines =
    schedule?.id === law.of.number ? regulationLines(schedule, governingDate(place.letter)) : linesOf(law.of);
  return { span: law.span, lines };
};

const NAMES = { statute: 'Labor Code section', regulation: '8 CCR section' } as const;

const known = ({ kind, number }: PrintedLaw): OtherSource | null =>
  allSources().find((source) => source.kind === kind && source.number === number) ?? null;

const linesOf = (law: PrintedLaw): readonly CardLine[] => {
  const source = known(law);
  return [
    [
      { strong: `${NAMES[law.kind]} ${law.number}` },
      source ? `: ${source.about}` : ': what it is about is not known here',
    ],
    [{ text: 'Text of the section', url: law.link }],
    source?.note ? [`Note: ${source.note}`] : [],
    source ? [sureWords([{ what: 'subject', facts: [source] }])] : [],
  ];
};
