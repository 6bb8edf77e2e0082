import type { Check } from '../check.ts';
import { citationEditionNotInForce } from './edition-not-in-force.ts';
import { citationEditionUnknown } from './edition-unknown.ts';
import { citationPageBeyondBook } from './page-beyond-book.ts';
import { citationPageOutsideTopic } from './page-outside-topic.ts';
import { citationPagesReversed } from './pages-reversed.ts';
import { citationSchemeMismatch } from './scheme-mismatch.ts';
import { citationTitleNear } from './title-near.ts';
import { citationTopicClassMismatch } from './topic-class-mismatch.ts';

/** What is cited, compared with what is known of the guidelines. */
export const CITATION_CHECKS: readonly Check[] = [
  citationTitleNear,
  citationEditionUnknown,
  citationEditionNotInForce,
  citationSchemeMismatch,
  citationPageOutsideTopic,
  citationPagesReversed,
  citationPageBeyondBook,
  citationTopicClassMismatch,
];
