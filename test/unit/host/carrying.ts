/** Letters with annotations in memory, for the tests of what becomes of annotations whose letter is gone. */

import assert from 'node:assert/strict';
import { baseOf } from '../../../server/src/annotations/hash.ts';
import { passageOf } from '../../../server/src/annotations/passage.ts';
import { eventLine } from '../../../server/src/annotations/store/event.ts';
import { isOfAnnotations } from '../../../server/src/annotations/store/folders.ts';
import { basePath, storePath } from '../../../server/src/annotations/store/paths.ts';
import { Carrying } from '../../../server/src/host/annotations-carry.ts';
import { AnnotationsStore } from '../../../server/src/host/annotations-store.ts';
import { FileError, type Files } from '../../../server/src/host/files.ts';
import { foldersUpTo, parentOf, rootOf } from '../../../server/src/host/folders.ts';
import { LetterStatuses } from '../../../server/src/host/letter-statuses.ts';
import { createLog } from '../../../server/src/host/log.ts';

export const ROOT = 'file:///w';
export const STORAGE = 'file:///storage';

export const letterOf = (name: string): string =>
  `CLINICAL CASE SUMMARY\nThe injured worker, a ${name}, asks for Naproxen 550mg after a fall.\n`;

/** The line with which somebody annotated `words` of a text. */
const lineFor = (text: string, words: string, by: string): string => {
  const start = text.indexOf(words);
  const passage = passageOf(baseOf(text), text, [{ start, end: start + words.length }], null);
  assert.ok(passage);
  const content = { label: 'drug', passage, value: null, state: 'confirmed', sic: false, note: null } as const;
  const stamp = { n: 1, at: '2026-01-02T03:04:05.000Z', by };
  return eventLine({ ...stamp, op: 'add', id: `id-${by}`, origin: { kind: 'person' }, content });
};

const silent = createLog({ warn: () => undefined, error: assert.ifError });

/** A workspace in memory. `answer`: whether the person takes back what they are told. */
export const workspace = (roots: readonly string[] = [ROOT], writable = true) => {
  const texts = new Map<string, string>();
  const read: string[] = [];
  const told: string[] = [];
  let [takesBack, unreachable, changed] = [false, '', 0];
  const inside = (folder: string): readonly string[] =>
    [...texts.keys()].filter((uri) => uri.startsWith(`${folder}/`)).sort();
  const files: Files = {
    read: async (uri) => {
      if (uri === unreachable) throw new FileError('you have no permission');
      return texts.get(uri) ?? null;
    },
    append: async (uri, text) => void texts.set(uri, (texts.get(uri) ?? '') + text),
    remove: async (uri) => {
      assert.ok(isOfAnnotations(uri) && texts.delete(uri), uri);
    },
    list: async (folder) => inside(folder).filter((uri) => !uri.includes('/.')),
    names: async (folder) =>
      inside(folder)
        .map((uri) => uri.slice(folder.length + 1))
        .filter((name) => !name.includes('/')),
    stamps: async (folder) =>
      inside(folder).map((uri) => ({
        path: decodeURIComponent(uri.slice(folder.length + 1)),
        stamp: String(texts.get(uri)?.length),
      })),
    readAll: async (uris) => {
      read.push(...uris);
      return uris.map((uri) => texts.get(uri) ?? null);
    },
    home: async (uri) => ({ folders: foldersUpTo(uri, rootOf(uri, roots)), writable, storage: STORAGE }),
  };
  const statuses = new LetterStatuses(() => files);
  const annotations = new AnnotationsStore(
    () => files,
    silent,
    () => undefined,
  );
  let asked: Promise<unknown> = Promise.resolve();
  const carrying = new Carrying({
    files: () => files,
    roots: () => roots,
    statuses,
    annotations,
    log: silent,
    settled: () => Promise.resolve(),
    offer: (message) => {
      told.push(message);
      const answer = Promise.resolve(takesBack);
      asked = answer;
      return answer;
    },
    tell: (sentence) => void told.push(sentence),
    changed: () => void changed++,
  });
  return {
    texts,
    read,
    told,
    files,
    statuses,
    annotations,
    carrying,
    changes: () => changed,
    set: (name: string, text: string, root = ROOT): string => {
      texts.set(`${root}/${name}`, text);
      return `${root}/${name}`;
    },
    annotate: (name: string, by = 'ma', root = ROOT): void => {
      const text = texts.get(`${root}/${name}`) ?? '';
      texts.set(`${root}/${storePath(name, by)}`, lineFor(text, 'Naproxen 550mg', by));
      texts.set(`${root}/${basePath(baseOf(text).hash)}`, baseOf(text).units.text);
    },
    /** As another program does. */
    rename: (from: string, to: string): void => {
      texts.set(to, texts.get(from) ?? '');
      assert.ok(texts.delete(from));
    },
    takesBack: (does: boolean): void => void (takesBack = does),
    close: (uri: string): void => void (unreachable = uri),
    /** Whose annotations a letter has, and how many of them stand in a text. */
    of: async (uri: string): Promise<string> => {
      annotations.clear();
      const { open } = await annotations.of(uri);
      return open.layers.map(({ author, annotations: all }) => `${author} ${all.length}`).join();
    },
    /** What the person has answered is done. */
    settled: async (): Promise<void> => {
      await asked;
      for (let i = 0; i < 50; i++) await Promise.resolve();
    },
    parentOf,
  };
};
