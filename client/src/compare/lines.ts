import type { AnnotationInfo, DisagreementInfo, Marked, SettleParams } from '../../../server/src/protocol.ts';

/** What the gold layer is to say of a disagreement. */
export interface Verdict {
  readonly label: string;
  readonly description: string;
  /** What is confirmed and what is rejected, one after the other; empty to leave the disagreement open. */
  readonly settles: readonly Pick<SettleParams, 'marks' | 'as'>[];
}

const LONGEST = 50;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
};

const KINDS: Readonly<Record<DisagreementInfo['kind'], string>> = {
  label: 'different labels',
  missing: 'somebody has nothing here',
  span: 'different words',
  value: 'different values',
};

/** `Disagreement 3 of 12 · a.imr.txt · different values` */
export const headText = ({ kind }: DisagreementInfo, at: number, count: number, letter: string): string =>
  `Disagreement ${at} of ${count} · ${letter} · ${KINDS[kind]}`;

const marksOf = (author: string, annotations: readonly AnnotationInfo[]): readonly Marked[] =>
  annotations.map(({ id }) => ({ author, id }));

const saidBy = (annotations: readonly AnnotationInfo[]): string =>
  annotations.map(({ title, value }) => (value === null ? title : `${title} = ${String(value)}`)).join(', ') ||
  'nothing';

/**
 * What a person can choose, the first nine by a digit: each reading, all of them, none, or to leave it open. Where somebody
 * has nothing, their reading is that the others' are no such thing.
 */
export const verdictsOf = ({ choices }: DisagreementInfo): readonly Verdict[] => {
  const all = choices.flatMap(({ author, annotations }) => marksOf(author, annotations));
  const readings = choices.map(({ author, annotations }): Omit<Verdict, 'label'> & { readonly name: string } => ({
    name: `${author}: ${saidBy(annotations)}`,
    description: shortened(annotations.map(({ words }) => words).join(' … ')),
    settles:
      annotations.length > 0
        ? [{ marks: marksOf(author, annotations), as: 'confirmed' }]
        : [{ marks: all, as: 'rejected' }],
  }));
  const others = [
    { name: 'All of them', description: '', settles: [{ marks: all, as: 'confirmed' as const }] },
    { name: 'Neither: it is no such thing', description: '', settles: [{ marks: all, as: 'rejected' as const }] },
    { name: 'Skip', description: 'it stays open', settles: [] },
  ];
  return [...readings, ...others].map(({ name, ...verdict }, at) => ({ label: `${at + 1}  ${name}`, ...verdict }));
};
