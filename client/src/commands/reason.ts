/** What the codes of VS Code's `FileSystemError` and of Node mean to a reader. */
const REASONS: Readonly<Record<string, string>> = {
  FileNotFound: 'there is no such file or folder',
  ENOENT: 'there is no such file or folder',
  FileExists: 'it exists already',
  EEXIST: 'it exists already',
  FileNotADirectory: 'its folder is a file',
  ENOTDIR: 'its folder is a file',
  FileIsADirectory: 'it is a folder',
  EISDIR: 'it is a folder',
  NoPermissions: 'you have no permission',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the place is read-only',
  ENOSPC: 'the disk is full',
  Unavailable: 'the place cannot be reached',
  ETIMEDOUT: 'the place cannot be reached',
};

const codeOf = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && code in REASONS) return code;
  // What VS Code does not know it passes on as `Unknown`, with the system's own code in front of or in the message.
  const inMessage = typeof message === 'string' ? /\bE[A-Z]{3,10}\b/.exec(message)?.[0] : undefined;
  return inMessage !== undefined && inMessage in REASONS ? inMessage : null;
};

/** Why a file could not be read or written, as the end of a sentence: `you have no permission`. */
export const reasonOf = (error: unknown): string => {
  const code = codeOf(error);
  const reason = code === null ? undefined : REASONS[code];
  if (reason !== undefined) return reason;
  return error instanceof Error && error.message !== '' ? error.message.replace(/\.$/, '') : 'of an unknown error';
};
