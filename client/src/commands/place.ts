/** The parts of VS Code's `Uri` that are used. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/**
 * The folder to offer for a letter's export, as a path of the same place as the result's scheme and authority: the
 * letter's own where files can be written there, else the workspace folder, else none.
 */
export const folderFor = (letter: Place, isWritable: boolean, workspaceFolder: Place | null): Place | null =>
  isWritable && letter.scheme !== 'untitled'
    ? { scheme: letter.scheme, authority: letter.authority, path: parentOf(letter.path) }
    : workspaceFolder;

const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';

/** The last part of an address's path, for messages. */
export const nameOf = ({ path }: Pick<Place, 'path'>): string => path.slice(path.lastIndexOf('/') + 1) || path;

/** The name of the file that is written first and then takes the target's name: hidden, and told from any other. */
export const temporaryName = (target: Pick<Place, 'path'>, random: number): string =>
  `.${nameOf(target)}.${Math.floor(random * 36 ** 6)
    .toString(36)
    .padStart(6, '0')}.tmp`;
