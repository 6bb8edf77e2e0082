import * as vscode from 'vscode';

/** What the person answers when the extension asks or tells; what is not given is dismissed. */
export interface Answers {
  readonly saveTo?: vscode.Uri;
  /** The folder chosen in any dialog for one. */
  readonly folder?: vscode.Uri;
  /** The lines taken of any list, by their labels. */
  readonly picks?: readonly string[];
  /** What is typed into any box; what stands there already is kept where it is not given. */
  readonly input?: string;
  /** The button pressed on any message. */
  readonly button?: string;
}

const MESSAGES = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/**
 * Runs `body` with the person's answers in place of dialogs and messages, which no test could press. Gives the messages
 * shown meanwhile. The bundle of this suite lies in the extension's folder, so both have the same `vscode.window`.
 */
export async function answering(answers: Answers, body: () => Promise<void>): Promise<readonly string[]> {
  const window: Record<string, unknown> = vscode.window as never;
  const names = ['showSaveDialog', 'showOpenDialog', 'showQuickPick', 'showInputBox', ...MESSAGES];
  const before = new Map(names.map((name) => [name, window[name]]));
  const shown: string[] = [];
  window['showSaveDialog'] = () => Promise.resolve(answers.saveTo);
  window['showOpenDialog'] = () => Promise.resolve(answers.folder && [answers.folder]);
  window['showInputBox'] = ({ value }: vscode.InputBoxOptions) => Promise.resolve(answers.input ?? value);
  window['showQuickPick'] = (items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions) => {
    const taken = items.filter(({ label }) => answers.picks?.includes(label));
    return Promise.resolve(options?.canPickMany === true ? taken : taken[0]);
  };
  for (const name of MESSAGES) {
    window[name] = (message: string, ...rest: readonly unknown[]) => {
      shown.push(message);
      const buttons = rest.filter(
        (each) => typeof each === 'string' || (typeof each === 'object' && each !== null && 'title' in each),
      );
      return Promise.resolve(
        buttons.find(
          (each) => (typeof each === 'string' ? each : (each as vscode.MessageItem).title) === answers.button,
        ),
      );
    };
  }
  try {
    await body();
  } finally {
    for (const [name, original] of before) window[name] = original;
  }
  return shown;
}
