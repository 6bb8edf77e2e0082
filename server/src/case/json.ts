import type { Case } from './case.ts';
import { textFile } from './text-file.ts';
import type { CaseWriter } from './writer.ts';

/** A span as JSON.stringify sets it, over four lines. No string holds a raw line break, so this is never inside one. */
const SPAN = /\[\n +(\d+),\n +(\d+)\n +\]/g;

const pretty = (value: unknown): string => JSON.stringify(value, null, 2).replace(SPAN, '[$1, $2]');

/** A record as JSON: two blanks of indentation, members in the schema's order, a line break at the end. */
export const caseToJson = (record: Case): string => `${pretty(record)}\n`;

/** A single record as an object, several (or none) as an array in the same style. */
export const jsonWriter: CaseWriter = [
  textFile({
    name: 'cases',
    piece: (record) => `  ${pretty(record).replaceAll('\n', '\n  ')}`,
    alone: (piece) => `${piece.slice(2).replaceAll('\n  ', '\n')}\n`,
    open: () => '[\n',
    between: ',\n',
    close: '\n]\n',
    none: '[]\n',
  }),
];
