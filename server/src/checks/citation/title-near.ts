import { matchTopicAt, type NearTitle, type Topic, topicsOf } from '../../facts/index.ts';
import { foldText } from '../../facts/phrases.ts';
import type { Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { type Leaf, spanOf } from '../../text/span.ts';
import type { Check, Edit, Fix, Found } from '../check.ts';
import { quoted } from '../wording.ts';
import { pagesOfRange, topicOnPages } from './pages.ts';
import { type Cited, certainEdition, citedIn } from './reading.ts';
import { changeTo, editionName, inPlaceOf, pagesName } from './wording.ts';

/**
 * A title that is not known, but comes near to one that is: by a slip of spelling, or by one word.
 *
 *     Section(s): Diagnositc Criteria
 *     Section(s): Pain Interventions and Guidelines
 *
 * Abstains where two titles come equally near, where only an ending or the punctuation differs, and, for a whole word,
 * where the guideline's topics are not all in the tables.
 */
export const citationTitleNear: Check = {
  code: 'citation.title-near',
  title: 'A cited title is not known, but differs little from one that is.',
  severity: 'information',
  category: 'citation',
  run: (letter) => flatMap(citedIn(letter), (cited) => slipsIn(cited).map((slip) => problemOf(letter, cited, slip))),
  fixes: ({ span }, letter) =>
    flatMap(
      flatMap(citedIn(letter), slipsIn).filter(
        ({ printed }) => printed.span.start === span.start && printed.span.end === span.end,
      ),
      (slip) => fixesOf(letter, slip),
    ),
};

/** A printed title and the known one it comes near to. */
interface Slip {
  readonly printed: Leaf<string>;
  readonly near: NearTitle;
  readonly what: 'chapter' | 'section';
}

const slipsIn = ({ citation, found }: Cited): readonly Slip[] => {
  if (!found || citation.scheme !== 'MTUS') return [];
  const slips: Slip[] = [];
  if (citation.guideline && found.near && differs(citation.guideline.value, found.near))
    slips.push({ printed: citation.guideline, near: found.near, what: 'chapter' });
  for (const [i, { near, topic }] of found.topics.entries()) {
    const printed = citation.sections[i];
    if (printed && near && topic && differs(printed.value, near) && isSure(topic, near) && !isElsewhere(printed.value))
      slips.push({ printed, near, what: 'section' });
  }
  return slips;
};

/** Is it the title of a section in another guideline of the schedule? Then it is spelt as meant. */
const isElsewhere = (printed: string): boolean => matchTopicAt(printed, 0, null)?.length === printed.length;

/** Endings, hyphens and commas are habits, not slips. */
const differs = (printed: string, { title }: NearTitle): boolean => bare(printed) !== bare(title);

const bare = (title: string): string =>
  foldText(title)
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/s$/, ''))
    .join('');

/**
 * A word may be another topic's own, so that all topics must be known: those of a guideline with known pages are. A topic
 * without pages that is doubtful may not exist.
 */
const isSure = ({ guidelineId, pages, confidence }: Topic, { kind }: NearTitle): boolean =>
  kind === 'word'
    ? topicsOf(guidelineId).every((topic) => topic.pages !== null)
    : confidence !== 'low' || pages !== null;

const problemOf = (letter: Letter, cited: Cited, { printed, near, what }: Slip): Found => {
  const guideline = cited.found?.guideline;
  const where = what === 'chapter' || !guideline ? 'the schedule' : editionName(guideline);
  const message = `No ${what} of ${where} is called ${quoted(printed.value)}; ${quoted(near.title)} comes nearest${elsewhere(letter, cited, near)}.`;
  return { span: printed.span, message, related: relatedTo(cited, what) };
};

/** The chapter that should have the section, or the treatment that the chapter is cited for; and the pages. */
const relatedTo = ({ citation, issue }: Cited, what: Slip['what']): NonNullable<Found['related']> => {
  const chapter = citation.guideline && { span: citation.guideline.span, message: 'The chapter that is cited' };
  const item = issue.item && { span: issue.item.span, message: 'The treatment it is cited for' };
  const witness = what === 'section' ? chapter : item;
  const pages = citation.pages.map(({ span }) => ({ span, message: 'The page that is cited' }));
  return witness ? [witness, ...pages] : pages;
};

/** What stands on the cited page, where that is another topic: what was meant may be that one. */
const elsewhere = (letter: Letter, cited: Cited, near: NearTitle): string => {
  const [range, ...more] = cited.citation.pages;
  const guideline = certainEdition(letter, cited);
  if (!range || more.length > 0 || !guideline) return '';
  const pages = pagesOfRange(range);
  const topic = topicOnPages(guideline, pages);
  return topic && topic.title !== near.title ? `, and ${pagesName(pages)} is about ${quoted(topic.title)}` : '';
};

const fixesOf = (letter: Letter, { printed, near }: Slip): readonly Fix[] => {
  const edits = editsFor(letter.text, printed, near.title);
  return edits.length > 0 ? [changeTo(near.title, ...edits)] : [];
};

/**
 * Only the words that differ are replaced, so that a title keeps its line ends. Where the words do not pair off, the
 * title is replaced as a whole, if it stands on one line.
 */
const editsFor = (text: string, { span }: Leaf<string>, title: string): readonly Edit[] => {
  const words = [...text.slice(span.start, span.end).matchAll(/\S+/g)];
  const wanted = title.split(' ');
  if (words.length !== wanted.length) {
    const oneLine = !/[\r\n]/.test(text.slice(span.start, span.end));
    return oneLine ? [inPlaceOf(span, title)] : [];
  }
  return flatMap(words, ([word, ...rest], i) => {
    const want = wanted[i] ?? word;
    if (foldText(word) === foldText(want) || rest.length > 0) return [];
    const at = span.start + (words[i]?.index ?? 0);
    return [inPlaceOf(spanOf(at, at + word.length), want)];
  });
};
