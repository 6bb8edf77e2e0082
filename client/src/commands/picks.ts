/** One line of a list to choose from. */
export interface Pick {
  readonly label: string;
  readonly description: string;
  /** From 1; null for all letters together. */
  readonly letter: number | null;
  /** From 1; null for the letter as a whole. */
  readonly issue: number | null;
}

interface IssueRecord {
  readonly number: number;
  readonly item: string | null;
  readonly decision: string | null;
}

interface CaseRecord {
  readonly caseNumber: string | null;
  readonly issues: readonly IssueRecord[];
}

const LONGEST = 80;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const counted = (count: number): string => (count === 1 ? '1 issue' : `${count} issues`);

/** The records in the text of a `CaseResult`, one or several. */
const recordsOf = (text: string): readonly CaseRecord[] => {
  const value = JSON.parse(text) as CaseRecord | readonly CaseRecord[];
  return Array.isArray(value) ? value : [value as CaseRecord];
};

/** The letters of a document of several, to choose which to export; first all of them. `text` is its records as JSON. */
export const letterPicks = (text: string): readonly Pick[] => {
  const records = recordsOf(text);
  const all: Pick = { label: `All ${records.length} letters`, description: 'in one file', letter: null, issue: null };
  const each = records.map(
    ({ caseNumber, issues }, index): Pick => ({
      label: caseNumber ?? `Letter ${index + 1}`,
      description: [caseNumber === null ? null : `letter ${index + 1}`, counted(issues.length)]
        .filter((part) => part !== null)
        .join(' · '),
      letter: index + 1,
      issue: null,
    }),
  );
  return records.length > 1 ? [all, ...each] : each;
};

/** The issues of a document's letters, or of one of them, to choose which to copy. `text` is its records as JSON. */
export const issuePicks = (text: string, letter: number | null): readonly Pick[] => {
  const records = recordsOf(text).map((record, index) => ({ record, number: index + 1 }));
  const wanted = letter === null ? records : records.filter(({ number }) => number === letter);
  return wanted.flatMap(({ record, number }) =>
    record.issues.map((issue): Pick => {
      const decision = issue.decision === null ? 'no decision' : capitalised(issue.decision);
      return {
        label: `${issue.number} ${shortened(issue.item ?? 'no item')}`,
        description: records.length > 1 ? `${decision} · ${record.caseNumber ?? `letter ${number}`}` : decision,
        letter: number,
        issue: issue.number,
      };
    }),
  );
};
