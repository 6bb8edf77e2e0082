import { type OtherSource, otherSource, type Regulation } from '../../facts/index.ts';
import type { CardLine } from '../card.ts';
import type { GoverningDate } from './dates.ts';
import { sureWords } from './sure.ts';

const MOST_VERSIONS = 4;

/** A section of the schedule itself: what it is about, and what it said on the letter's date or, without one, when. */
export const regulationLines = (regulation: Regulation, date: GoverningDate | null): readonly CardLine[] => {
  const { title, citation, link, versions } = regulation;
  const held = date
    ? versions.filter(({ from, to }) => (!from || from <= date.iso) && (!to || date.iso <= to))
    : versions;
  const shown = held.slice(-MOST_VERSIONS);
  return [
    [{ strong: citation }, title ? `: ${title}` : ''],
    ['A section of the Medical Treatment Utilization Schedule (MTUS): ', { text: 'text of the section', url: link }],
    ...shown.map(
      ({ from, to, adopts }): CardLine => [`${from ?? 'From the start'} to ${to ?? 'today or later'}: ${adopts}`],
    ),
    [
      sureWords([
        { what: 'section', facts: [regulation] },
        { what: 'versions', facts: shown },
      ]),
    ],
  ];
};

const OF_THE_LAW: ReadonlySet<OtherSource['kind']> = new Set(['statute', 'regulation']);

/** A work outside of schedule, ACOEM and ODG: what it is and where it is found. */
export const sourceLines = (source: OtherSource, alternatives: readonly string[]): readonly CardLine[] => {
  const others = alternatives.flatMap((id) => otherSource(id.replace('source/', ''))?.name ?? []).slice(0, 3);
  return [
    [{ strong: source.name }, `: ${source.about}`],
    OF_THE_LAW.has(source.kind) ? [] : ['Not part of the Medical Treatment Utilization Schedule (MTUS)'],
    source.site ? [{ text: source.site, url: `https://${source.site}` }] : [],
    others.length > 0 ? [`Also named: ${others.join('; ')}`] : [],
    [sureWords([{ what: 'source', facts: [source] }])],
  ];
};
