import type { Pages } from './fact.ts';
import { lazyBy } from './lazy.ts';
import { candidatesOf, type NearTitle, nearest } from './near.ts';
import { type Topic, topicsNamed, topicsOf } from './topics.ts';

/** What a section printed in a citation means. */
export interface TopicResolution {
  readonly printed: string;
  /** Null where it is unknown, or is a page. */
  readonly topic: Topic | null;
  /** Where a page stands in the section's place: `Section(s): 326`. */
  readonly pages: Pages | null;
  readonly how: 'exact' | 'alias' | 'near' | null;
  /** In a sentence, what speaks against the reading. */
  readonly doubt: string | null;
  /** The known name that the printed one comes near to, where it is not known itself. */
  readonly near: NearTitle | null;
  /** Topics of the same name in other guidelines of the schedule, where this one has none. */
  readonly alternatives: readonly string[];
}

/** What each printed section means within a guideline, in order. */
export const resolveTopics = (sections: readonly string[], guidelineId: string): readonly TopicResolution[] =>
  sections.map((printed) => resolveTopic(printed, guidelineId));

const PAGE = /^(?:pages? |pg\.? |pp?\.? )?(\d{1,3})(?: ?[-\u2013] ?(\d{1,3}))?$/i;
const NUMBER = /^(\d+(?:\.\d+)*)\.?(?= |$)/;

const resolveTopic = (printed: string, guidelineId: string): TopicResolution => {
  const [known] = topicsNamed(printed, guidelineId);
  if (known)
    return {
      printed,
      topic: known.topic,
      pages: null,
      how: known.own ? 'exact' : 'alias',
      doubt: null,
      near: null,
      alternatives: [],
    };
  const page = PAGE.exec(printed);
  if (page) return { ...unknown(printed), pages: { first: Number(page[1]), last: Number(page[2] ?? page[1]) } };
  return numbered(printed, guidelineId) ?? nearby(printed, guidelineId) ?? elsewhere(printed);
};

const unknown = (printed: string): TopicResolution => ({
  printed,
  topic: null,
  pages: null,
  how: null,
  doubt: null,
  near: null,
  alternatives: [],
});

/** A numbered section: by its own number, else the section it stands in. */
const numbered = (printed: string, guidelineId: string): TopicResolution | null => {
  let number = NUMBER.exec(printed)?.[1];
  if (number === undefined) return null;
  const own = number;
  while (number) {
    const topic = topicsOf(guidelineId).find((each) => each.number === number);
    if (topic) {
      if (number === own) return { ...unknown(printed), topic, how: 'alias', near: misspelt(printed, topic) };
      const doubt = `Section ${own} is not in the tables; it stands in “${topic.title}”.`;
      return { ...unknown(printed), topic, how: 'near', doubt };
    }
    number = number.slice(0, Math.max(0, number.lastIndexOf('.')));
  }
  return null;
};

/** The name that a section has, where what is printed behind its number is a misspelling of it; it may have other names. */
const misspelt = (printed: string, topic: Topic): NearTitle | null => {
  const near = nearest(printed, candidatesOf(namesOf(topic).map((name) => [name, topic])));
  return near?.kind === 'spelling' ? { title: near.title, kind: near.kind } : null;
};

const namesOf = ({ title, aliases }: Topic): readonly string[] => [title, ...aliases];

const candidates = lazyBy((guidelineId: string) =>
  candidatesOf(topicsOf(guidelineId).flatMap((topic) => namesOf(topic).map((name) => [name, topic] as const))),
);

const nearby = (printed: string, guidelineId: string): TopicResolution | null => {
  const near = nearest(printed, candidates(guidelineId));
  if (!near) return null;
  const doubt = `The guideline has no section of this title; “${near.title}” comes nearest.`;
  return { ...unknown(printed), topic: near.of, how: 'near', doubt, near: { title: near.title, kind: near.kind } };
};

const elsewhere = (printed: string): TopicResolution => ({
  ...unknown(printed),
  alternatives: topicsNamed(printed, null).map(({ topic }) => topic.id),
});
