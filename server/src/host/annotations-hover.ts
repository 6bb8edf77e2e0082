import { type Hover, MarkupKind } from 'vscode-languageserver';
import { escaped } from '../features/markdown.ts';
import { ANNOTATION_COMMANDS, type AnnotationInfo, MACHINE_AUTHOR } from '../protocol.ts';

/** More than anybody reads in a hover; the others are in the view. */
const MOST = 3;

/** What can be done to an annotation from its hover. */
const ACTIONS = [
  ['accept', 'Accept'],
  ['reject', 'Reject'],
  ['correct', 'Correct…'],
  ['flag', 'Flag'],
  ['comment', 'Comment…'],
  ['relabel', 'Relabel…'],
] as const;

/** What makes no sense in a state. */
const POINTLESS: Readonly<Partial<Record<AnnotationInfo['state'], string>>> = {
  confirmed: 'accept',
  rejected: 'reject',
};

/**
 * A hover with the annotations at its place below what it says already: one block. Without either, null. `links`: the
 * editor has the commands and lets hovers name them.
 */
export const withAnnotations = (
  hover: Hover | null,
  annotations: readonly AnnotationInfo[],
  { uri, kind, links }: { readonly uri: string; readonly kind: MarkupKind; readonly links: boolean },
): Hover | null => {
  const [smallest] = annotations;
  if (!smallest) return hover;
  const isMarkdown = kind === MarkupKind.Markdown;
  const gap = isMarkdown ? '  \n' : '\n';
  const blocks = annotations.slice(0, MOST).map((info) => linesOf(info, isMarkdown, links ? uri : null).join(gap));
  const more = annotations.length - blocks.length;
  const text = [...blocks, ...(more > 0 ? [`and ${more} more`] : [])].join('\n\n');
  const before = hover && 'value' in Object(hover.contents) ? (hover.contents as { value: string }).value : '';
  const rule = isMarkdown ? '\n\n---\n\n' : '\n\n';
  return {
    contents: { kind, value: before === '' ? text : `${before}${rule}${text}` },
    ...(hover?.range ? { range: hover.range } : smallest.ranges[0] && { range: smallest.ranges[0] }),
  };
};

const linesOf = (info: AnnotationInfo, isMarkdown: boolean, uri: string | null): readonly string[] => {
  const shown = isMarkdown ? escaped : (text: string) => text.replace(/\s+/g, ' ');
  const { title, value, state, author, note, sic, edited, rule, parsed, mine } = info;
  const name = isMarkdown ? `**${shown(title)}**` : title;
  const said = value === null ? '' : ` = ${shown(String(value))}`;
  const who = author === MACHINE_AUTHOR ? 'the parser' : shown(author);
  const corrected = state === 'corrected' && rule !== null && parsed !== value;
  const lines = [
    `${name}${said} · ${state} by ${who}`,
    edited ? 'The words were edited since: look at it again.' : '',
    corrected ? `The parser says ${parsed === null ? 'nothing' : shown(String(parsed))}.` : '',
    sic ? 'Stays as printed: \\[sic\\]'.replaceAll('\\', isMarkdown ? '\\' : '') : '',
    note === null ? '' : `“${shown(note)}”`,
    rule === null ? '' : `From the record: ${isMarkdown ? `\`${rule.replaceAll('`', '')}\`` : rule}`,
    uri !== null && isMarkdown && mine ? actionsOf(info, uri) : '',
  ];
  return lines.filter((line) => line !== '');
};

const actionsOf = ({ id, state }: AnnotationInfo, uri: string): string => {
  const parameters = encodeURIComponent(JSON.stringify([uri, id])).replace(/[()']/g, percent);
  return ACTIONS.filter(([name]) => POINTLESS[state] !== name)
    .map(([name, title]) => `[${title}](command:${ANNOTATION_COMMANDS[name]}?${parameters})`)
    .join(' · ');
};

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
