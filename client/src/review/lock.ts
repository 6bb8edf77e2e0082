import { commands, type TextDocument, window } from 'vscode';

const SET = 'workbench.action.files.setActiveEditorReadonlyInSession';
const RESET = 'workbench.action.files.resetActiveEditorReadonlyInSession';

/** Letters that are read-only for the time of a review. VS Code sets and resets this of the editor in front alone. */
export class Locks {
  readonly #locked = new Set<string>();

  /** Makes the letter in front read-only. */
  async lock({ uri }: TextDocument): Promise<void> {
    this.#locked.add(uri.toString());
    await commands.executeCommand(SET);
  }

  /** Makes a letter as it was: at once where it is in front, else as soon as it is. */
  async release(isReviewed: (uri: string) => boolean): Promise<void> {
    const uri = window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || isReviewed(uri) || !this.#locked.delete(uri)) return;
    await commands.executeCommand(RESET);
  }
}
