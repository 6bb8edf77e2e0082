/** A half-open range [start, end) in UTF-16 code units of the text it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place where its evidence is printed. */
export interface Leaf<T> {
  readonly value: T;
  readonly span: Span;
}

export const spanOf = (start: number, end: number): Span => ({ start, end });

export const leaf = <T>(value: T, start: number, end: number): Leaf<T> => ({ value, span: { start, end } });

/** Does `outer` hold all of `inner`? An empty span at an edge counts as held. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Does `span` hold the offset? Its end counts, since a cursor may stand there. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;
