import type { DocumentLink } from 'vscode-languageserver';
import type { Letter } from '../letter/model.ts';
import { flowOf } from '../text/flow.ts';
import { addressesIn, sourceOf } from './links/addresses.ts';
import { type FoundLink, LINK_KINDS } from './links/kinds.ts';
import { rangeOf } from './range.ts';

/**
 * What the letter names that stands on the web: addresses as printed, also over a line end; sections of title 8, of the
 * Labor Code, articles by their PubMed number. Targets are pages of the web only, and nothing is fetched: the editor opens
 * one when a person asks it to. Empty where nothing of this is printed.
 */
export const documentLinks = (letter: Letter): readonly DocumentLink[] => {
  const flow = flowOf(letter, 0, letter.text.length);
  // An address may hold the number of a section: what begins first, and of two that begin together the address, wins.
  const found = [...addressesIn(letter, flow), ...LINK_KINDS.flatMap((find) => find(flow.text))].sort(
    (a, b) => a.start - b.start,
  );
  let end = 0;
  return found
    .filter(({ start, end: last }) => start >= end && (end = last) > 0)
    .map((link) => linkOf(letter, flow, link));
};

const linkOf = (letter: Letter, flow: Parameters<typeof sourceOf>[0], link: FoundLink): DocumentLink => ({
  range: rangeOf(letter, sourceOf(flow, link)),
  target: link.target,
  tooltip: link.tooltip,
});
