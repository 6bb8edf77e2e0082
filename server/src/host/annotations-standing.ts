import { version } from '../../../package.json';
import { baseOf } from '../annotations/hash.ts';
import { machineLayer, untouched } from '../annotations/machine.ts';
import { MACHINE } from '../annotations/model.ts';
import { type OpenLetter, type PlacedAnnotation, placeIn } from '../annotations/store/open.ts';
import { toCase } from '../case/index.ts';
import { type Lines, splitLines } from '../text/lines.ts';
import type { AnnotationView } from './annotations-view.ts';
import type { OpenDocument } from './documents.ts';
import type { Settings } from './settings.ts';

/** Where all annotations of a view stand in a text; worked out once for as long as both stay the same. */
export interface Standing {
  readonly text: string;
  readonly lines: Lines;
  /** People's and the gold layer's. */
  readonly placed: readonly PlacedAnnotation[];
  /** What the parser says of the text. */
  readonly machine: readonly PlacedAnnotation[];
}

const standings = new WeakMap<AnnotationView, Standing>();

/** What stands in a document as it is now. */
export const standingOf = (document: OpenDocument, view: AnnotationView): Standing => {
  const { text } = document;
  const known = standings.get(view);
  if (known?.text === text) return known;
  const place = placeIn(text, view.open);
  const placed = view.open.layers.flatMap(({ annotations }) => annotations.map(place));
  const standing = { text, lines: splitLines(text), placed, machine: machineIn(document, view) };
  standings.set(view, standing);
  return standing;
};

const machineIn = ({ uri, text, letters }: OpenDocument, { labels }: AnnotationView): readonly PlacedAnnotation[] => {
  const base = baseOf(text);
  const records = letters.map((placed) => toCase(placed, uri));
  const { annotations } = machineLayer(text, base, records, labels, version);
  return annotations.map(placeIn(text, { layers: [], bases: new Map([[base.hash, base.units]]) }));
};

/** Those that a person sees: all layers, but of the parser's only what they have said nothing of. */
export const seenBy = (author: string | null, { placed, machine }: Standing): readonly PlacedAnnotation[] => [
  ...placed,
  ...untouched(
    machine,
    placed.filter(({ annotation }) => annotation.author === author),
  ),
];

/** In blind mode people see no layer but their own, gold neither, until they are done with the letter. */
export const isShownTo = (
  author: string | null,
  { open }: AnnotationView,
  { annotations: { blind } }: Pick<Settings, 'annotations'>,
): ((placed: PlacedAnnotation) => boolean) => {
  const own = open.layers.find((layer) => layer.author === author);
  if (!blind || own?.progress === 'done') return () => true;
  return ({ annotation }) => annotation.author === author || annotation.author === MACHINE;
};

/**
 * What a record may tell of people's words, for the person who exports it: in blind mode nothing but their own. Unlike a
 * list, it may be handed on, so being done with a letter opens nothing.
 */
export const toldTo = (
  author: string | null,
  open: OpenLetter,
  { annotations: { blind } }: Pick<Settings, 'annotations'>,
): OpenLetter => (blind ? { ...open, layers: open.layers.filter((layer) => layer.author === author) } : open);
