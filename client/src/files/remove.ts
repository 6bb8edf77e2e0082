import { Uri, workspace } from 'vscode';
import { isOfAnnotations } from '../../../server/src/protocol.ts';

/** Takes away folders that hold nothing any more, up to the one of all annotations. */
export const pruneAnnotations = async (folder: Uri): Promise<void> => {
  if (!isOfAnnotations(folder.path) || (await workspace.fs.readDirectory(folder)).length > 0) return;
  await workspace.fs.delete(folder);
  await pruneAnnotations(Uri.joinPath(folder, '..'));
};

/** Removes a file of annotations, and the folders that hold nothing any more then. Nothing else is ever removed. */
export const removeAnnotations = async (file: Uri): Promise<null> => {
  if (!isOfAnnotations(file.path)) throw new Error('it is no file of annotations');
  await workspace.fs.delete(file);
  await pruneAnnotations(Uri.joinPath(file, '..'));
  return null;
};
