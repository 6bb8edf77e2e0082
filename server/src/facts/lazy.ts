/** A value built at the first call and kept: tables and indexes must cost nothing at server start. */
export const lazy = <T>(build: () => T): (() => T) => {
  let built: { readonly value: T } | null = null;
  return () => (built ??= { value: build() }).value;
};

/**
 * A value a word, of which only those asked for lately are kept: for words that come from letters, of which there is no end.
 */
export const byWord = <T>(build: (word: string) => T): ((word: string) => T) => {
  const built = new Map<string, { readonly value: T }>();
  return (word) => {
    let entry = built.get(word);
    if (entry) return entry.value;
    if (built.size >= MOST_WORDS) built.clear();
    entry = { value: build(word) };
    // Spelt anew: a part of a letter's text would keep all of it in memory.
    built.set(Array.from(word).join(''), entry);
    return entry.value;
  };
};
const MOST_WORDS = 2000;

/** The same as `lazy`, one value a key. */
export const lazyBy = <K, T>(build: (key: K) => T): ((key: K) => T) => {
  const built = new Map<K, { readonly value: T }>();
  return (key) => {
    let entry = built.get(key);
    if (!entry) built.set(key, (entry = { value: build(key) }));
    return entry.value;
  };
};
