import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Names that stand in a URI as they are. */
const PLAIN = /^[\w.-]+$/;

/** The URIs of files by their absolute paths, as `pathToFileURL` has them; that of a folder is made once for its files. */
export const fileUris = (): ((file: string) => string) => {
  let last = { folder: '', uri: '' };
  return (file) => {
    const name = path.basename(file);
    const folder = path.dirname(file);
    if (!PLAIN.test(name)) return pathToFileURL(file).href;
    if (folder !== last.folder) last = { folder, uri: pathToFileURL(folder).href.replace(/\/$/, '') };
    return `${last.uri}/${name}`;
  };
};
