import { counted } from '../files/progress.ts';
import type { Unreadable } from '../files/walk.ts';
import type { Tally } from './run.ts';

/** Of longer lists the rest is counted. */
const MOST_LINES = 2000;

export interface ReportInput<U> {
  readonly tally: Tally<U>;
  /** Folders that could not be read. */
  readonly unreadable: readonly Unreadable<U>[];
  /** Files of single letters that were there and were kept, or could not be written, with the reason. */
  readonly unwritten: readonly { readonly file: string; readonly reason: string }[];
  readonly target: string;
}

/** `Exported 1,200 letters from 1,199 files to cases.` */
export const summary = <U>({ tally, target }: Pick<ReportInput<U>, 'tally' | 'target'>): string => {
  const files = tally.files - tally.others - tally.failed.length;
  const what = `${counted(tally.letters, 'letter')} from ${counted(files, 'file')}`;
  if (tally.cancelled) return `The export was cancelled after ${what}.`;
  return [`Exported ${what} to ${target}.`, ...(tally.blind ? [BLIND] : [])].join(' ');
};

/** Said of an export of records in blind mode, whether there is anything that it leaves out or not. */
export const BLIND = 'Blind mode is on: of what people say of values, only your own is in it.';

/** What a person should know that is not in the files: is there anything? */
export const isWorthTelling = <U>({ tally, unreadable, unwritten }: ReportInput<U>): boolean =>
  tally.failed.length + tally.reports.length + unreadable.length + unwritten.length > 0;

/** The report of a run, as Markdown. */
export const reportText = <U>(input: ReportInput<U>): string => {
  const { tally, unreadable, unwritten } = input;
  const others =
    tally.others === 0 ? '' : `\nPassed over, since they hold no letter: ${counted(tally.others, 'file')}.\n`;
  return [
    `# Export of letters\n\n${summary(input)}\n${others}`,
    section(
      'Could not be read',
      [...unreadable, ...tally.failed.map(({ source, reason }) => ({ path: source.path, reason }))].map(
        ({ path, reason }) => `${code(path)}: ${reason}`,
      ),
    ),
    section(
      'Could not be written',
      unwritten.map(({ file, reason }) => `${code(file)}: ${reason}`),
    ),
    section(
      'Have problems',
      tally.reports.map(({ source, report }) => {
        const { error, warning } = report.problems;
        const counts = [error > 0 && counted(error, 'error'), warning > 0 && counted(warning, 'warning')];
        return `${code(source.path)}: ${counts.filter(Boolean).join(', ')}`;
      }),
    ),
  ]
    .filter(Boolean)
    .join('\n');
};

const section = (title: string, lines: readonly string[]): string => {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_LINES ? [`and ${counted(lines.length - MOST_LINES, 'more file')}`] : [];
  return `## ${title}\n\n${[...lines.slice(0, MOST_LINES), ...more].map((line) => `- ${line}\n`).join('')}`;
};

/** A path as Markdown shows it whatever it holds. */
const code = (path: string): string => {
  const fence = '`'.repeat(1 + Math.max(0, ...[...path.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length === 1 ? `\`${path}\`` : `${fence} ${path} ${fence}`;
};
