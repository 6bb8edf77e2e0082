import type { Log } from './log.ts';
import { readSettings, type Settings } from './settings.ts';

/** Asks the client for the section `imr` as it stands for a document. */
export type AskClient = (uri: string) => Promise<unknown>;

/**
 * The settings of every open document, since folders of one workspace may differ. Asked once a document, checked once,
 * kept until settings change. A client that cannot be asked sends its settings with every change instead.
 */
export class SettingsStore {
  readonly #log: Log;
  readonly #ask: AskClient;
  readonly #byUri = new Map<string, Promise<Settings>>();
  /** Equal settings are one object, so that what was computed under them stays valid. */
  readonly #known = new Map<string, Settings>();
  readonly #complaints = new Set<string>();

  constructor(log: Log, ask: AskClient) {
    this.#log = log;
    this.#ask = ask;
  }

  /** Never rejects: where the client does not answer as it should, defaults hold. */
  of(uri: string): Promise<Settings> {
    const known = this.#byUri.get(uri);
    if (known) return known;
    const asked = this.#load(uri);
    this.#byUri.set(uri, asked);
    return asked;
  }

  drop(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** Settings have changed: everything is asked for again, and what is still wrong is told again. */
  clear(): void {
    this.#byUri.clear();
    this.#complaints.clear();
  }

  async #load(uri: string): Promise<Settings> {
    try {
      return this.#unique(this.#read(await this.#ask(uri)));
    } catch (error) {
      this.#log.failure('workspace/configuration', error);
      return this.#unique(this.#read(undefined));
    }
  }

  #read(section: unknown): Settings {
    return readSettings(section, (name, expected) => {
      const complaint = `Setting ${name} is ignored: ${expected}.`;
      if (this.#complaints.has(complaint)) return;
      this.#complaints.add(complaint);
      this.#log.warn(complaint);
    });
  }

  #unique(settings: Settings): Settings {
    const key = JSON.stringify(settings);
    const known = this.#known.get(key) ?? settings;
    this.#known.set(key, known);
    return known;
  }
}
