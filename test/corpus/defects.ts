import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../server/src/text/span.ts';
import type { Corpus } from './corpus.ts';
import { isArray, isObject, type Json, member } from './json.ts';

/** A mistake that is known to stand in a real letter. */
export interface Defect {
  readonly name: string;
  readonly kind: string;
  /** The words that are wrong. */
  readonly found: string;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

/** The mistakes listed beside the public letters; none where there are no such letters. */
export const knownDefects = ({ where }: Corpus): readonly Defect[] => {
  const file = path.join(where, 'public/defects.json');
  const list: Json = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return (isArray(list) ? list : []).filter(isObject).map((defect) => ({
    name: textOf(member(defect, 'case')),
    kind: textOf(member(defect, 'kind')),
    found: textOf(member(defect, 'found')),
  }));
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every place at which a text holds the words, however they are wrapped, and whether or not a line end took a hyphen. */
export const placesIn = (text: string, words: string): readonly Span[] => {
  const characters = [...words.replace(/[\s-]+/g, '')].map(escaped);
  const pattern = new RegExp(characters.join(String.raw`[\s-]*`), 'g');
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
};

/** What stands for marked text in a committed list, so that no text of a letter need stand there. */
export const hashOfMarked = (marked: string): string =>
  createHash('sha256').update(marked.replace(/\s+/g, ' ')).digest('hex').slice(0, 12);
