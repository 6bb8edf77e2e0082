import type { Letter } from '../letter/model.ts';
import type { Span } from '../text/span.ts';

/** Where a letter speaks freely, or names what is disputed and cited. */
export type RegionKind = 'summary' | 'document' | 'title' | 'basis' | 'rationale';

export interface Region {
  readonly kind: RegionKind;
  readonly span: Span;
  /** The number of the issue that it belongs to; null outside of issues. */
  readonly issue: number | null;
}

/** The regions of a letter in document order. They do not overlap. */
export const regionsOf = ({ summary, documents, issues }: Letter): readonly Region[] => {
  const regions: Region[] = [];
  const add = (
    kind: RegionKind,
    leaf: { readonly span: Span } | null | undefined,
    issue: number | null = null,
  ): void => {
    if (leaf) regions.push({ kind, span: leaf.span, issue });
  };
  add('summary', summary?.text);
  for (const item of documents?.items ?? []) add('document', item);
  for (const { number, title, claimsAdministrator, expertReviewer, rationale } of issues) {
    add('title', title, number);
    add('basis', claimsAdministrator?.text, number);
    add('basis', expertReviewer?.text, number);
    add('rationale', rationale?.printed, number);
  }
  return apart(regions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
};

/** Without those that begin within the one before them. */
const apart = (regions: readonly Region[]): readonly Region[] => {
  let end = 0;
  return regions.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
};
