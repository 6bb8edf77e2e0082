/** An error for the log: its name and where it was thrown. Never its message, which may quote the letter. */
export const traceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s{1,8}at\s/.test(line));
  return [error.name, ...frames].join('\n');
};
