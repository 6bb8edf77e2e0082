import type { Range, TextDocumentPositionParams } from 'vscode-languageserver';
import { GOLD, problemText } from '../annotations/model.ts';
import type { NewEvent } from '../annotations/store/event.ts';
import { nameOfSection } from '../features/outline.ts';
import type { PlacedLetter } from '../letter/model.ts';
import {
  type AnnotationChange,
  type AnnotationInfo,
  type AnnotationsResult,
  authorIdOf,
  type ChangeParams,
  type ChangeResult,
  type ListParams,
} from '../protocol.ts';
import { type Lines, lineAt, offsetAt } from '../text/lines.ts';
import { contains, type Span, touches } from '../text/span.ts';
import { infosOf, labelInfos, type Showing } from './annotations-info.ts';
import { planChanges, Refusal, type SpannedChange } from './annotations-plan.ts';
import { isShownTo, seenBy, standingOf } from './annotations-standing.ts';
import type { Planned } from './annotations-store.ts';
import { letterAt } from './documents.ts';
import { FileError } from './files.ts';
import type { Service } from './service.ts';

/** The annotations of an open document as they stand in it now; null where it is not open. */
export const listAnnotations = async (
  service: Service,
  { uri, author }: ListParams,
): Promise<AnnotationsResult | null> => {
  const [view, settings] = await Promise.all([service.annotations.of(uri), service.settings.of(uri)]);
  service.annotator = author;
  const document = service.documents.get(uri);
  if (!document) return null;
  if (view.sources.length === 0) void service.carrying.opened(uri, document.text);
  const standing = standingOf(document, view);
  const { lines } = standing;
  return {
    version: document.version,
    annotations: infosOf(seenBy(author, standing).filter(isShownTo(author, view, settings)), {
      labels: view.labels,
      author,
      ...partsOf(document.letters, lines),
    }),
    labels: labelInfos(view.labels),
    groups: view.labels.set.groups.map(({ title }) => title),
    problems: view.problems.map(problemText),
    kept: view.target === null ? 'nowhere' : view.target.isStorage ? 'storage' : 'folder',
    progress: view.open.layers.find((layer) => layer.author === author && layer.author !== GOLD)?.progress ?? null,
    undoable: author !== null && service.undo.has(uri, author),
  };
};

/** Those at a place, the smallest first, for the person who asked last; the parser's own, which are everywhere, are not. */
export const annotationsAt = async (
  service: Service,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): Promise<readonly AnnotationInfo[]> => {
  const [view, settings] = await Promise.all([service.annotations.of(uri), service.settings.of(uri)]);
  const document = service.documents.get(uri);
  if (!document || view.open.layers.length === 0) return [];
  const { lines, placed } = standingOf(document, view);
  const offset = offsetAt(lines, position.line, position.character);
  const here = placed.filter(
    ({ annotation, anchor }) =>
      annotation.state !== 'rejected' &&
      anchor.kind === 'anchored' &&
      anchor.spans.some((span) => touches(span, offset)),
  );
  const author = service.annotator;
  const infos = infosOf(here.filter(isShownTo(author, view, settings)), {
    labels: view.labels,
    lines,
    author,
    sectionName: () => '',
    letterNumber: () => null,
  });
  // In the order of the text the longer come first, so of those at one place the last is the smallest.
  return infos.toReversed();
};

/** What infos say of the place of a span in a document. */
export const partsOf = (
  letters: readonly PlacedLetter[],
  lines: Lines,
): Pick<Showing, 'lines' | 'letterNumber' | 'sectionName'> => ({
  lines,
  letterNumber: ({ start }) => letterAt(letters, lineAt(lines, start))?.number ?? null,
  sectionName: ({ start }) => sectionNameAt(letters, lines, start),
});

const sectionNameAt = (letters: readonly PlacedLetter[], lines: Lines, offset: number): string => {
  const placed = letterAt(letters, lineAt(lines, offset));
  if (!placed) return 'Before the letter';
  const name = nameOfSection(placed.letter, offset - placed.offset);
  return letters.length > 1 ? `Letter ${placed.number}, ${name}` : name;
};

/** The part of the letter that a passage keeps: which letter of the document, then the issue. */
const sectionAt = (letters: readonly PlacedLetter[], lines: Lines, { start }: Span): string | null => {
  const placed = letterAt(letters, lineAt(lines, start));
  if (!placed) return null;
  const at = { start: start - placed.offset, end: start - placed.offset };
  const issue = placed.letter.issues.findIndex(({ span }) => contains(span, at));
  return issue < 0 ? String(placed.number) : `${placed.number}/issues/${issue}`;
};

const STALE = 'The letter was changed meanwhile. Please do it again.';

/** Makes changes, all or none, and tells every client that they were made. */
export const changeAnnotations = async (service: Service, params: ChangeParams): Promise<ChangeResult> => {
  const { uri, author, version } = params;
  if (authorIdOf(author) !== author) return failure(`“${author}” cannot be the id of an annotator.`);
  return attempt(service, async () => {
    const plan = await service.annotations.change(uri, author, (view) => {
      const document = service.documents.get(uri);
      if (document?.version !== version) throw new Refusal(STALE);
      const standing = standingOf(document, view);
      const { text, lines } = standing;
      return planChanges(
        {
          view,
          text,
          author,
          placed: seenBy(author, standing),
          sectionOf: (span) => sectionAt(document.letters, lines, span),
          newId: () => crypto.randomUUID(),
        },
        params.changes.map((change) => spanned(lines, change)),
      );
    });
    if (plan.inverse.length > 0) service.undo.push(uri, author, plan.inverse);
    return plan.ids;
  });
};

/** Takes back a person's last change since the letter was opened. */
export const undoAnnotations = async (service: Service, { uri, author }: ListParams): Promise<ChangeResult> => {
  const events = author === null ? null : service.undo.pop(uri, author);
  if (author === null || events === null) return failure('There is nothing to take back.');
  return attempt(service, async () => {
    const plan: Planned = { events, bases: [] };
    await service.annotations.change(uri, author, () => plan);
    return events.flatMap((event: NewEvent) => ('id' in event ? [event.id] : []));
  });
};

/** That nothing was changed, and why. */
export const failure = (failed: string): ChangeResult => ({ failed, ids: [] });

/** Makes a change and tells every client; why it could not be made becomes a sentence. */
export const attempt = async (service: Service, change: () => Promise<readonly string[]>): Promise<ChangeResult> => {
  try {
    return { failed: null, ids: await change() };
  } catch (error) {
    if (error instanceof Refusal) return failure(error.message);
    if (error instanceof FileError) return failure(`The annotation could not be kept: ${error.message}.`);
    throw error;
  } finally {
    service.annotationsChanged();
  }
};

const spanned = (lines: Lines, change: AnnotationChange): SpannedChange => {
  if (change.op === 'remove' || change.op === 'progress') return change;
  const { ranges, ...rest } = change;
  return { ...rest, spans: ranges?.map((range) => spanOf(lines, range)) };
};

const spanOf = (lines: Lines, { start, end }: Range): Span => ({
  start: offsetAt(lines, start.line, start.character),
  end: offsetAt(lines, end.line, end.character),
});
