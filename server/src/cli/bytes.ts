const encoder = new TextEncoder();

/** Pieces of text gathered as UTF-8. Each is encoded by itself: to join them first would copy every one once more. */
export class Bytes {
  readonly #between: Uint8Array;
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  /** `between` stands between two pieces. */
  constructor(between: string) {
    this.#between = encoder.encode(between);
  }

  /** Gives the bytes of the piece; the empty one is left out. */
  add(piece: string): number {
    if (piece === '') return 0;
    const bytes = encoder.encode(piece);
    if (this.#pieces.length > 0 && this.#between.length > 0) this.#push(this.#between);
    this.#push(bytes);
    return bytes.length;
  }

  /** All of it, in memory of its own. */
  joined(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const bytes of this.#pieces) {
      all.set(bytes, at);
      at += bytes.length;
    }
    return all;
  }

  #push(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#length += bytes.length;
  }
}
