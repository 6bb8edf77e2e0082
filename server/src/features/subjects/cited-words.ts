import { type Span, spanOf } from '../../text/span.ts';

const CITED =
  /\b(?:(?:the|these|those|this|said|both) )?(?:(?:cited|quoted|above|above-(?:cited|stated|mentioned|noted|referenced)|aforementioned|referenced|relevant|applicable|noted|said) )?(?:(?:CA|California|treatment|medical) ){0,3}guidelines?\b/gi;

/** Where a text speaks of what is cited without naming it: `the cited guidelines`, `the guideline`. */
export const citedWordsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(CITED), ({ 0: printed, index }) => spanOf(index, index + printed.length));
