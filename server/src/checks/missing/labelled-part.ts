import type { Basis, Field, Issue, Letter, Mark } from '../../letter/model.ts';
import { flatMap } from '../../text/flat-map.ts';
import type { Leaf } from '../../text/span.ts';
import type { Check, Fix, Found, Severity } from '../check.ts';
import { type MarkedPart, markText, requires } from '../forms.ts';
import { editOf, STOP } from '../skeleton.ts';
import { nameOf, nameWithin, quoted } from '../wording.ts';
import { fillGap, gapFor, type IssueData, type IssuePart, issueOf } from './gap.ts';
import { law } from './legal.ts';

/** What the checks for the labelled parts of an issue differ in. */
export interface LabelledPart {
  readonly part: MarkedPart;
  readonly slot: Exclude<IssuePart, 'title'>;
  /** What it is, for forms that print no label of its own. */
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  /** What it is called among the required fields, where a law asks for it. */
  readonly asked?: string;
  /** Ends the message, behind the provision that asks for it: why it should be there. */
  readonly why: string;
}

/** A check that every issue has one of its labelled parts, and that something stands after the label. */
export const labelledPartCheck = (spec: LabelledPart): Check => ({
  code: `missing.${spec.part}`,
  title: spec.title,
  severity: spec.severity,
  category: 'missing',
  get legal() {
    return spec.asked === undefined ? undefined : law(spec.asked);
  },
  run: (letter) =>
    requires(letter, spec.part) ? flatMap(letter.issues, (issue) => problemsIn(spec, letter, issue)) : [],
  fixes: (problem, letter) => fixesOf(spec, problem, letter),
});

const printedOf = (part: Basis | Field): Leaf<string> | null => ('cited' in part ? part.text : part.printed);

const problemsIn = (spec: LabelledPart, letter: Letter, issue: Issue): readonly Found[] => {
  const part = issue[spec.slot];
  if (part && printedOf(part)) return [];
  const name = markText(letter, spec.part);
  const label = name ? quoted(name) : spec.name;
  const data = (state: IssueData['state']): IssueData => ({ issue: issue.number, state });
  if (part) {
    const span = part.label?.span ?? part.span;
    const message = `${part.label ? quoted(part.label.canonical) : label} of ${nameWithin(issue)} is empty; ${whyOf(spec)}.`;
    return [{ span, message, data: data('empty') }];
  }
  const { anchor } = gapFor(letter, issue, spec.slot);
  return [{ span: anchor, message: `${nameOf(issue)} has no ${label}; ${whyOf(spec)}.`, data: data('missing') }];
};

const whyOf = ({ asked, why }: LabelledPart): string => (asked === undefined ? why : `${law(asked)} ${why}`);

const fixesOf = (spec: LabelledPart, problem: Found, letter: Letter): readonly Fix[] => {
  const issue = issueOf(problem, letter);
  if (!issue) return [];
  const printed = issue[spec.slot]?.label;
  if (printed) return [fillBehind(printed)];
  const label = markText(letter, spec.part);
  if (!label) return [];
  const edit = fillGap(letter, gapFor(letter, issue, spec.slot), [`${label} `, STOP]);
  return [{ title: `Insert ${quoted(label)}`, edits: [edit], preferred: false }];
};

/** The fix that puts the cursor behind a label that nothing follows; blanks at the line's end stay where they are. */
export const fillBehind = (label: Mark): Fix => ({
  title: `Go on after ${quoted(label.canonical)}`,
  edits: [editOf([' ', STOP], label.span.end)],
  preferred: false,
});
