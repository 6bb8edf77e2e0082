import { IMR_FOLDER } from '../annotations/store/folders.ts';
import { LABELS_PATH } from '../annotations/store/paths.ts';
import { NOTES_FILE } from '../notes/index.ts';

/** Files beside letters that other programs and people may change; of a folder that comes or goes whole, only itself is told. */
export const WATCHED: readonly string[] = [
  `**/${IMR_FOLDER}`,
  `**/${NOTES_FILE}`,
  `**/${IMR_FOLDER}/{annotations,base}/**`,
  `**/${LABELS_PATH}`,
];

/** What a change to this file or folder may concern. */
export const concerns = (uri: string): { readonly notes: boolean; readonly annotations: boolean } => {
  const isNotes = uri.endsWith(`/${NOTES_FILE}`);
  return { notes: isNotes || !uri.includes(`/${IMR_FOLDER}/`), annotations: !isNotes };
};
