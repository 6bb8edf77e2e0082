import { type Anchor, type Anchorer, anchorer, ORPHAN } from '../anchor/anchor.ts';
import { quoteAnchor } from '../anchor/quote.ts';
import { hashOf } from '../hash.ts';
import type { LabelIndex } from '../labels/labels.ts';
import type { Annotation, Layer, Loaded, Problem } from '../model.ts';
import { quoteOf, type UnitText, unitTextOf } from '../text-units.ts';
import { readStore, type StoreFile } from './layer.ts';
import { basePath } from './paths.ts';

/** A store file of a letter, as it was read. */
export interface StoreText {
  /** As problems name it. */
  readonly file: string;
  readonly author: string;
  readonly text: string;
}

/** All that is known of a letter's annotations. */
export interface OpenLetter {
  /** In the order of the authors' ids. */
  readonly layers: readonly Layer[];
  /** The base texts by hash. */
  readonly bases: ReadonlyMap<string, UnitText>;
}

/** A store file with what it says. */
export interface OpenStore extends StoreText {
  readonly read: Loaded<StoreFile>;
}

export const openStore = (store: StoreText): OpenStore => ({
  ...store,
  read: readStore(store.file, store.text, store.author),
});

/**
 * Puts a letter's files together. `baseText` gives the text of a base file by its hash, null where there is none. What is
 * wrong is told with file and line, and the rest is used: a base text that is missing or was changed, a label that the
 * folder does not know, a quote that is not what stands there. Nothing of it is dropped.
 */
export const openLetter = (
  stores: readonly OpenStore[],
  baseText: (hash: string) => string | null,
  labels: LabelIndex,
): Loaded<OpenLetter> => {
  const problems: Problem[] = [];
  const bases = new Map<string, UnitText>();
  const asked = new Set<string>();
  const layers = [...stores]
    .sort((a, b) => (a.author < b.author ? -1 : 1))
    .map(({ file, text, read: { value, problems: found } }) => {
      const { annotations } = value.layer;
      const lineOf = lineFinder(text);
      problems.push(...found, ...unknownLabels(file, annotations, labels, lineOf));
      for (const { passage } of annotations) {
        if (asked.has(passage.base)) continue;
        asked.add(passage.base);
        const base = checkedBase(passage.base, baseText(passage.base));
        if (typeof base === 'string') problems.push({ file, line: lineOf('base', passage.base), message: base });
        else bases.set(passage.base, base);
      }
      problems.push(...misquoted(file, annotations, bases, lineOf));
      return value.layer;
    });
  return { value: { layers, bases }, problems };
};

/** The first line that gives a member this value; null where none does as we write it. */
type LineOf = (member: string, value: string) => number | null;

const lineFinder =
  (text: string): LineOf =>
  (member, value) => {
    const at = text.indexOf(`"${member}":${JSON.stringify(value)}`);
    return at < 0 ? null : text.slice(0, at).split('\n').length;
  };

const unknownLabels = (
  file: string,
  annotations: readonly Annotation[],
  labels: LabelIndex,
  lineOf: LineOf,
): readonly Problem[] => {
  const unknown = new Set(annotations.map(({ label }) => label).filter((label) => labels.byId(label) === null));
  return [...unknown].map((label) => ({
    file,
    line: lineOf('label', label),
    message: `The label “${label}” is not in the folder’s labels. Annotations keep it; add it to .imr/labels.json or give them another.`,
  }));
};

const checkedBase = (hash: string, text: string | null): UnitText | string => {
  const advice = 'Annotations are looked for by their exact words.';
  if (text === null) return `The base text ${basePath(hash)} is missing. ${advice}`;
  const units = unitTextOf(text);
  return hashOf(units.text) === hash
    ? units
    : `The base text ${basePath(hash)} was changed, so it is not used. ${advice}`;
};

const misquoted = (
  file: string,
  annotations: readonly Annotation[],
  bases: ReadonlyMap<string, UnitText>,
  lineOf: LineOf,
): readonly Problem[] =>
  annotations
    .filter((annotation) => !isQuoted(annotation, bases))
    .map(({ id }) => ({
      file,
      line: lineOf('id', id),
      message: `The words of annotation ${id} are not those at its place in the base text, so it is shown as an orphan.`,
    }));

/** Half of a surrogate pair cannot be kept in a file. */
const LONE = /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
const written = (text: string): string => text.replace(LONE, '\ufffd');

const isQuoted = ({ passage }: Annotation, bases: ReadonlyMap<string, UnitText>): boolean => {
  const base = bases.get(passage.base);
  if (!base) return true;
  return passage.stretches.every((stretch, i) => quoteOf(base, stretch) === written(passage.quotes[i] ?? ''));
};

/** An annotation and where it stands in the document as it is now. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly anchor: Anchor;
}

/** Places annotations of any layers in the document. One alignment a base text, made when first needed. */
export const placeIn = (document: string, { bases }: OpenLetter): ((annotation: Annotation) => PlacedAnnotation) => {
  const finders = new Map<string, Anchorer>();
  for (const [hash, base] of bases) finders.set(hash, anchorer(base, document));
  const byQuote = quoteAnchor(document);
  return (annotation) => {
    const { passage } = annotation;
    const find = finders.get(passage.base);
    if (!find) return { annotation, anchor: byQuote(passage) };
    return { annotation, anchor: isQuoted(annotation, bases) ? find(passage.stretches) : ORPHAN };
  };
};
