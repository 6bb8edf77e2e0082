import type { Loaded, Problem } from '../model.ts';
import { type Label, type LabelGroup, type LabelSet, MOST_GROUPS } from './labels.ts';

/** brat's own file of labels, in the folder of the texts. */
export const BRAT_CONF = 'annotation.conf';

/** The attributes that our own `.ann` files have. */
const OURS: ReadonlySet<string> = new Set(['State', 'Author', 'Value', 'Sic']);

const OTHERS: LabelGroup = { id: 'labels', title: 'Labels' };

/**
 * Reads the types of entities and events of a brat `annotation.conf` as labels; events are labels of their words. A type
 * with others indented below it gives them a group. Relations and attributes have no place here and are told. Null where
 * the file has no types.
 */
export const readBratConf = (file: string, text: string): Loaded<LabelSet | null> => {
  const problems: Problem[] = [];
  const groups = new Map<string, LabelGroup>();
  const labels = new Map<string, Label>();
  let part = '';
  let top: string | null = null;
  const group = (title: string | null): string => {
    const one = title === null ? OTHERS : { id: title, title: titleOf(title) };
    // The groups are as many as there are colours; what comes later joins the last.
    if (!groups.has(one.id) && groups.size >= MOST_GROUPS) return [...groups.keys()].at(-1) ?? one.id;
    if (!groups.has(one.id)) groups.set(one.id, one);
    return one.id;
  };
  const lines = text.split(/\r?\n/);
  lines.forEach((line, i) => {
    const words = line.trim();
    if (words === '' || words.startsWith('#') || words.startsWith('<')) return;
    if (words.startsWith('[')) {
      part = words.slice(1, -1).toLowerCase();
      top = null;
      return;
    }
    if (part === 'attributes' && OURS.has(words.split(/\s/)[0] ?? '')) return;
    if (part !== 'entities' && part !== 'events') {
      problems.push({
        file,
        line: i + 1,
        message: `Labels here have no ${part || 'such lines'}, so this one was left out.`,
      });
      return;
    }
    const isIndented = /^\s/.test(line);
    const [name = ''] = words.split(/\s/);
    const id = name.replace(/^!/, '');
    const isHeading = name.startsWith('!') || (!isIndented && /^\s/.test(lines[i + 1] ?? ''));
    if (!isIndented) top = isHeading ? id : null;
    if (!name.startsWith('!') && !labels.has(id)) labels.set(id, { id, title: titleOf(id), group: group(top) });
  });
  if (labels.size === 0) return { value: null, problems };
  return { value: { groups: [...groups.values()], labels: [...labels.values()] }, problems };
};

const titleOf = (id: string): string => id.replaceAll('_', ' ');

/** The labels as a brat `annotation.conf`, with the attributes that our `.ann` files have. */
export const writeBratConf = ({ groups, labels }: LabelSet, authors: readonly string[]): string => {
  const entities = groups.flatMap((group) => {
    const own = labels.filter((label) => label.group === group.id);
    return own.length === 0 ? [] : [`!${group.id}`, ...own.map(({ id }) => `\t${id}`)];
  });
  const values = [...new Set(labels.flatMap((label) => label.values ?? []).filter((value) => !/[\s|]/.test(value)))];
  const attributes = [
    'State\tArg:<ENTITY>, Value:suggested|confirmed|corrected|rejected|flagged',
    ...(authors.length === 0 ? [] : [`Author\tArg:<ENTITY>, Value:${authors.join('|')}`]),
    ...(values.length === 0 ? [] : [`Value\tArg:<ENTITY>, Value:${values.join('|')}`]),
    'Sic\tArg:<ENTITY>',
  ];
  const parts = ['[entities]', ...entities, '[relations]', '[events]', '[attributes]', ...attributes];
  return `${parts.join('\n')}\n`;
};
