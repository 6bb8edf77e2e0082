import type { Connection } from 'vscode-languageserver';
import { ATTRIBUTES, ATTRIBUTES_FILE } from '../notes/index.ts';
import { NO_GIT_FILES_NOTIFICATION } from '../protocol.ts';
import { ask } from './asking.ts';
import { FileError, type Files } from './files.ts';
import { parentOf } from './folders.ts';
import type { Service } from './service.ts';
import type { Settings } from './settings.ts';

/** What is asked of a person, with the answers that they have. */
export const QUESTION = `Write ${ATTRIBUTES_FILE}, so that Git joins the notes and annotations of several people line by line, without conflicts?`;
export const ANSWERS = { yes: 'Yes', no: 'No', never: 'Never' } as const;

/** What offering needs of the rest of the server. */
export interface Asking {
  files(): Files;
  settingsOf(folder: string): Promise<Pick<Settings, 'gitAttributes'>>;
  /** One of the answers' titles; null where the person gives none, or the editor cannot ask. */
  ask(): Promise<string | null>;
  /** Never again, in any folder. */
  forgo(): void;
  tell(sentence: string): void;
}

/** Asks through an editor. One without the extension keeps no answer for good, so it is not asked for one. */
export const askingBy = (
  connection: Pick<Connection, 'sendRequest' | 'sendNotification'>,
  service: Pick<Service, 'files' | 'client' | 'settings' | 'tell'>,
): Asking => ({
  files: () => service.files,
  settingsOf: (folder) => service.settings.of(folder),
  ask: () => ask(connection, QUESTION, [ANSWERS.yes, ANSWERS.no, ...(service.client.commands ? [ANSWERS.never] : [])]),
  forgo: () => void connection.sendNotification(NO_GIT_FILES_NOTIFICATION),
  tell: (sentence) => service.tell(sentence),
});

/**
 * Offers the file that tells Git how to join what several people wrote beside letters: once a folder, after something was
 * kept there, in folders that are in a repository, and where it is not there yet. What was kept is kept either way.
 */
export class GitFiles {
  readonly #asking: Asking;
  readonly #offered = new Set<string>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** `folder` is the one that holds `.imr`. */
  async offer(folder: string): Promise<void> {
    if (this.#offered.has(folder)) return;
    this.#offered.add(folder);
    if (await this.#isWanted(folder)) await this.#write(`${folder}/${ATTRIBUTES_FILE}`);
  }

  async #isWanted(folder: string): Promise<boolean> {
    const { settingsOf, ask, forgo } = this.#asking;
    const files = this.#asking.files();
    const { gitAttributes } = await settingsOf(folder);
    if (gitAttributes === 'never' || (await isThere(files, `${folder}/${ATTRIBUTES_FILE}`))) return false;
    if (gitAttributes === 'write') return true;
    if (!(await isInRepository(files, folder))) return false;
    const answer = await ask();
    if (answer === ANSWERS.never) forgo();
    return answer === ANSWERS.yes;
  }

  async #write(address: string): Promise<void> {
    const { files, tell } = this.#asking;
    try {
      await files().append(address, ATTRIBUTES);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      tell(`${ATTRIBUTES_FILE} could not be written: ${error.message}.`);
    }
  }
}

/** What cannot be read is there. */
const isThere = async (files: Files, address: string): Promise<boolean> =>
  (await files.read(address).catch(() => '')) !== null;

/** A repository has a folder `.git`, a work tree of one a file of that name. */
const isInRepository = async (files: Files, folder: string): Promise<boolean> => {
  const texts: Promise<string | null>[] = [];
  for (let at: string | null = folder; at !== null; at = parentOf(at)) {
    for (const name of ['.git/HEAD', '.git']) texts.push(files.read(`${at}/${name}`).catch(() => null));
  }
  return (await Promise.all(texts)).some((text) => text !== null);
};
