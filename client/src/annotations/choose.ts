import { type Memento, type QuickPickItem, window } from 'vscode';
import type { AnnotationInfo, AnnotationsResult, LabelInfo, Value } from '../../../server/src/protocol.ts';
import { byDigit, byRecent, labelLine, withUsed } from './labels.ts';

/** The ids of the labels used last, the last first. */
const RECENT = 'imr.annotations.recentLabels';

interface Line<T> extends QuickPickItem {
  readonly value: T;
}

/** Lets the person choose a line, by a digit too; undefined where they leave. */
export const choose = <T>(
  title: string,
  placeholder: string,
  lines: readonly Line<T>[],
): Promise<Line<T> | undefined> =>
  new Promise((resolve) => {
    const pick = window.createQuickPick<Line<T>>();
    Object.assign(pick, { title, placeholder, items: lines, matchOnDescription: true });
    const end = (line: Line<T> | undefined): void => {
      resolve(line);
      pick.dispose();
    };
    pick.onDidAccept(() => end(pick.selectedItems[0]));
    pick.onDidHide(() => end(undefined));
    pick.onDidChangeValue((typed) => {
      const line = byDigit(lines, typed);
      if (line) end(line);
    });
    pick.show();
  });

/** Asks for a label, those used last first, and remembers it. */
export const chooseLabel = async (
  { labels, groups }: AnnotationsResult,
  memory: Memento,
  title: string,
): Promise<LabelInfo | undefined> => {
  const recent = memory.get<readonly string[]>(RECENT, []);
  const lines = byRecent(labels, recent).map((value, at) => ({
    label: labelLine(value, at),
    description: groups[value.group] ?? '',
    ...(value.description !== null && { detail: value.description }),
    value,
  }));
  const line = await choose(title, 'A digit chooses at once', lines);
  if (line) await memory.update(RECENT, withUsed(recent, line.value.id));
  return line?.value;
};

/** Asks for a value of a label: one of its own where it has some, else a text or a number; undefined where they leave. */
export const chooseValue = async (
  label: LabelInfo | undefined,
  title: string,
  before: Value,
): Promise<Value | undefined> => {
  if (label && label.values.length > 0) {
    const lines = label.values.map((value, at) => ({
      label: `${at + 1}  ${value}`,
      ...(value === before && { description: 'as it is' }),
      value,
    }));
    return (await choose(title, 'A digit chooses at once', lines))?.value;
  }
  const isNumber = label?.type === 'number';
  const text = await window.showInputBox({
    title,
    value: before === null ? '' : String(before),
    ...(isNumber && { validateInput: (typed) => (numberOf(typed) === null ? 'Write a number.' : null) }),
  });
  if (text === undefined) return undefined;
  return isNumber ? numberOf(text) : text.trim() === '' ? null : text.trim();
};

const numberOf = (typed: string): number | null => {
  const number = Number(typed.trim());
  return typed.trim() === '' || !Number.isFinite(number) ? null : number;
};

/** Asks for a note on an annotation, null for none; undefined where they leave. */
export const askNote = async ({ title, note }: AnnotationInfo): Promise<string | null | undefined> => {
  const typed = await window.showInputBox({ title: `Note on ${title}`, value: note ?? '' });
  return typed === undefined ? undefined : typed.trim() === '' ? null : typed.trim();
};
