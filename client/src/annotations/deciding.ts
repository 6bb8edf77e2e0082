import type { AnnotationChange, AnnotationInfo, State } from '../../../server/src/protocol.ts';
import { Failure } from '../commands/letter.ts';
import { askNote, chooseLabel, chooseValue } from './choose.ts';
import { joined, type Span, splitAt, within, withNextWord, withoutLastWord, withSpan } from './spans.ts';
import { type Chosen, chosenOne, letterInFront, make, rangesOf, spanOf, spansOf, takeBack, type Work } from './work.ts';

type Setting = Omit<Extract<AnnotationChange, { op: 'set' }>, 'op' | 'id'>;

type Command = (work: Work, first?: unknown, second?: unknown) => Promise<void>;

/** A command that sets something of the annotation that it is about; nothing where `how` gives null. */
const setting =
  (how: (chosen: Chosen, work: Work) => Promise<Setting | null> | Setting | null): Command =>
  async (work, first, second) => {
    const chosen = await chosenOne(work, first, second);
    const change = await how(chosen, work);
    if (change) await make(work, chosen.document, [{ op: 'set', id: chosen.info.id, ...change }]);
  };

const labelOf = ({ result, info }: Chosen) => result.labels.find(({ id }) => id === info.label);

/** Is what a person says now what the parser said? */
export const stateFor = ({ rule, parsed }: AnnotationInfo, value: AnnotationInfo['value']): State =>
  rule !== null && value !== parsed ? 'corrected' : 'confirmed';

/** Agrees with an annotation, or confirms it again after its words were edited: it then stands on the words of today. */
export const accept = setting(({ info }) => ({
  state: stateFor(info, info.value),
  ...(info.edited && { ranges: info.ranges }),
}));

export const reject = setting(() => ({ state: 'rejected' }));

export const flag = setting(({ info }) => ({
  state: info.state === 'flagged' ? stateFor(info, info.value) : 'flagged',
}));

/** The words are the letter's own slip and stay as printed; again, and they are not. */
export const sic = setting(({ info }) => ({ sic: !info.sic }));

/** Another value, chosen or typed. */
export const correct = setting(async (chosen) => {
  const { info } = chosen;
  const value = await chooseValue(labelOf(chosen), `${info.title}: the right value`, info.value);
  return value === undefined ? null : { value, state: stateFor(info, value) };
});

export const comment = setting(async ({ info }) => {
  const note = await askNote(info);
  return note === undefined ? null : { note };
});

export const relabel = setting(async ({ result, info }, { memory }) => {
  const label = await chooseLabel(result, memory, `Relabel ${info.title}`);
  return label && label.id !== info.label ? { label: label.id } : null;
});

/** Takes an annotation of the person's away; one of the parser's becomes rejected. */
export const remove: Command = async (work, first, second) => {
  const { document, info } = await chosenOne(work, first, second);
  await make(work, document, [{ op: 'remove', id: info.id }]);
};

const respanned = ({ document }: Chosen, spans: readonly Span[]): Setting | null =>
  spans.length === 0 ? null : { ranges: rangesOf(document, spans) };

/** Grows by the selection, or by the next word. */
export const extend = setting((chosen) => {
  const { document, editor, info } = chosen;
  const spans = spansOf(document, info);
  const last = spans.at(-1);
  if (!last) return null;
  const added = editor.selection.isEmpty ? withNextWord(document.getText(), last) : spanOf(document, editor.selection);
  return respanned(chosen, withSpan(spans, added));
});

/** Shrinks to the selection, or by the last word. */
export const shrink = setting((chosen) => {
  const { document, editor, info } = chosen;
  const spans = spansOf(document, info);
  const last = spans.at(-1);
  if (!last) return null;
  if (!editor.selection.isEmpty) return respanned(chosen, within(spans, spanOf(document, editor.selection)));
  return respanned(chosen, [...spans.slice(0, -1), withoutLastWord(document.getText(), last)]);
});

/** Makes two of the annotation at the cursor, before the cursor and behind it. */
export const split: Command = async (work) => {
  const { document, editor, info } = await chosenOne(work);
  const parts = splitAt(document.getText(), spansOf(document, info), document.offsetAt(editor.selection.active));
  if (!parts) throw new Failure('Put the cursor between two words of the annotation.');
  const [before, behind] = parts.map((spans) => rangesOf(document, spans));
  await make(work, document, [
    { op: 'set', id: info.id, ranges: before ?? [] },
    { op: 'add', label: info.label, ranges: behind ?? [], value: info.value, note: info.note },
  ]);
};

/** Makes one of the annotations with the same label that the selection touches; without a selection, of this and the next. */
export const merge: Command = async (work) => {
  const { document, editor, info } = await chosenOne(work);
  const { result } = await letterInFront(work);
  const alike = result.annotations.filter(
    ({ label, mine, state, ranges }) =>
      label === info.label && mine && state !== 'rejected' && state !== 'suggested' && ranges.length > 0,
  );
  const { selection } = editor;
  const touched = alike.filter((one) =>
    rangesOf(document, spansOf(document, one)).some((range) => range.intersection(selection) !== undefined),
  );
  const chosen = selection.isEmpty ? alike.slice(alike.findIndex(({ id }) => id === info.id)).slice(0, 2) : touched;
  const [first, ...others] = chosen;
  if (!first || others.length === 0) throw new Failure(`There is no other ${info.title} to merge with.`);
  const spans = chosen.flatMap((one) => spansOf(document, one));
  await make(work, document, [
    { op: 'set', id: first.id, ranges: rangesOf(document, joined(document.getText(), spans)) },
    ...others.map(({ id }) => ({ op: 'remove', id }) as const),
  ]);
};

export const undo: Command = async (work) => {
  await takeBack(work, (await letterInFront(work)).document);
};
