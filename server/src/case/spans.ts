import type { Leaf, Span } from '../text/span.ts';
import type { CaseSpans } from './case.ts';
import { type Pointer, under } from './pointer.ts';

/** Values that are taken into a record are noted here with their pointer, so that no value can lack its span. */
export class SpanNotes {
  readonly #offset: number;
  readonly #spans: Record<string, readonly [number, number]> = {};

  /** `offset`: where the letter's text begins in its document. */
  constructor(offset: number) {
    this.#offset = offset;
  }

  get spans(): CaseSpans {
    return this.#spans;
  }

  /** Takes a value that stands at a span; null is taken as it is. */
  value<T>(pointer: Pointer, value: T, span: Span | null | undefined): T {
    if (span && value !== null) this.#spans[pointer.text] = [span.start + this.#offset, span.end + this.#offset];
    return value;
  }

  leaf<T>(pointer: Pointer, leaf: Leaf<T> | null | undefined): T | null {
    return leaf ? this.value(pointer, leaf.value, leaf.span) : null;
  }

  list<T>(pointer: Pointer, leaves: readonly Leaf<T>[] | undefined): readonly T[] {
    return (leaves ?? []).map((leaf, i) => this.value(under(pointer, i), leaf.value, leaf.span));
  }
}
