import { type Guideline, type Pages, type Topic, topicsOf } from '../../facts/index.ts';
import type { PageRange } from '../../letter/model.ts';
import { relativesOf } from './families.ts';

/**
 * A printed range as pages. `111-13` is short for `111-113`; a range that runs backwards is given as its two ends in
 * order, since its place is right either way.
 */
export const pagesOfRange = ({ first, last }: PageRange): Pages => {
  if (first <= last) return { first, last };
  const scale = 10 ** String(last).length;
  const whole = first - (first % scale) + last;
  if (scale <= first && whole >= first) return { first, last: whole };
  return { first: last, last: first };
};

/** Does a range run backwards, and is not short for one that does not? */
export const runsBackwards = (range: PageRange): boolean =>
  range.first > range.last && pagesOfRange(range).first === range.last;

/**
 * How many pages a citation may lie off a topic without being wrong, by how sure its pages are. Null where they are
 * doubtful: then nothing is said.
 */
const slackOf = ({ confidence, pageTolerance }: Topic): number | null => {
  switch (confidence) {
    case 'high':
      return 0;
    case 'medium':
      return Math.max(pageTolerance, 2);
    case 'low':
      return null;
  }
};

/** Related topics only ever excuse a page, so that doubtful pages may do so too. */
const GENEROUS = 4;

const near = (pages: Pages, of: Pages, slack: number): boolean =>
  pages.first <= of.last + slack && of.first - slack <= pages.last;

/**
 * Does a cited range touch none of the topics' pages? Null where that cannot be said: pages that are not known or are
 * doubtful. A range that touches a topic's part, whole or kin counts as well: what belongs together is cited together.
 */
export const liesOutside = (pages: Pages, topics: readonly Topic[]): boolean | null => {
  let outside = true;
  for (const topic of topics) {
    const slack = slackOf(topic);
    if (!topic.pages || slack === null) return null;
    if (near(pages, topic.pages, slack)) outside = false;
    for (const kin of relativesOf(topic)) {
      if (kin.pages && near(pages, kin.pages, GENEROUS)) outside = false;
    }
  }
  return outside;
};

/** The one topic of a guideline that a page belongs to most closely, or null where that is doubtful. */
export const topicOnPages = (guideline: Guideline, { first, last }: Pages): Topic | null => {
  let best: Topic | null = null;
  let width = Infinity;
  for (const topic of topicsOf(guideline.id)) {
    const { pages, kind, confidence } = topic;
    if (!pages || kind === 'part' || first < pages.first || pages.last < last) continue;
    const own = pages.last - pages.first;
    if (own > width) continue;
    best = own < width && confidence !== 'low' ? topic : null;
    width = own;
  }
  return best;
};
