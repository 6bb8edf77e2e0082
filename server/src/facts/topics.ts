import { type Fact, factOf, type Pages, pagesOf, type Table } from './fact.ts';
import { lazy, lazyBy } from './lazy.ts';
import { buildPhrases, filedUnder, foldText, isWordCode, longestAt } from './phrases.ts';
import { odgTable, type TopicGroup, type TopicRow, topicTable } from './tables.ts';

/** A topic or section of a guideline. */
export interface Topic extends Fact {
  /** `mtus/chronic-pain-2009/benzodiazepines`. */
  readonly id: string;
  readonly guidelineId: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Its number where the guideline numbers its sections: `3.3.9`. */
  readonly number: string | null;
  readonly kind: 'part' | 'topic' | 'subtopic';
  /** Null where no page is known. How sure they are is the topic's confidence. */
  readonly pages: Pages | null;
  /** Pages either side that a citation may lie off without being wrong. */
  readonly pageTolerance: number;
  /** The topic it belongs to. */
  readonly parentId: string | null;
}

const TOLERANCE = 1;

const fromRow = (row: TopicRow, guidelineId: string, group: TopicGroup, table: Table): Topic => ({
  id: `${guidelineId}/${row.id}`,
  guidelineId,
  title: row.title,
  aliases: row.aliases ?? [],
  number: row.number ?? null,
  kind: row.kind ?? 'topic',
  pages: pagesOf(row.pagesBy?.[guidelineId] ?? row.pages),
  pageTolerance: group.pageTolerance ?? TOLERANCE,
  parentId: row.parent ? `${guidelineId}/${row.parent}` : null,
  ...factOf(row, table),
});

/** What identifiers are made of: `MRIs (magnetic resonance imaging)` gives `mris`. */
const slug = (title: string): string =>
  withoutBrackets(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `Durable medical equipment (DME)` is also printed without its brackets. */
const withoutBrackets = (title: string): string => title.replace(/ \([^()]*\)/g, '');

const odgTopics = (): readonly Topic[] => {
  const table = odgTable();
  return table.rows.flatMap((row) =>
    (row.topics ?? []).map((title) => ({
      id: `odg/${row.id}/${slug(title)}`,
      guidelineId: `odg/${row.id}`,
      title,
      aliases: [withoutBrackets(title)],
      number: null,
      kind: 'topic' as const,
      pages: null,
      pageTolerance: TOLERANCE,
      parentId: null,
      ...factOf(row, table),
      note: 'This work renamed its topics over the years.',
    })),
  );
};

const byId = lazy((): ReadonlyMap<string, Topic> => {
  const table = topicTable();
  const topics = table.groups.flatMap((group) =>
    group.guidelines.flatMap((id) => group.rows.map((row) => fromRow(row, id, group, table))),
  );
  return new Map([...topics, ...odgTopics()].map((topic) => [topic.id, topic]));
});

const byGuideline = lazy((): ReadonlyMap<string, readonly Topic[]> => {
  const grouped = new Map<string, Topic[]>();
  for (const topic of byId().values()) {
    const group = grouped.get(topic.guidelineId);
    if (group) group.push(topic);
    else grouped.set(topic.guidelineId, [topic]);
  }
  return grouped;
});

/** The topic of an identifier, or null. */
export const topic = (id: string): Topic | null => byId().get(id) ?? null;

/** Every topic of every guideline. */
export const allTopics = (): readonly Topic[] => [...byId().values()];

/** The topics of a guideline in the order of the table; empty where none are known. */
export const topicsOf = (guidelineId: string): readonly Topic[] => byGuideline().get(guidelineId) ?? [];

/** A name in print and the topic it stands for. */
export interface TopicName {
  readonly topic: Topic;
  /** Is it the topic's title itself? */
  readonly own: boolean;
}

const namesOf = (topics: Iterable<Topic>): (readonly [string, TopicName])[] => {
  const entries: (readonly [string, TopicName])[] = [];
  for (const topic of topics) {
    const names = new Set([topic.title, ...topic.aliases].map(foldText));
    for (const name of names) entries.push([name, { topic, own: entries.at(-1)?.[1].topic !== topic }]);
  }
  return entries;
};

const isOfSchedule = (guidelineId: string): boolean => guidelineId.startsWith('mtus/');

const scheduleTopics = function* (): Iterable<Topic> {
  for (const topic of byId().values()) if (isOfSchedule(topic.guidelineId)) yield topic;
};

/** The names of one guideline's topics, or of all the schedule's where the key is null. */
const names = lazyBy((guidelineId: string | null) =>
  buildPhrases(namesOf(guidelineId === null ? scheduleTopics() : topicsOf(guidelineId))),
);

/** What exactly this name (folded) stands for in a guideline, or in any of the schedule's where null. */
export const topicsNamed = (name: string, guidelineId: string | null): readonly TopicName[] =>
  filedUnder(names(guidelineId), name);

const PAGE = /^\s+(?:page|pg|pp?\b)/i;

/** A topic ends at the end, a comma, a full stop, a semicolon, a closing bracket, or before `Page`. */
const endsTopic = (text: string, end: number): boolean => {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  if (code === 46) return end + 1 >= text.length || !isWordCode(text.charCodeAt(end + 1));
  if (code === 44 || code === 59 || code === 41) return true;
  return !isWordCode(code) && PAGE.test(text.slice(end, end + 8));
};

export interface TopicMatch {
  /** The topic's title as the tables spell it, whichever of its names was met. */
  readonly title: string;
  /** How much of the text the name takes, in UTF-16 code units. */
  readonly length: number;
  readonly topicId: string;
}

/** The topic whose longest name starts at `offset`, and where the name ends. */
export const topicAt = (
  text: string,
  offset: number,
  guidelineId: string | null,
): { readonly topic: Topic; readonly end: number } | null => {
  const match = longestAt(names(guidelineId), text, offset, endsTopic);
  const topic = match?.values[0]?.topic;
  return match && topic ? { topic, end: match.end } : null;
};

/**
 * The longest name of a topic of the guideline that starts at `offset` of `text`, null where none does or the name goes
 * on. With null for the guideline, topics of every guideline of the schedule count, the first one in the tables winning.
 */
export const matchTopicAt = (text: string, offset: number, guidelineId: string | null): TopicMatch | null => {
  const match = topicAt(text, offset, guidelineId);
  return match && { title: match.topic.title, length: match.end - offset, topicId: match.topic.id };
};

/**
 * The length of the longest topic's name that starts at `offset`, of the guideline or of any other of the schedule; 0 where
 * none does. Another edition's longer name wins over this one's beginning: `NSAIDs, GI symptoms & cardiovascular risk`.
 */
export const longestTopicAt = (text: string, offset: number, guidelineId: string | null): number => {
  const end = topicAt(text, offset, null)?.end ?? offset;
  const own = guidelineId === null || isOfSchedule(guidelineId) ? null : topicAt(text, offset, guidelineId);
  return Math.max(end, own?.end ?? offset) - offset;
};
