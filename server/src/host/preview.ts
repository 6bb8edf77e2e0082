import type { Words } from '../case/brief.ts';
import { briefHtml } from '../case/html.ts';
import { type CaseSpans, toCase } from '../case/index.ts';
import type { PlacedLetter } from '../letter/model.ts';
import type { PreviewLetter, PreviewParams, PreviewResult } from '../protocol.ts';
import { letterAt, type OpenDocument } from './documents.ts';

/** A link without an address: what is done when it is chosen is the page's own. */
const linked =
  (spans: CaseSpans) =>
  ({ at }: Words, escaped: string): string =>
    at !== null && Object.hasOwn(spans, at) ? `<a role="link" tabindex="0" data-at="${at}">${escaped}</a>` : escaped;

const letterOf = ({ letter, line }: PlacedLetter, index: number): PreviewLetter => ({
  name: letter.header?.fields.caseNumber?.value ?? `Letter ${index + 1}`,
  line,
});

/** The brief of one of a document's letters, each value of which leads to its place in the text. */
export const previewOf = (document: OpenDocument, { letter, line }: PreviewParams): PreviewResult | null => {
  const { letters, uri, version } = document;
  const placed = letter === null ? (letterAt(letters, line) ?? letters[0]) : (letters[letter - 1] ?? letters.at(-1));
  if (placed === undefined) return null;
  const record = toCase(placed, uri);
  const { spans } = record;
  return {
    version,
    letter: placed.number,
    letters: letters.map(letterOf),
    html: briefHtml(record, linked(spans)),
    spans,
  };
};
