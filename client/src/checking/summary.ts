import { counted, unreadText } from '../files/progress.ts';
import { type CheckTally, SEVERITIES } from './run.ts';

/** What is told when a check has ended: what was checked, what was found, what is not in the list, what could not be read. */
export const summaryOf = (tally: CheckTally, unlisted: number): string =>
  [
    checkedText(tally),
    tally.silenced > 0 && `Notes silence ${tally.silenced} more.`,
    unlisted > 0 && `The list shows the first of them: ${counted(unlisted, 'problem')} did not fit.`,
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
