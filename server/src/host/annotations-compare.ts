import { AGREEMENT } from '../annotations/agreement/index.ts';
import type { LetterMarks, Mark } from '../annotations/agreement/marks.ts';
import { isAuthorId } from '../annotations/authors.ts';
import { GOLD } from '../annotations/model.ts';
import type { NewEvent } from '../annotations/store/event.ts';
import type { ChangeResult, CompareParams, CompareResult, Marked, SettleParams } from '../protocol.ts';
import { positionAt, splitLines } from '../text/lines.ts';
import { attempt, failure, partsOf } from './annotations.ts';
import { infosOf } from './annotations-info.ts';
import type { AnnotationView } from './annotations-view.ts';
import type { Service } from './service.ts';

/** Where annotators of an open document disagree, in the order of the text; null where it is not open, and in blind mode. */
export const compareAnnotators = async (
  service: Service,
  { uri, authors }: CompareParams,
): Promise<CompareResult | null> => {
  const view = await service.annotations.of(uri);
  const blind = await service.isBlind(uri);
  const document = service.documents.get(uri);
  if (!document || blind) return null;
  const { text, version, letters } = document;
  const marks = AGREEMENT.marksOf(uri, text, view.open, authors);
  const { agreed, disagreements } = AGREEMENT.compared(marks, view.labels);
  const open = new Set(AGREEMENT.unsettled(marks, disagreements));
  const lines = splitLines(text);
  const infos = (some: readonly Mark[], author: string) =>
    infosOf(some.map(placed), { labels: view.labels, author, ...partsOf(letters, lines) });
  return {
    version,
    authors: marks.authors,
    agreed: agreed.map(markedOf),
    disagreements: disagreements.map((one) => ({
      kind: one.kind,
      range: { start: positionAt(lines, one.span.start), end: positionAt(lines, one.span.end) },
      settled: !open.has(one),
      choices: one.choices.map(({ author, marks: own }) => ({ author, annotations: infos(own, author) })),
    })),
  };
};

const markedOf = ({ author, annotation }: Mark): Marked => ({ author, id: annotation.id });

const placed = ({ annotation, spans }: Mark) => ({
  annotation,
  anchor: { kind: 'anchored', spans, edited: false, moved: false } as const,
});

/** Writes into the gold layer what became of annotations, under their ids; the people's own layers stay as they are. */
export const settleMarks = (service: Service, params: SettleParams): Promise<ChangeResult> | ChangeResult => {
  const { uri, author, progress } = params;
  if (!isAuthorId(author)) return failure(`“${author}” cannot be the id of an annotator.`);
  return attempt(service, async () => {
    const said: readonly NewEvent[] = progress === undefined ? [] : [{ op: 'progress', progress }];
    // Their base texts are kept already, since the annotations are.
    const plan = (view: AnnotationView) => ({ events: [...eventsOf(service, view, params), ...said], bases: [] });
    const { events } = await service.annotations.change(uri, author, plan, GOLD);
    return events.flatMap((event) => ('id' in event ? [event.id] : []));
  });
};

const eventsOf = (service: Service, view: AnnotationView, { uri, marks, as }: SettleParams): readonly NewEvent[] => {
  const wanted = new Set(marks.map(keyOf));
  if (as === 'open') return [...new Set(marks.map(({ id }) => id))].map((id) => ({ op: 'del', id }));
  const text = service.documents.get(uri)?.text ?? '';
  const { marks: all }: LetterMarks = AGREEMENT.marksOf(uri, text, view.open, [
    ...new Set(marks.map(({ author }) => author)),
  ]);
  return AGREEMENT.settled(
    all.filter((mark) => wanted.has(keyOf(markedOf(mark)))),
    as,
  );
};

const keyOf = ({ author, id }: Marked): string => JSON.stringify([author, id]);
