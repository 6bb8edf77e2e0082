/** The part of VS Code's `Memento` that is used. */
interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The part of VS Code's `Uri` that is used. */
interface Address {
  readonly scheme: string;
  toString(): string;
}

const KEY = 'imr.keptPlainText';
/** Documents remembered beyond the session, the latest ones. */
const MOST = 500;

const isAddressList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/**
 * The documents that their reader wants as plain text although they hold a letter. Remembered with the workspace; an
 * untitled document's address is given to another one day, so it is remembered until the document is closed.
 */
export class KeptPlainText {
  readonly #memory: Memory;
  readonly #untitled = new Set<string>();
  #saved: readonly string[];

  constructor(memory: Memory) {
    this.#memory = memory;
    const value = memory.get(KEY);
    this.#saved = isAddressList(value) ? value : [];
  }

  has(uri: Address): boolean {
    return this.#untitled.has(uri.toString()) || this.#saved.includes(uri.toString());
  }

  add(uri: Address): void {
    if (this.has(uri)) return;
    if (uri.scheme === 'untitled') this.#untitled.add(uri.toString());
    else this.#save([...this.#saved, uri.toString()].slice(-MOST));
  }

  /** The reader wants it as a letter again. */
  delete(uri: Address): void {
    if (!this.has(uri)) return;
    if (!this.#untitled.delete(uri.toString())) this.#save(this.#saved.filter((each) => each !== uri.toString()));
  }

  /** The document was closed for good. */
  close(uri: Address): void {
    this.#untitled.delete(uri.toString());
  }

  #save(addresses: readonly string[]): void {
    this.#saved = addresses;
    void this.#memory.update(KEY, addresses);
  }
}
