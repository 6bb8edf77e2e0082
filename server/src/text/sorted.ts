/** The first of the ascending numbers that is not less than `limit`: its index, which is how many are less. */
export const indexFrom = (numbers: Readonly<ArrayLike<number>>, limit: number): number => {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
