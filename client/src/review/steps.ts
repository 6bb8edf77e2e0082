import type { AnnotationInfo } from '../../../server/src/protocol.ts';

/** What is decided with one key: a value that the parser read, or some that belong together. */
export interface Step {
  /** The same for as long as the letter is. */
  readonly key: string;
  readonly title: string;
  /** The part of the letter that it begins in. */
  readonly section: string;
  /** In the order of the text. */
  readonly members: readonly AnnotationInfo[];
}

interface Field {
  readonly key: string;
  readonly title: string;
}

/** Fields that are decided together, by the beginning of their places in the record. */
const TOGETHER: readonly (readonly [prefix: string, Field])[] = [
  ['/patient/age', { key: 'patient', title: 'Patient' }],
  ['/patient/sex', { key: 'patient', title: 'Patient' }],
  // As the summary tells it, beside the date of the form.
  ['/patient/injuryDate', { key: 'patient', title: 'Patient' }],
  ['/reviewer/', { key: 'reviewer', title: 'Reviewer' }],
  ['/documentsReviewed/', { key: 'documents', title: 'Documents reviewed' }],
];

const SIDES: Readonly<Record<string, string>> = {
  claimsAdministrator: 'Sources of the claims administrator',
  expertReviewer: 'Sources of the reviewer',
};

const DETERMINATION = '/determination';
const DECISION = /^\/issues\/\d+\/decision$/;

/** The decision of the one issue is the determination of the whole, where the letter prints it once. */
const decisionAt = (annotations: readonly AnnotationInfo[], { ranges, letter }: AnnotationInfo): string | null => {
  const place = JSON.stringify([letter, ranges]);
  const same = annotations.find(
    (info) => info.rule !== null && DECISION.test(info.rule) && JSON.stringify([info.letter, info.ranges]) === place,
  );
  return same?.rule ?? null;
};

const fieldOf = (rule: string, title: string): Field => {
  const [, list, number, member = ''] = rule.split('/');
  if (list !== 'issues') return TOGETHER.find(([prefix]) => rule.startsWith(prefix))?.[1] ?? { key: rule, title };
  const issue = Number(number) + 1;
  return { key: `/issues/${number}/${member}`, title: `${SIDES[member] ?? title} of issue ${issue}` };
};

/**
 * The parsed values of a document as they are walked: in the order of the text, those that belong together as one. Takes in
 * what was decided already, so that progress counts the whole letter. Values whose words are gone have no place in the walk.
 */
export const stepsOf = (annotations: readonly AnnotationInfo[]): readonly Step[] => {
  const several = annotations.some(({ letter }) => letter !== null && letter > 1);
  const steps = new Map<string, Omit<Step, 'members'> & { readonly members: AnnotationInfo[] }>();
  for (const info of annotations) {
    if (info.rule === null || !info.mine || info.ranges.length === 0) continue;
    const decision = info.rule === DETERMINATION ? decisionAt(annotations, info) : null;
    const field = decision === null ? fieldOf(info.rule, info.title) : fieldOf(decision, 'Decision');
    const key = `${info.letter ?? 0} ${field.key}`;
    const step = steps.get(key);
    if (step) {
      step.members.push(info);
      continue;
    }
    const title = several ? `Letter ${info.letter ?? 0}: ${field.title}` : field.title;
    steps.set(key, { key, title, section: info.section, members: [info] });
  }
  return [...steps.values()];
};

/** Does a value wait for a decision? One whose words were edited since waits again. */
export const isOpen = ({ state, edited }: AnnotationInfo): boolean =>
  state === 'suggested' || (edited && state !== 'rejected');

/** Those of a step that wait for a decision. */
export const openIn = ({ members }: Pick<Step, 'members'>): readonly AnnotationInfo[] => members.filter(isOpen);

/** The first step from a place on in which something waits; null where there is none. */
export const nextOpen = (steps: readonly Step[], from: number): Step | null =>
  steps.slice(Math.max(from, 0)).find((step) => openIn(step).length > 0) ?? null;

/** What waits in the rest of the part of the letter that a step begins in, the step with it. */
export const restOfSection = (steps: readonly Step[], step: Step): readonly AnnotationInfo[] =>
  steps
    .slice(steps.findIndex(({ key }) => key === step.key))
    .filter(({ section }) => section === step.section)
    .flatMap(openIn);

/** Where a step stands among the others; -1 where it is not among them. */
export const indexOf = (steps: readonly Step[], key: string | null): number =>
  steps.findIndex((step) => step.key === key);
