import { counted, unreadText } from '../files/progress.ts';
import { type CheckTally, SEVERITIES } from './run.ts';

/** What else there is to tell of: problems that did not fit into the list, and notes whose letters are gone. */
export interface Rest {
  readonly unlisted: number;
  readonly lost: number;
}

/** What is told when a check has ended: what was checked, what was found, what is not in the list, what could not be read. */
export const summaryOf = (tally: CheckTally, { unlisted, lost }: Rest): string =>
  [
    checkedText(tally),
    tally.silenced > 0 && `Notes silence ${tally.silenced} more.`,
    unlisted > 0 && `The list shows the first of them: ${counted(unlisted, 'problem')} did not fit.`,
    lost > 0 &&
      `${counted(lost, 'note')} ${lost === 1 ? 'is about a letter that is' : 'are about letters that are'} gone.`,
    unreadText(tally.unreadable),
  ]
    .filter(Boolean)
    .join(' ');

const checkedText = ({ files, letters, problems, cancelled }: CheckTally): string => {
  const what = `${counted(letters, 'letter')} in ${counted(files, 'file')}`;
  const found = SEVERITIES.filter((severity) => problems[severity] > 0);
  const listed = found.map((severity) => counted(problems[severity], severity)).join(', ') || 'no problems';
  return cancelled ? `The check was cancelled after ${what}: ${listed}.` : `Checked ${what}: ${listed}.`;
};
