import { type CancellationToken, type Memento, Uri, window } from 'vscode';
import { exportLetters, type FolderExportOptions, type Gathered } from '../exporting/letters.ts';
import type { Tally } from '../exporting/run.ts';
import { type Choice, globsOf } from '../files/globs.ts';
import { lettersOf } from '../files/selection.ts';
import { askFolders, selectedIn } from './folders.ts';
import { FORMAT_PICKS } from './formats.ts';
import type { Services } from './services.ts';

const TITLE = 'Export Folder';

const isOptions = (value: unknown): value is FolderExportOptions =>
  typeof value === 'object' && value !== null && 'to' in value && value.to instanceof Uri && 'formats' in value;

/**
 * Exports all letters of folders and files: those selected in the Explorer, else a folder that is asked for. Gives what is
 * told of the run, or undefined where the person changed their mind.
 */
export const exportFolder = async (
  services: Services,
  argument: unknown,
  selection: unknown,
  options?: unknown,
): Promise<Tally<Uri> | undefined> => {
  const roots = selectedIn(argument, selection) ?? (await askFolders(TITLE, 'Export the letters of…'));
  if (roots === undefined) return undefined;
  const wanted = isOptions(options) ? options : await askWhat(services.memory);
  if (wanted === undefined) return undefined;
  const choice = { include: globsOf(wanted.include ?? ''), exclude: globsOf(wanted.exclude ?? '') };
  return exportLetters(services, wanted, (token) => lettersIn(roots, choice, token));
};

const lettersIn = (roots: readonly Uri[], choice: Choice, token: CancellationToken): Promise<Gathered> =>
  lettersOf(roots, choice, () => token.isCancellationRequested);

/** Asks for formats and place; for all letters, without patterns. Undefined where the person changed their mind. */
export const askTarget = async (title: string): Promise<FolderExportOptions | undefined> => {
  const picks = await window.showQuickPick(FORMAT_PICKS, {
    title,
    placeHolder: 'Which formats?',
    canPickMany: true,
    matchOnDetail: true,
  });
  if (picks === undefined || picks.length === 0) return undefined;
  const [to] = (await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    title: 'Export into…',
    openLabel: 'Export',
  })) ?? [undefined];
  return to && { to, formats: picks.map(({ format }) => format) };
};

const PATTERNS = [
  ['include', 'Only these files, as patterns set apart by commas, such as *.txt, 2015/. Leave empty for all letters.'],
  [
    'exclude',
    'Without these files, as patterns set apart by commas, such as drafts/, *-old.txt. Leave empty for none.',
  ],
] as const;

const askWhat = async (memory: Memento): Promise<FolderExportOptions | undefined> => {
  const patterns: Record<string, string> = {};
  for (const [name, prompt] of PATTERNS) {
    const key = `export.${name}`;
    const answer = await window.showInputBox({ title: TITLE, prompt, value: memory.get(key, '') });
    if (answer === undefined) return undefined;
    await memory.update(key, answer);
    patterns[name] = answer;
  }
  const target = await askTarget(TITLE);
  return target && { ...target, ...patterns };
};
