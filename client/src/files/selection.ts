import type { Uri } from 'vscode';
import { FileType, workspace } from 'vscode';
import { nameOf } from '../commands/place.ts';
import { reasonOf } from '../commands/reason.ts';
import { type Choice, EVERYTHING } from './globs.ts';
import { EVERYWHERE } from './place.ts';
import { type Source, type Unreadable, type Walked, walk } from './walk.ts';

/**
 * The letters of files and folders that a person selected, each once. A file that was selected itself is read whatever it
 * is called. With several folders, paths begin with the folder's name, so that they stay apart.
 */
export const lettersOf = async (
  roots: readonly Uri[],
  choice: Choice = EVERYTHING,
  stops: () => boolean = () => false,
): Promise<Walked<Uri>> => {
  const sources = new Map<string, Source<Uri>>();
  const unreadable: Unreadable<Uri>[] = [];
  for (const root of roots) {
    const walked = await lettersAt(root, choice, stops);
    const before = roots.length > 1 ? `${nameOf(root)}/` : '';
    for (const source of walked.sources) {
      const path = source.uri === root ? source.path : before + source.path;
      if (!sources.has(source.uri.toString())) sources.set(source.uri.toString(), { ...source, path });
    }
    unreadable.push(...walked.unreadable.map((each) => ({ ...each, path: before + each.path })));
  }
  return { sources: [...sources.values()], unreadable };
};

const lettersAt = async (root: Uri, choice: Choice, stops: () => boolean): Promise<Walked<Uri>> => {
  try {
    const { type } = await workspace.fs.stat(root);
    if ((type & FileType.Directory) !== 0) return await walk(root, EVERYWHERE, choice, stops);
    return { sources: [{ uri: root, path: nameOf(root), certain: true }], unreadable: [] };
  } catch (error) {
    return { sources: [], unreadable: [{ uri: root, path: nameOf(root), reason: reasonOf(error) }] };
  }
};
