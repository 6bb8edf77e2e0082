const encoder = new TextEncoder();

/** The most bytes that a UTF-16 unit becomes. */
const WIDEST = 3;

/** Pieces of text gathered as UTF-8, in one piece of memory that grows. */
export class Bytes {
  readonly #between: string;
  #room = new Uint8Array(65_536);
  #length = 0;

  /** `between` stands between two pieces. */
  constructor(between: string) {
    this.#between = between;
  }

  /** Gives the bytes of the piece; the empty one is left out. */
  add(piece: string): number {
    if (piece === '') return 0;
    if (this.#length > 0) this.#push(this.#between);
    return this.#push(piece);
  }

  /** All of it, in memory of its own; nothing is left here but the room for more. */
  take(): Uint8Array<ArrayBuffer> {
    const all = this.#room.slice(0, this.#length);
    this.#length = 0;
    return all;
  }

  #push(piece: string): number {
    const needed = this.#length + WIDEST * piece.length;
    if (needed > this.#room.length) {
      const before = this.#room;
      this.#room = new Uint8Array(Math.max(needed, 2 * before.length));
      this.#room.set(before.subarray(0, this.#length));
    }
    const { written } = encoder.encodeInto(piece, this.#room.subarray(this.#length));
    this.#length += written;
    return written;
  }
}
