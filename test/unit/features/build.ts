import type { Basis, Citation, Issue, Letter, Mark } from '../../../server/src/letter/model.ts';
import { splitLines } from '../../../server/src/text/lines.ts';
import { type Leaf, leaf, type Span } from '../../../server/src/text/span.ts';

/** A letter without parts; what a test needs is laid over it. Features are tested on trees, whatever the parser makes. */
export const letterOf = (text: string, parts: Partial<Letter> = {}): Letter => ({
  text,
  lines: splitLines(text),
  span: { start: 0, end: text.length },
  format: 'unknown',
  header: null,
  cover: null,
  reviewer: null,
  summary: null,
  documents: null,
  issues: [],
  sections: [],
  furniture: [],
  ...parts,
});

/** The span of the first `part` in `text`, at or after `from`. */
export const spanIn = (text: string, part: string, from = 0): Span => {
  const start = text.indexOf(part, from);
  if (start < 0) throw new Error(`no ${JSON.stringify(part)} in the text`);
  return { start, end: start + part.length };
};

/** From the beginning of `first` to the end of `last`. */
export const between = (text: string, first: string, last: string): Span => {
  const { start } = spanIn(text, first);
  return { start, end: spanIn(text, last, start).end };
};

export const leafIn = (text: string, part: string): Leaf<string> => {
  const { start, end } = spanIn(text, part);
  return leaf(part, start, end);
};

export const markIn = (text: string, printed: string, canonical = printed): Mark => ({
  id: canonical,
  canonical,
  span: spanIn(text, printed),
  damage: [],
});

export const issueOf = (span: Span, parts: Partial<Issue> = {}): Issue => ({
  number: 1,
  span,
  title: null,
  item: null,
  originalRequest: null,
  authorized: null,
  decision: null,
  claimsAdministrator: null,
  expertReviewer: null,
  rationale: null,
  ...parts,
});

export const basisOf = (span: Span, parts: Partial<Basis> = {}): Basis => ({
  label: null,
  span,
  text: null,
  cited: true,
  citations: [],
  ...parts,
});

export const citationOf = (span: Span, text: string, parts: Partial<Citation> = {}): Citation => ({
  span,
  text,
  scheme: 'other',
  guideline: null,
  year: null,
  sections: [],
  pages: [],
  ...parts,
});
