import { type Case, valueAt } from '../case/index.ts';
import type { Span } from '../text/span.ts';
import { isValue } from './guards.ts';
import { hashOf } from './hash.ts';
import { type LabelIndex, patternOf } from './labels/labels.ts';
import { type Annotation, type Layer, MACHINE } from './model.ts';
import { type Base, passageOf } from './passage.ts';
import type { PlacedAnnotation } from './store/open.ts';

/** When computed annotations were made: on no day, so that the same letter gives the same bytes. */
export const NO_DAY = '1970-01-01T00:00:00.000Z';

const DIGITS = 24;

/**
 * The layer of what the parser says: a suggested annotation for each value of the records that is printed and has a label.
 * It is computed for as long as it is looked at and never stored; what a person says of one goes to their own layer, under
 * the same id and with what the parser said as its origin.
 *
 * `document` is the text that the records were read from, `base` is `baseOf(document)`, `version` the parser's.
 */
export const machineLayer = (
  document: string,
  base: Base,
  records: readonly Case[],
  labels: LabelIndex,
  version: string,
): Layer => {
  const annotations = records.flatMap((record) =>
    Object.entries(record.spans).flatMap(([pointer, [start, end]]): readonly Annotation[] => {
      const label = labels.byPointer(pointer);
      const passage = label && passageOf(base, document, [{ start, end }], sectionOf(record, pointer));
      if (!passage) return [];
      const value = valueAt(record, pointer);
      const own = isValue(value) ? value : null;
      return [
        {
          id: idOf(record, pointer, passage.quotes),
          label: label.id,
          passage,
          value: own,
          state: 'suggested',
          sic: false,
          note: null,
          author: MACHINE,
          origin: { kind: 'rule', rule: pointer, version, value: own },
          made: NO_DAY,
          changed: NO_DAY,
        },
      ];
    }),
  );
  return {
    author: MACHINE,
    annotations: annotations.sort((a, b) => (a.id < b.id ? -1 : 1)),
    progress: null,
    changed: null,
  };
};

/** As passages keep it: which letter of the document, then the issue. */
const sectionOf = ({ source }: Case, pointer: string): string =>
  [source.letter, ...(/^\/issues\/\d+/.exec(pointer)?.[0].slice(1).split('/') ?? [])].join('/');

/** The same for as long as the value and its words are, in every clone; so what was rejected stays rejected. */
const idOf = ({ source }: Case, pointer: string, quotes: readonly string[]): string => {
  const words = quotes.join(' ').replace(/\s+/g, ' ');
  return `m-${hashOf(JSON.stringify([source.letter, pointer, words])).slice(0, DIGITS)}`;
};

/**
 * Those of the parser's that a person has said nothing of: neither by touching them, nor by an annotation of their own for
 * the same kind of value at the same place, nor by one with the same label on the same words.
 */
export const untouched = (
  machine: readonly PlacedAnnotation[],
  own: readonly PlacedAnnotation[],
): readonly PlacedAnnotation[] => {
  const ids = new Set(own.map(({ annotation }) => annotation.id));
  const places = new Set(own.map(placeOf));
  const byRule = new Map<string, PlacedAnnotation[]>();
  for (const one of own) {
    const { origin } = one.annotation;
    if (origin.kind !== 'rule') continue;
    const pattern = patternOf(origin.rule);
    byRule.set(pattern, [...(byRule.get(pattern) ?? []), one]);
  }
  return machine.filter((one) => {
    const { id, origin } = one.annotation;
    if (ids.has(id) || places.has(placeOf(one))) return false;
    const alike = origin.kind === 'rule' ? (byRule.get(patternOf(origin.rule)) ?? []) : [];
    return !alike.some((other) => overlap(one, other));
  });
};

const spansOf = ({ anchor }: PlacedAnnotation): readonly Span[] => (anchor.kind === 'anchored' ? anchor.spans : []);

const placeOf = (placed: PlacedAnnotation): string =>
  JSON.stringify([placed.annotation.label, spansOf(placed).map(({ start, end }) => [start, end])]);

const overlap = (one: PlacedAnnotation, other: PlacedAnnotation): boolean =>
  spansOf(one).some((a) => spansOf(other).some((b) => a.start < b.end && b.start < a.end));
