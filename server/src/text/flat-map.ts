/**
 * `items.flatMap(of)`, which engines run many times slower than a loop: parser and checks look through hundreds of lists a letter and
 * nearly always find nothing in them. A result that is no list stands for itself.
 */
export const flatMap = <T, R>(items: readonly T[], of: (item: T, index: number) => R | readonly R[]): R[] => {
  const all: R[] = [];
  for (let i = 0; i < items.length; i++) {
    const some = of(items[i] as T, i);
    if (!isList(some)) all.push(some);
    else for (let j = 0; j < some.length; j++) all.push(some[j] as R);
  }
  return all;
};

/** `Array.isArray` does not know lists that must not be changed. */
const isList: (value: unknown) => value is readonly unknown[] = Array.isArray;
