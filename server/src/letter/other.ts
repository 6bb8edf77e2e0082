import { flatMap } from '../text/flat-map.ts';
import { type Flow, sourceSpan } from '../text/flow.ts';
import type { Leaf } from '../text/span.ts';
import type { Sentence } from './citations.ts';
import type { Citation, Scheme } from './model.ts';
import { findPageLists } from './pages.ts';

const JOINS_ANOTHER = /,? and Other Medical Treatment Guidelines? (?:or Medical Evidence)?:? ?/i;

/** How works outside the schedule are told: the first row whose words occur; `title` is the work's own name as printed. */
const SCHEMES: readonly { readonly scheme: Scheme; readonly words: RegExp; readonly title: RegExp }[] = [
  {
    scheme: 'ODG',
    words: /\bO(?:ffi|fﬁ|ﬀi|ﬃ)cial Disability Guidelines?\b|\bODG\b/i,
    title: /^(?:O(?:ffi|fﬁ|ﬀi|ﬃ)cial Disability Guidelines?(?: \(ODG\))?|ODG(?: [A-Z]\w+)? guidelines|ODG)/i,
  },
  {
    scheme: 'ACOEM',
    words:
      /^(?:the )?(?:American College of Occupational|ACOEM\b)|\bACOEM\b|\bOccupational Medicine Practice Guidelines\b/i,
    title: /^ACOEM(?: Occupational Medicine)? Practice Guidelines/i,
  },
];
const YEAR = /\b(?:19|20)\d{2}\b/;

/** A citation of works outside the schedule: free text, of which only scheme, title and pages are read. */
export const readOther = (flow: Flow, { start, end, cited }: Sentence): readonly Citation[] => {
  const body = flow.text.slice(cited, end);
  const joint = JOINS_ANOTHER.exec(body);
  if (!joint) return [citation(flow, start, end, cited)];
  const second = cited + joint.index + joint[0].length;
  return [
    citation(flow, cited, cited + joint.index, cited),
    citation(flow, second, withoutStop(flow.text, end), second),
  ];
};

const withoutStop = (text: string, end: number): number => (text.charCodeAt(end - 1) === 46 ? end - 1 : end);

const citation = (flow: Flow, start: number, end: number, cited: number): Citation => {
  const text = flow.text.slice(start, end);
  const body = flow.text.slice(cited, end);
  const row = SCHEMES.find(({ words }) => words.test(body));
  const title = row?.title.exec(body)?.[0] ?? null;
  const guideline: Leaf<string> | null = title
    ? { value: title, span: sourceSpan(flow, cited, cited + title.length) }
    : null;
  const scheme = row?.scheme ?? 'other';
  const year = guideline ? yearAfter(flow, cited + (title?.length ?? 0), end) : null;
  const pages = flatMap(findPageLists(flow, cited, end), (list) => list.pages);
  return { span: sourceSpan(flow, start, end), text, scheme, guideline, year, sections: [], pages };
};

/** The year right behind a title: `Official Disability Guidelines (ODG), 2016`. A date further on is an update's. */
const yearAfter = (flow: Flow, from: number, end: number): Leaf<number> | null => {
  const near = flow.text.slice(from, Math.min(end, from + 24));
  const match = YEAR.exec(near);
  if (!match || /[/-]/.test(near.charAt(match.index - 1))) return null;
  const at = from + match.index;
  return { value: Number(match[0]), span: sourceSpan(flow, at, at + 4) };
};
