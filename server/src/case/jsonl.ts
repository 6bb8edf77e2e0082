import { textFile } from './text-file.ts';
import type { CaseWriter } from './writer.ts';

/** JSON Lines: one record a line. */
export const jsonlWriter: CaseWriter = [
  textFile({
    name: 'cases',
    piece: (record) => JSON.stringify(record),
    open: () => '',
    // Not at the end of each record, which would be copied for it.
    between: '\n',
    close: '\n',
    none: '',
  }),
];
