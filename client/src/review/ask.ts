import type { AnnotationInfo, LabelInfo, Value } from '../../../server/src/protocol.ts';
import { choose, chooseValue } from '../annotations/choose.ts';
import { labelLine } from '../annotations/labels.ts';
import { valueText } from './text.ts';

/** The value that a decision is about; chosen where the field has several, undefined where the person leaves. */
export const chooseMember = async (
  title: string,
  members: readonly AnnotationInfo[],
): Promise<AnnotationInfo | undefined> => {
  if (members.length <= 1) return members[0];
  const lines = members.map((info, at) => ({
    label: labelLine(info, at),
    description: valueText(info),
    value: info,
  }));
  return (await choose(title, 'Which of them? A digit chooses at once', lines))?.value;
};

/** What the value should be; undefined where the person leaves. */
export const newValue = (labels: readonly LabelInfo[], info: AnnotationInfo): Promise<Value | undefined> =>
  chooseValue(
    labels.find(({ id }) => id === info.label),
    `${info.title}: the right value`,
    info.value,
  );
