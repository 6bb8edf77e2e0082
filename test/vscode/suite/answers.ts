import * as vscode from 'vscode';

/** What the person answers when the extension asks or tells; what is not given is dismissed. */
export interface Answers {
  readonly saveTo?: vscode.Uri;
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
  const names = ['showSaveDialog', ...MESSAGES];
  const before = new Map(names.map((name) => [name, window[name]]));
  const shown: string[] = [];
  window['showSaveDialog'] = () => Promise.resolve(answers.saveTo);
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
