import { ConfigurationTarget, extensions, type Uri, window, workspace } from 'vscode';
import { authorIdOf, SETTINGS_SECTION } from '../../../server/src/protocol.ts';

const SETTING = 'annotator';

/** The id of the annotator who sits here; null where nobody has said yet. */
export const annotator = (): string | null => {
  const name = workspace.getConfiguration(SETTINGS_SECTION).get<string>(SETTING, '');
  return authorIdOf(name);
};

/** The annotator's id, asked for where nobody has said; null where the question was dismissed. */
export const askAnnotator = async (letter?: Uri): Promise<string | null> => annotator() ?? (await setAnnotator(letter));

/** Asks who annotates, and remembers it for all workspaces. Git's e-mail address is offered. */
export const setAnnotator = async (letter?: Uri): Promise<string | null> => {
  const offered = annotator() ?? authorIdOf(await gitAddress(letter)) ?? '';
  const name = await window.showInputBox({
    title: 'Who annotates?',
    prompt: 'A short name for your annotations. It names your files beside the letters; a pseudonym will do.',
    value: offered,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const id = authorIdOf(text);
      if (id === null) return 'Write at least one letter or digit.';
      return id === text.trim() ? null : { message: `Your annotations will be by “${id}”.`, severity: 1 };
    },
  });
  const id = name === undefined ? null : authorIdOf(name);
  if (id !== null) await workspace.getConfiguration(SETTINGS_SECTION).update(SETTING, id, ConfigurationTarget.Global);
  return id;
};

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): {
    readonly repositories: readonly { readonly rootUri: Uri; getConfig(key: string): Promise<string> }[];
  };
}

/** The e-mail address that Git signs commits with here; empty where there is none, or no Git. */
const gitAddress = async (letter: Uri | undefined): Promise<string> => {
  try {
    const git = (await extensions.getExtension<Git>('vscode.git')?.activate()) ?? null;
    if (!git?.enabled) return '';
    const { repositories } = git.getAPI(1);
    const around = repositories.find(({ rootUri }) => letter?.path.startsWith(`${rootUri.path}/`));
    return (await (around ?? repositories[0])?.getConfig('user.email')) ?? '';
  } catch {
    return '';
  }
};
