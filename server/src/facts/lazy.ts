/** A value built at the first call and kept: tables and indexes must cost nothing at server start. */
export const lazy = <T>(build: () => T): (() => T) => {
  let built: { readonly value: T } | null = null;
  return () => (built ??= { value: build() }).value;
};

/** The same, one value a key. */
export const lazyBy = <K, T>(build: (key: K) => T): ((key: K) => T) => {
  const built = new Map<K, { readonly value: T }>();
  return (key) => {
    let entry = built.get(key);
    if (!entry) built.set(key, (entry = { value: build(key) }));
    return entry.value;
  };
};
