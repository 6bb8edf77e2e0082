import { hashOf } from '../hash.ts';
import type { Annotation, Layer, Loaded, Problem } from '../model.ts';
import { passageAt } from '../passage.ts';
import { type OpenLetter, placeIn } from '../store/open.ts';
import { stretchOf, unitTextOf } from '../text-units.ts';
import type { Sheet } from './format.ts';

/**
 * Some layers of a letter as they stand in its text now, ready to be written: every passage is of that text. Orphans have
 * no place there; how many there are is told.
 */
export const sheetOf = (
  letter: string,
  document: string,
  open: OpenLetter,
  layers: readonly Layer[],
): Loaded<Sheet> => {
  const units = unitTextOf(document);
  const base = { hash: hashOf(units.text), units };
  const place = placeIn(document, open);
  const all = layers.flatMap((layer) => layer.annotations);
  const annotations = all.flatMap((annotation): readonly Annotation[] => {
    const { anchor } = place(annotation);
    if (anchor.kind === 'orphan') return [];
    const stretches = anchor.spans.map((span) => stretchOf(units, span));
    const passage = passageAt(base, stretches, annotation.passage.section);
    return passage ? [{ ...annotation, passage }] : [];
  });
  const gone = all.length - annotations.length;
  const problem: Problem = {
    file: letter,
    line: null,
    message: `${gone} of its annotations ${gone === 1 ? 'has' : 'have'} no place in the text any more; left out.`,
  };
  return { value: { letter, base, annotations }, problems: gone > 0 ? [problem] : [] };
};
