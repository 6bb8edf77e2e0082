import type { Span } from '../../text/span.ts';
import { type Annotation, GOLD, MACHINE } from '../model.ts';
import { type OpenLetter, placeIn } from '../store/open.ts';

/** What one annotator says of a place of a letter. */
export interface Mark {
  /** Whose layer it is in: an annotator's id, or `GOLD`. */
  readonly author: string;
  readonly annotation: Annotation;
  /** Where it stands in the document, ascending; one or more. */
  readonly spans: readonly Span[];
}

/** What is compared of a letter. */
export interface LetterMarks {
  /** Its path, or another name that people know it by. */
  readonly letter: string;
  /** Those of the people who are compared that have annotated it or said how far they are, in the order of their ids. */
  readonly authors: readonly string[];
  /** Theirs, without those that they rejected: what is no such thing is the same as what is not there. */
  readonly marks: readonly Mark[];
  /** Theirs that have no place in the text any more, and are not compared. */
  readonly orphans: number;
  /** The gold layer's, with rejected ones: a disagreement that ended in neither. */
  readonly gold: readonly Mark[];
}

/** What there is to compare of a letter between some annotators; without `authors`, between all people. */
export const marksOf = (
  letter: string,
  document: string,
  open: OpenLetter,
  authors: readonly string[] | null = null,
): LetterMarks => {
  const place = placeIn(document, open);
  const layers = open.layers.map((layer) => ({
    ...layer,
    marks: layer.annotations.map((annotation): Mark => {
      const { anchor } = place(annotation);
      return { author: layer.author, annotation, spans: anchor.kind === 'anchored' ? anchor.spans : [] };
    }),
  }));
  const compared = layers.filter(
    ({ author, annotations, progress }) =>
      (authors === null ? author !== GOLD && author !== MACHINE : authors.includes(author)) &&
      (annotations.length > 0 || progress !== null),
  );
  const own = compared.flatMap(({ marks }) => marks.filter(({ annotation }) => annotation.state !== 'rejected'));
  const marks = own.filter(({ spans }) => spans.length > 0);
  const gold = layers.find(({ author }) => author === GOLD)?.marks ?? [];
  return {
    letter,
    authors: compared.map(({ author }) => author),
    marks,
    orphans: own.length - marks.length,
    gold: gold.filter(({ spans }) => spans.length > 0),
  };
};

/** The same for two marks with the same stretches. */
export const placeKey = ({ spans }: Mark): string => spans.map(({ start, end }) => `${start}-${end}`).join();

/** From the beginning of a mark to its end. */
export const extentOf = ({ spans }: Pick<Mark, 'spans'>): Span => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
});

/** In the order of the text, the longer first. */
export const byPlace = (a: Mark, b: Mark): number => {
  const [one, other] = [extentOf(a), extentOf(b)];
  const ids = a.annotation.id < b.annotation.id ? -1 : 1;
  return one.start - other.start || other.end - one.end || (a.annotation.id === b.annotation.id ? 0 : ids);
};
