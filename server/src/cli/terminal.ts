/** The name of the command, before every sentence it says of itself. */
export const NAME = 'imr-letters';

/** Exit codes, as docs and help promise them. */
export const EXIT = { clean: 0, problems: 1, failure: 2, stopped: 130 } as const;

/** Takes a line of progress away, where there is one. */
const CLEAR = '\r\u001b[K';
let line = '';

/** Says one sentence on the standard error, where it cannot mix with the output. */
export const say = (sentence: string): void => {
  process.stderr.write(`${line && CLEAR}${NAME}: ${sentence}\n${line}`);
};

/** Shows how far a command is, in one line that changes; an empty text takes it away. Only a person at a terminal sees it. */
export const showProgress = (text: string): void => {
  if (!process.stderr.isTTY || (text === '' && line === '')) return;
  line = text;
  process.stderr.write(CLEAR + line);
};

/** An error that the system gave for a file, and no mistake of this program. */
export const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** What went wrong with a file, in words; the code of the system where there are none. */
export const reasonOf = (error: unknown): string => {
  const code = isSystemError(error) ? error.code : 'unknown error';
  return REASONS[code] ?? code;
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'it exists already; add --force to replace it',
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for you on the disk',
  EIO: 'the disk does not work',
  EBUSY: 'another run is at work there',
  EROFS: 'the disk is read-only',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};
