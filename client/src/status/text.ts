import type { StatusParams } from '../../../server/src/protocol.ts';
import type { ServerState } from '../server/lifecycle.ts';

const FORMATS: Readonly<Record<StatusParams['format'], string>> = {
  'professional-review-2013': 'IMR professional review of 2013',
  'notice-2013': 'IMR notice of 2013',
  'decision-2013': 'IMR decision of 2013',
  'prose-2014': 'IMR 2014 letter',
  'credentials-2015': 'IMR 2015 letter',
  unknown: 'IMR letter of unknown form',
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What the language status shows: text, what stands beside it, and whether it is still being worked out. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
}

/**
 * The text for a document: `IMR 2015 letter · 3 issues`, beside it `2 problems`. `status` is what the server said last of
 * it, null where it has said nothing yet; `version` is the document's version now.
 */
export const letterText = (status: StatusParams | null, version: number, server: ServerState): StatusText => {
  const works = server === 'running' || server === 'starting';
  if (status === null) return { text: 'IMR letter', detail: '', busy: works };
  const busy = works && status.version < version;
  if (status.letters === 0) return { text: 'No IMR letter found', detail: '', busy };
  const what = status.letters === 1 ? FORMATS[status.format] : counted(status.letters, 'IMR letter');
  return {
    text: `${what} · ${counted(status.issues, 'issue')}`,
    detail: problemsText(status),
    busy,
  };
};

/** `3 problems · 2 silenced`, and what a person may want to do something about. */
const problemsText = ({ problems, silenced, stale, notes }: StatusParams): string =>
  [
    problems === 0 ? 'no problems' : counted(problems, 'problem'),
    silenced > 0 && `${silenced} silenced`,
    stale > 0 && counted(stale, 'stale note'),
    silenced + stale > 0 && notes === 'storage' && 'notes are not kept in the folder',
  ]
    .filter(Boolean)
    .join(' · ');

export interface ServerText {
  readonly text: string;
  readonly severity: 'information' | 'error';
  readonly busy: boolean;
}

/** The text for the language server's own entry. */
export const serverText = (state: ServerState): ServerText => {
  switch (state) {
    case 'idle':
      return { text: 'Language server stopped', severity: 'information', busy: false };
    case 'starting':
      return { text: 'Language server starting', severity: 'information', busy: true };
    case 'running':
      return { text: 'Language server running', severity: 'information', busy: false };
    case 'failed':
      return { text: 'Language server failed', severity: 'error', busy: false };
  }
};
