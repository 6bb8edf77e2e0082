import type { Loaded } from '../model.ts';
import { LABELS_PATH } from '../store/paths.ts';
import { BRAT_CONF, readBratConf } from './brat-conf.ts';
import type { LabelSet } from './labels.ts';
import { readLabels } from './read.ts';

/** The files in which a folder may have its labels, the first that is there counts, and how each is read. */
export const LABEL_FILES: readonly (readonly [
  path: string,
  read: (file: string, text: string) => Loaded<LabelSet | null>,
])[] = [
  [LABELS_PATH, readLabels],
  [BRAT_CONF, readBratConf],
];
