import { matchDrugAt, matchTopicAt } from '../../facts/index.ts';
import { odgChapters } from '../../facts/odg.ts';
import { scanWords } from '../../facts/phrases.ts';
import { meaningOf } from '../../letter/meaning.ts';
import type { Citation, Letter } from '../../letter/model.ts';
import { type Flow, flowOf, sourceSpan } from '../../text/flow.ts';
import type { Span } from '../../text/span.ts';
import type { Mention, Subject } from '../subjects.ts';
import { guidelineSubject, schemeSubject, topicSubject } from './names.ts';
import { schemeAt } from './schemes.ts';

/** What a citation names: scheme, guideline, topics, and the drugs in the names of topics. */
export const mentionsIn = (letter: Letter, citation: Citation): readonly Mention[] => {
  const flow = flowOf(letter, citation.span.start, citation.span.end);
  const mention = (subject: Subject, span: Span): Mention => ({ subject, span, citation });
  return [
    ...wordsOf(flow).map(([subject, span]) => mention(subject, span)),
    ...(citation.scheme === 'ODG' ? chaptersOf(flow) : partsOf(citation)).map(([subject, span]) =>
      mention(subject, span),
    ),
  ];
};

type Named = readonly [Subject, Span];

const wordsOf = (flow: Flow): readonly Named[] => {
  const found: Named[] = [];
  scanWords(flow.text, 0, (at) => {
    const scheme = schemeAt(flow.text, at);
    const drug = scheme ? null : matchDrugAt(flow.text, at);
    const end = scheme?.end ?? at + (drug?.length ?? 0);
    if (scheme) found.push([schemeSubject(scheme.scheme), sourceSpan(flow, at, end)]);
    if (drug) found.push([`drug:${drug.drug.id}`, sourceSpan(flow, at, end)]);
    return end;
  });
  return found;
};

/** Guideline and sections of the schedule, which the parser has told apart already. */
const partsOf = (citation: Citation): readonly Named[] => {
  const meaning = meaningOf(citation);
  const { guideline, sections } = citation;
  const chapter =
    meaning?.guideline && guideline ? [[guidelineSubject(meaning.guideline.id), guideline.span] as const] : [];
  const topics = sections.flatMap(({ span }, index) => {
    const topic = meaning?.topics[index]?.topic;
    return topic ? [[topicSubject(topic), span] as const] : [];
  });
  return [...chapter, ...topics];
};

/** Chapters of the Official Disability Guidelines and their topics, which are cited in free text. */
const chaptersOf = (flow: Flow): readonly Named[] => {
  const chapters = odgChapters(flow.text).filter(({ chapter }) => chapter.id !== 'odg/guide');
  return chapters.flatMap(({ chapter, start, end, topics }, index) => {
    const found: Named[] = [[guidelineSubject(chapter.id), sourceSpan(flow, start, end)]];
    const text = flow.text.slice(0, chapters[index + 1]?.start ?? flow.text.length);
    scanWords(text, end, (at) => {
      const match = matchTopicAt(text, at, chapter.id);
      const topic = match && topics.find(({ id }) => id === match.topicId);
      if (match && topic) found.push([topicSubject(topic), sourceSpan(flow, at, at + match.length)]);
      return at + (match?.length ?? 0);
    });
    return found;
  });
};
