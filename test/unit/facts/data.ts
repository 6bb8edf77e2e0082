import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DATA = path.join(ROOT, 'server/src/facts/data');
const SCHEMAS = path.join(ROOT, 'schema/facts');

const json = (folder: string, name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>;

const names = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/** The names of the tables, their contents and their text. */
export const tableNames = names(DATA);
export const table = (name: string): Record<string, unknown> => json(DATA, name);
export const tableText = (name: string): string => readFileSync(path.join(DATA, `${name}.json`), 'utf8');
export const schemaNames = names(SCHEMAS);
export const schema = (name: string): Record<string, unknown> => json(SCHEMAS, name);
