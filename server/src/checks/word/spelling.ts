/** `reading` in the capitals of `printed`: all, the first, or none. */
export const inCaseOf = (printed: string, reading: string): string => {
  const first = printed.charAt(0);
  if (first === first.toLowerCase()) return reading;
  if (printed.length > 1 && printed === printed.toUpperCase()) return reading.toUpperCase();
  return reading.charAt(0).toUpperCase() + reading.slice(1);
};
