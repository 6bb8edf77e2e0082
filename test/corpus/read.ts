import { caseToJson, toCase } from '../../server/src/case/index.ts';
import { parse } from '../../server/src/letter/parse.ts';
import type { Reader } from './score.ts';

/** The product's own reader: text → case records, as they are exported. */
export const readCases: Reader = (text) =>
  parse(text).map((placed) => JSON.parse(caseToJson(toCase(placed, 'file:///letter.imr.txt'))));
