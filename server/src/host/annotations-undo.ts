import type { NewEvent } from '../annotations/store/event.ts';

/** More than anybody takes back. */
const MOST = 500;

/** What takes back the changes that people made to letters since these were opened; the last first. */
export class AnnotationsUndo {
  readonly #stacks = new Map<string, { readonly author: string; readonly inverse: readonly NewEvent[] }[]>();

  push(uri: string, author: string, inverse: readonly NewEvent[]): void {
    const stack = this.#stacks.get(uri) ?? [];
    this.#stacks.set(uri, [...stack.slice(1 - MOST), { author, inverse }]);
  }

  has(uri: string, author: string): boolean {
    return this.#stacks.get(uri)?.some((one) => one.author === author) === true;
  }

  /** The events that take back this person's last change, which is forgotten; null where there is none. */
  pop(uri: string, author: string): readonly NewEvent[] | null {
    const stack = this.#stacks.get(uri) ?? [];
    const at = stack.findLastIndex((one) => one.author === author);
    if (at < 0) return null;
    const [last] = stack.splice(at, 1);
    return last?.inverse ?? null;
  }

  drop(uri: string): void {
    this.#stacks.delete(uri);
  }
}
