import { readListed } from '../../letter/determined.ts';
import type { Issue, Letter } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import { flowOf } from '../../text/flow.ts';
import type { Span } from '../../text/span.ts';
import type { Check, Found } from '../check.ts';
import { nameOf } from '../wording.ts';

/**
 * The forms of 2013 number their issues, and the notice lists its determinations twice before it deals with each.
 *
 *     1) MAXIMUS Federal Services, Inc. has determined … 3) MAXIMUS Federal Services, Inc. has determined …
 *
 * A number that is left out, a request that has no part of its own, and a determination that the second list gives
 * otherwise are reported.
 */
export const structureIssueList: Check = {
  code: 'structure.issue-list',
  title: 'The list of determinations and the issues do not agree.',
  severity: 'warning',
  category: 'structure',
  run: (letter) => {
    const list = isNotice(letter) ? listOf(letter) : [];
    const gaps = gapsIn(letter.issues);
    return list.length === 0
      ? gaps
      : [...gaps, ...withoutPart(letter), ...contradictions(list), ...notListed(letter, list)];
  },
};

const isNotice = ({ sections }: Letter): boolean =>
  sections.some(({ heading }) => heading?.id === 'notice' || heading?.id === 'decision-and-rationale');

/** A determination of the list: its number and whether it finds the request necessary. */
interface Listed {
  readonly number: number;
  readonly value: string | null;
  readonly span: Span;
}

const listOf = (letter: Letter): readonly Listed[] => {
  const second = letter.sections.find(({ id, heading }) => id === 'issues' && heading);
  const first = letter.issues.find(({ title }) => title);
  const end = second?.span.end ?? first?.span.start ?? letter.text.length;
  return readListed(flowOf(letter, 0, end)).map(({ number, determined }) => ({
    number,
    value: determined.decision.value,
    span: determined.decision.span,
  }));
};

const NUMBERED = /^(\d{1,2})[.)]/;

const printedNumber = ({ title }: Issue): number | null => {
  const number = NUMBERED.exec(title?.value ?? '')?.[1];
  return number === undefined ? null : Number(number);
};

/** Numbers that do not go on by one, from the first that is printed. */
const gapsIn = (issues: readonly Issue[]): readonly Found[] =>
  flatMap(issues, (issue, i) => {
    const number = printedNumber(issue);
    const before = issues[i - 1];
    const last = before ? printedNumber(before) : 0;
    if (number === null || last === null || number === last + 1 || !issue.title) return [];
    const { start } = issue.title.span;
    const message =
      last === 0
        ? `The first issue is printed as number ${number}; what stood before it may be lost.`
        : `Issue number ${number} follows on number ${last}; one may be lost or its number damaged.`;
    const related = before?.title ? [{ span: before.title.span, message: `Number ${last}` }] : [];
    return [{ span: { start, end: start + `${number}`.length }, message, related }];
  });

/** A request that the notice decides in its list and does not deal with below. */
const withoutPart = ({ issues }: Letter): readonly Found[] =>
  issues.every(({ title }) => !title)
    ? []
    : flatMap(issues, (issue) =>
        issue.title || !issue.decision
          ? []
          : [
              {
                span: issue.decision.span,
                message: `${nameOf(issue)} is decided in the list, but the letter has no part about it.`,
              },
            ],
      );

const contradictions = (list: readonly Listed[]): readonly Found[] =>
  flatMap(list, (again, i) => {
    const first = list.slice(0, i).find(({ number }) => number === again.number);
    if (!first || first.value === again.value) return [];
    const message = `The second list decides number ${again.number} otherwise than the first.`;
    return [{ span: again.span, message, related: [{ span: first.span, message: 'The first list' }] }];
  });

/** A part about a request that no list decides, though there is a list. */
const notListed = ({ issues }: Letter, list: readonly Listed[]): readonly Found[] =>
  flatMap(issues, (issue) => {
    const number = printedNumber(issue);
    if (number === null || !issue.title || list.some((each) => each.number === number)) return [];
    const { start } = issue.title.span;
    const message = `${nameOf(issue)} is number ${number}, which the list of determinations does not have.`;
    return [{ span: { start, end: start + `${number}`.length }, message }];
  });
