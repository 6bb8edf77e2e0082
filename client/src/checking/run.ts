import type {
  CheckedDocument,
  CheckParams,
  CheckResult,
  ProblemCounts,
  TextDocumentContent,
} from '../../../server/src/protocol.ts';
import { type Reader, readLots } from '../files/lots.ts';
import type { Source } from '../files/walk.ts';

/** How letters are checked. */
export interface Checking<U> {
  readonly reader: Reader<U>;
  readonly addressOf: (uri: U) => string;
  /** The server's part; null where it could not. */
  readonly ask: (params: CheckParams) => Promise<CheckResult | null>;
  /** What was found in a file; null where it holds no letter, is gone, or could not be read or checked. */
  readonly onChecked: (source: Source<U>, checked: CheckedDocument | null) => Promise<void>;
  /** So many files are done. */
  readonly onProgress: (done: number) => void;
  readonly stops: () => boolean;
}

/** What is told of a run. */
export interface CheckTally {
  /** Files that hold letters. */
  readonly files: number;
  readonly letters: number;
  /** Those that no note silences. */
  readonly problems: ProblemCounts;
  readonly silenced: number;
  /** Why files could not be read or checked, by path. */
  readonly unreadable: ReadonlyMap<string, string>;
  readonly cancelled: boolean;
}

const NOT_CHECKED = 'its check failed';

/**
 * Checks the letters of files in their order, lot by lot. A file that cannot be read or checked is told and does not stop the
 * others. Rejects where the server is gone.
 */
export const runCheck = async <U>(sources: readonly Source<U>[], work: Checking<U>): Promise<CheckTally> => {
  const { reader, addressOf, onChecked, onProgress, stops } = work;
  const problems = { error: 0, warning: 0, information: 0, hint: 0 };
  const unreadable = new Map<string, string>();
  let [files, letters, silenced, done] = [0, 0, 0, 0];
  for await (const lot of readLots(sources, reader, stops)) {
    if (stops()) break;
    const texts = lot.flatMap((one) =>
      one.kind === 'text' ? [{ uri: addressOf(one.source.uri), text: one.text }] : [],
    );
    const answers = (await answersTo(texts, work)).values();
    for (const one of lot) {
      const checked = one.kind === 'text' ? (answers.next().value ?? null) : null;
      if (one.kind === 'failed') unreadable.set(one.source.path, one.reason);
      if (one.kind === 'text' && checked === null) unreadable.set(one.source.path, NOT_CHECKED);
      await onChecked(one.source, checked);
      if (checked === null) continue;
      files++;
      letters += checked.letters;
      silenced += checked.silenced;
      for (const severity of SEVERITIES) problems[severity] += checked.problems[severity];
    }
    done += lot.length;
    onProgress(done);
  }
  return { files, letters, problems, silenced, unreadable, cancelled: stops() };
};

export const SEVERITIES = [
  'error',
  'warning',
  'information',
  'hint',
] as const satisfies readonly (keyof ProblemCounts)[];

/** The answers to documents in their order. Where a lot fails, each of its documents is asked about alone. */
const answersTo = async <U>(
  documents: readonly TextDocumentContent[],
  { ask }: Checking<U>,
): Promise<readonly (CheckedDocument | null)[]> => {
  if (documents.length === 0) return [];
  const together = await ask({ documents });
  if (together !== null) return together.documents;
  const alone: (CheckedDocument | null)[] = [];
  for (const document of documents) alone.push((await ask({ documents: [document] }))?.documents[0] ?? null);
  return alone;
};
