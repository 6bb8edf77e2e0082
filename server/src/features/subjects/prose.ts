import { matchChapterAt, matchDrugAt } from '../../facts/index.ts';
import { endsWord, longestAt, type Phrases, scanWords } from '../../facts/phrases.ts';
import type { Letter } from '../../letter/model.ts';
import { type Flow, flowOf, sourceSpan } from '../../text/flow.ts';
import type { Span } from '../../text/span.ts';
import type { Mention, Subject } from '../subjects.ts';
import { guidelineSubject, type Name, schemeSubject } from './names.ts';
import { schemeAt } from './schemes.ts';

/** What the running text of a letter names: summary, list of documents, titles of issues and rationales. */
export const mentionsInProse = (letter: Letter, names: Phrases<Name>): readonly Mention[] =>
  regionsOf(letter).flatMap((region) => {
    const flow = flowOf(letter, region.start, region.end);
    return namedIn(flow, names).map(([subject, start, end]) => ({
      subject,
      span: sourceSpan(flow, start, end),
      citation: null,
    }));
  });

const regionsOf = ({ summary, documents, issues }: Letter): readonly Span[] =>
  [
    summary?.text,
    ...(documents?.items ?? []),
    ...issues.flatMap(({ title, rationale }) => [title, rationale?.printed]),
  ].flatMap((leaf) => leaf?.span ?? []);

type Named = readonly [subject: Subject, start: number, end: number];

const namedIn = ({ text }: Flow, names: Phrases<Name>): readonly Named[] => {
  const found: Named[] = [];
  scanWords(text, 0, (at) => {
    const here = [schemeNamed(text, at), chapterNamed(text, at), topicNamed(text, at, names), drugNamed(text, at)];
    let end = at;
    for (const named of here) {
      if (!named) continue;
      found.push(named);
      end = Math.max(end, named[2]);
    }
    return end;
  });
  return found;
};

const schemeNamed = (text: string, at: number): Named | null => {
  const match = schemeAt(text, at);
  return match && [schemeSubject(match.scheme), at, match.end];
};

const drugNamed = (text: string, at: number): Named | null => {
  const match = matchDrugAt(text, at);
  return match && [`drug:${match.drug.id}`, at, at + match.length];
};

/** A chapter by its title in capitals: `Low Back Complaints` is a chapter, `low back complaints` are a patient's. */
const chapterNamed = (text: string, at: number): Named | null => {
  if (!isCapital(text.charAt(at))) return null;
  const match = matchChapterAt(text, at);
  if (!match || match.guidelineId.startsWith('acoem/')) return null;
  const words = text.slice(at, at + match.length).split(/[ /-]+/);
  const isTitle = words.length > 1 && isCapital(words.at(-1)?.charAt(0) ?? '');
  return isTitle ? [guidelineSubject(match.guidelineId), at, at + match.length] : null;
};

const topicNamed = (text: string, at: number, names: Phrases<Name>): Named | null => {
  const match = longestAt(names, text, at, endsWord);
  const name = match?.values[0];
  if (!match || !name || (name.isCommon && !isCapital(text.charAt(at)))) return null;
  return [name.subject, at, match.end];
};

const isCapital = (character: string): boolean => character !== character.toLowerCase();
