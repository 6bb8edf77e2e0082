import { type AnnotationInfo, MACHINE_AUTHOR } from '../../../server/src/protocol.ts';

/** What the lines of the view are grouped by. */
export const GROUPINGS = ['label', 'section', 'state'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const isGrouping = (value: unknown): value is Grouping => GROUPINGS.includes(value as Grouping);

/** A group of the view with its members in the order of the text. */
export interface Group {
  readonly title: string;
  /** Those whose words are gone: a group of its own, on top. */
  readonly orphans: boolean;
  readonly members: readonly AnnotationInfo[];
}

const STATE_TITLES: Readonly<Record<AnnotationInfo['state'], string>> = {
  flagged: 'Flagged',
  suggested: 'Suggested by the parser',
  corrected: 'Corrected',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
};

const STATE_ORDER = Object.values(STATE_TITLES);

const NAMES: Readonly<Record<Grouping, (info: AnnotationInfo) => string>> = {
  label: ({ title }) => title,
  section: ({ section }) => section,
  state: ({ state }) => STATE_TITLES[state],
};

/**
 * Annotations in groups: orphans on top, then by label in the order of the alphabet, by section in the order of the text,
 * or by state, what needs a look first.
 */
export const groupsOf = (annotations: readonly AnnotationInfo[], by: Grouping): readonly Group[] => {
  const orphans = annotations.filter(({ ranges }) => ranges.length === 0);
  const groups = new Map<string, AnnotationInfo[]>();
  for (const info of annotations) {
    if (info.ranges.length === 0) continue;
    const name = NAMES[by](info);
    groups.set(name, [...(groups.get(name) ?? []), info]);
  }
  const titles = [...groups.keys()];
  if (by === 'label') titles.sort((a, b) => a.localeCompare(b, 'en'));
  if (by === 'state') titles.sort((a, b) => STATE_ORDER.indexOf(a) - STATE_ORDER.indexOf(b));
  const placed = titles.map((title) => ({ title, orphans: false, members: groups.get(title) ?? [] }));
  return orphans.length === 0
    ? placed
    : [{ title: 'No longer in the text', orphans: true, members: orphans }, ...placed];
};

/** A line of the view. */
export interface Line {
  readonly label: string;
  readonly description: string;
  /** What a screen reader says: everything that the line shows, its icon too. */
  readonly spoken: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Words that menus ask for: `mine`, the state. */
  readonly context: string;
}

const ICONS: Readonly<Record<AnnotationInfo['state'], string>> = {
  suggested: 'circle-outline',
  confirmed: 'pass-filled',
  corrected: 'edit',
  rejected: 'circle-slash',
  flagged: 'report',
};

const LONGEST = 60;
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
};

/** Who says it: the parser, or a person. */
const saidBy = ({ author }: AnnotationInfo): string => (author === MACHINE_AUTHOR ? 'parser' : author);

/** How an annotation stands in a list grouped by `by`: what the group says already is left out. */
export const lineOf = (info: AnnotationInfo, by: Grouping): Line => {
  const isOrphan = info.ranges.length === 0;
  const value = info.value === null || String(info.value) === info.words ? '' : `= ${String(info.value)}`;
  const description = [
    by !== 'label' && info.title,
    shortened(value),
    by !== 'state' && !isOrphan && info.state,
    saidBy(info),
    info.edited && 'edited',
    info.sic && '[sic]',
    info.note !== null && `“${shortened(info.note)}”`,
  ].filter(Boolean);
  const spoken = [
    `${info.title}: ${shortened(info.words)}`,
    value && `value ${String(info.value)}`,
    isOrphan ? 'no longer in the text' : info.state,
    `by ${saidBy(info)}`,
    info.edited && 'its words were edited',
    info.sic && 'stays as printed',
    info.note !== null && `note: ${info.note}`,
  ].filter(Boolean);
  return {
    label: shortened(info.words),
    description: description.join(' · '),
    spoken: spoken.join(', '),
    icon: isOrphan ? 'warning' : ICONS[info.state],
    context: ['annotation', info.mine ? 'mine' : 'other', isOrphan ? 'orphan' : info.state].join(' '),
  };
};
