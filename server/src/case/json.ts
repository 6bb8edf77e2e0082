import type { Case } from './case.ts';
import type { CaseWriter } from './writer.ts';

/** A span as JSON.stringify sets it, over four lines. No string holds a raw line break, so this is never inside one. */
const SPAN = /\[\n +(\d+),\n +(\d+)\n +\]/g;

const pretty = (value: unknown): string => JSON.stringify(value, null, 2).replace(SPAN, '[$1, $2]');

/** A record as JSON: two blanks of indentation, members in the schema's order, a line break at the end. */
export const caseToJson = (record: Case): string => `${pretty(record)}\n`;

/** A single record as an object, several (or none) as an array in the same style. */
export const jsonWriter: CaseWriter = {
  alone: caseToJson,
  open: '[',
  record: (record, index) => `${index === 0 ? '\n' : ',\n'}  ${pretty(record).replaceAll('\n', '\n  ')}`,
  close: (count) => (count === 0 ? ']\n' : '\n]\n'),
};

/** Records as one JSON text, as `jsonWriter` writes them. */
export const casesToJson = (records: readonly Case[]): string => {
  const [first] = records;
  if (first && records.length === 1) return jsonWriter.alone(first);
  return jsonWriter.open + records.map(jsonWriter.record).join('') + jsonWriter.close(records.length);
};
