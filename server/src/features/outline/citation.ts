import { guideline as guidelineOf, otherSource, topic as topicOf } from '../../facts/index.ts';
import { entryOf } from '../../letter/meaning.ts';
import type { Basis, Citation, PageRange } from '../../letter/model.ts';

/** What a side cites, short: `MTUS Chronic Pain Treatment Guidelines, Benzodiazepines p. 24`. */
export const basisWords = (basis: Basis): string => {
  if (!basis.text) return 'empty';
  if (basis.citations.length === 0) return basis.cited ? basis.text.value : 'none cited';
  return basis.citations.map(citationWords).join('; ');
};

/** One of the schedule as it is printed; another by the name of what it resolves to, else in its own words. */
const citationWords = (citation: Citation): string => {
  const { guideline, year, scheme, text } = citation;
  const pages = citation.pages.length > 0 && `p. ${citation.pages.map(pageWords).join(', ')}`;
  const sections = citation.sections.map(({ value }) => value).join(', ');
  const name = scheme === 'MTUS' ? null : entryName(entryOf(citation));
  if (scheme !== 'MTUS' && !name) return withoutOpening(text);
  const title = name ?? [withScheme(scheme, guideline?.value ?? ''), year?.value].filter(Boolean).join(' ');
  return [title, [sections, pages].filter(Boolean).join(' ')].filter(Boolean).join(', ');
};

const pageWords = ({ first, last }: PageRange): string => (first === last ? `${first}` : `${first}-${last}`);

const withScheme = (scheme: Citation['scheme'], title: string): string =>
  scheme === 'other' || title.includes(scheme) ? title : `${scheme} ${title}`.trim();

/** `ODG Pain (Chronic), Zolpidem (Ambien)`: chapter and topic, or the name of another work. Null where it is not known. */
const entryName = (entry: string | null): string | null => {
  if (!entry) return null;
  const topic = topicOf(entry);
  const guideline = guidelineOf(topic?.guidelineId ?? entry);
  if (!guideline) return otherSource(entry.replace('source/', ''))?.name ?? null;
  const name = withScheme(guideline.scheme, guideline.title);
  return topic ? `${name}, ${topic.title}` : name;
};

const OPENINGS = ['Decision based on ', 'Non-MTUS Citation '];

const withoutOpening = (text: string): string =>
  OPENINGS.reduce((rest, opening) => (rest.startsWith(opening) ? rest.slice(opening.length) : rest), text);
