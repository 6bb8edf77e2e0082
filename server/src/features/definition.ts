import type { Range } from 'vscode-languageserver';
import { drug as drugOf, topic as topicOf } from '../facts/index.ts';
import { meaningOf } from '../letter/meaning.ts';
import type { Citation, Issue, Letter } from '../letter/model.ts';
import { flowOf, sourceSpan } from '../text/flow.ts';
import { type Span, touches } from '../text/span.ts';
import { rangeOf } from './range.ts';
import { citedWordsIn } from './subjects/cited-words.ts';
import { schemeSubject, topicSubject } from './subjects/names.ts';
import { schemeAt } from './subjects/schemes.ts';
import { mentionsOf, type Subject } from './subjects.ts';

/** The citations that a mention means. Ranges are the letter's. */
export interface Definition {
  /** The mention. */
  readonly origin: Range;
  readonly targets: readonly { readonly range: Range; readonly selection: Range }[];
}

/**
 * From a mention in a rationale, or in the summary, to the citations that it means: of the same issue in a rationale, the
 * expert reviewer's where there are such; of every issue in the summary. `the cited guidelines` means all of them. Null
 * where nothing is named, or nothing that is named is cited.
 */
export const definition = (letter: Letter, offset: number): Definition | null => {
  const issue = letter.issues.find(({ rationale }) => rationale?.printed && touches(rationale.printed.span, offset));
  const prose =
    issue?.rationale?.printed ??
    (letter.summary?.text && touches(letter.summary.text.span, offset) ? letter.summary.text : null);
  if (!prose) return null;
  const mentioned = namedAt(letter, offset) ?? citedAt(letter, prose.span, offset);
  if (!mentioned) return null;
  const targets = (issue ? [issue] : letter.issues).flatMap((each) => citationsFor(each, mentioned.subjects));
  if (targets.length === 0) return null;
  return {
    origin: rangeOf(letter, mentioned.span),
    targets: targets.map(([citation, span]) => ({
      range: rangeOf(letter, citation.span),
      selection: rangeOf(letter, span),
    })),
  };
};

/** What stands at the offset; null for all that is cited. */
interface Mentioned {
  readonly span: Span;
  readonly subjects: ReadonlySet<Subject> | null;
}

/** The smallest mention at the offset, and what else is named by the same words. */
const namedAt = (letter: Letter, offset: number): Mentioned | null => {
  const here = mentionsOf(letter).filter(({ span }) => touches(span, offset));
  const sizes = here.map(({ span }) => span.end - span.start);
  const smallest = here[sizes.indexOf(Math.min(...sizes))];
  if (!smallest) return null;
  const { span } = smallest;
  const same = here.filter((other) => other.span.start === span.start && other.span.end === span.end);
  return { span, subjects: new Set(same.map(({ subject }) => subject)) };
};

/** `the cited guidelines`, `the guideline`: not where the name of a work stands right before, which is meant then. */
const citedAt = (letter: Letter, prose: Span, offset: number): Mentioned | null => {
  const flow = flowOf(letter, prose.start, prose.end);
  for (const { start, end } of citedWordsIn(flow.text)) {
    const span = sourceSpan(flow, start, end);
    if (!touches(span, offset)) continue;
    const before = flow.text.slice(0, start).trimEnd();
    const name = schemeAt(before, before.lastIndexOf(' ') + 1);
    return { span, subjects: name ? new Set([schemeSubject(name.scheme)]) : null };
  }
  return null;
};

/** The citations of an issue about the subjects, each with the part of it that is meant. */
const citationsFor = (issue: Issue, subjects: ReadonlySet<Subject> | null): readonly (readonly [Citation, Span])[] => {
  for (const basis of [issue.expertReviewer, issue.claimsAdministrator]) {
    const found = (basis?.citations ?? []).flatMap((citation) => {
      const span = subjects ? partAbout(citation, subjects) : citation.span;
      return span ? [[citation, span] as const] : [];
    });
    if (found.length > 0) return found;
  }
  return [];
};

const partAbout = (citation: Citation, subjects: ReadonlySet<Subject>): Span | null => {
  const meaning = meaningOf(citation);
  const wanted = new Set([...subjects, ...[...subjects].flatMap(topicsOfDrug)]);
  const index = meaning?.topics.findIndex(({ topic }) => topic && wanted.has(topicSubject(topic))) ?? -1;
  if (index >= 0) return citation.sections[index]?.span ?? citation.span;
  const { guideline } = citation;
  if (meaning?.guideline && subjects.has(`guideline:${meaning.guideline.series}`))
    return guideline?.span ?? citation.span;
  const isOfAcoem = meaning?.guideline?.work?.includes('ACOEM') === true && subjects.has(schemeSubject('ACOEM'));
  return isOfAcoem || subjects.has(schemeSubject(citation.scheme)) ? (guideline?.span ?? citation.span) : null;
};

/** The topics of the schedule that speak of a drug: its mention means these. */
const topicsOfDrug = (subject: Subject): readonly Subject[] => {
  if (!subject.startsWith('drug:')) return [];
  const ids = drugOf(subject.slice('drug:'.length))?.topicIds ?? [];
  return ids.flatMap((id) => topicOf(id) ?? []).map(topicSubject);
};
