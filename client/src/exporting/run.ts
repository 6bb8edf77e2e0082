import type {
  CaseFormat,
  DocumentReport,
  ExportAdded,
  ExportBegun,
  ExportDocument,
  ExportPart,
} from '../../../server/src/protocol.ts';
import { type Outcome, type Reader, readLots } from '../files/lots.ts';
import type { Source } from '../files/walk.ts';

/** The server's side of an export. Null: there is no such export any more, as after a restart. */
export interface Exporter {
  begin(formats: readonly CaseFormat[]): Promise<ExportBegun | null>;
  add(id: number, documents: readonly ExportDocument[]): Promise<ExportAdded | null>;
  end(id: number, cancel: boolean): Promise<readonly ExportPart[] | null>;
}

/** Where the files go. */
export interface Output {
  take(part: ExportPart): Promise<void>;
  /** Gives all files their names. */
  publish(): Promise<void>;
  /** Leaves no unfinished file behind. Never rejects. */
  discard(): Promise<void>;
}

/** A document to export; only some of its letters, from 1, where they are named. */
export interface Wanted<U> extends Source<U> {
  readonly letters?: readonly number[];
}

export interface Work<U> {
  readonly sources: readonly Wanted<U>[];
  readonly formats: readonly CaseFormat[];
  readonly reader: Reader<U>;
  readonly exporter: Exporter;
  readonly output: Output;
  readonly addressOf: (uri: U) => string;
  /** So many files are done. */
  readonly onProgress: (done: number) => void;
  readonly stops: () => boolean;
}

/** What is told of a run. */
export interface Tally<U> {
  readonly files: number;
  readonly letters: number;
  /** Files that hold no letter. */
  readonly others: number;
  readonly failed: readonly { readonly source: Source<U>; readonly reason: string }[];
  readonly reports: readonly { readonly source: Source<U>; readonly report: DocumentReport }[];
  readonly cancelled: boolean;
  /** What other annotators say was left out, since blind mode is on. */
  readonly blind: boolean;
}

/** The server lost the export. */
export class LostExport extends Error {}

/**
 * Exports documents in their order: reads them lot by lot, has the server turn each lot into parts of files, and writes
 * those. Holds two lots at a time. A document that cannot be read is told and does not stop the others. Cancelled or failed,
 * it leaves nothing behind but files of single letters, which are whole.
 */
export const runExport = async <U>(work: Work<U>): Promise<Tally<U>> => {
  const { formats, exporter, output, stops } = work;
  const begun = await exporter.begin(formats);
  if (begun === null) throw new LostExport();
  try {
    const tally = await addAll(work, begun.id);
    if (stops()) {
      await exporter.end(begun.id, true);
      await output.discard();
      return { ...tally, cancelled: true };
    }
    for (const part of (await exporter.end(begun.id, false)) ?? lost()) await output.take(part);
    await output.publish();
    return tally;
  } catch (error) {
    await exporter.end(begun.id, true).catch(() => undefined);
    await output.discard();
    throw error;
  }
};

const lost = (): never => {
  throw new LostExport();
};

const addAll = async <U>(work: Work<U>, id: number): Promise<Tally<U>> => {
  const { sources, reader, exporter, output, onProgress, stops } = work;
  const reports: { source: Source<U>; report: DocumentReport }[] = [];
  const failed: { source: Source<U>; reason: string }[] = [];
  let [done, letters, others, blind] = [0, 0, 0, false];
  for await (const lot of readLots(sources, reader, stops)) {
    if (stops()) break;
    const read = lot.filter((one) => one.kind === 'text');
    const added = await exporter.add(
      id,
      read.map((one) => documentOf(one, work)),
    );
    if (added === null) throw new LostExport();
    for (const part of added.parts) await output.take(part);
    for (const [i, report] of added.reports.entries()) {
      const source = read[i]?.source;
      letters += report.letters;
      blind ||= report.blind;
      if (source && hasProblems(report)) reports.push({ source, report });
    }
    failed.push(...lot.filter((one) => one.kind === 'failed'));
    others += lot.filter((one) => one.kind === 'other').length;
    done += lot.length;
    onProgress(done);
  }
  return { files: done, letters, others, failed, reports, cancelled: false, blind };
};

const documentOf = <U>(
  { source, text }: Extract<Outcome<U>, { kind: 'text' }>,
  { addressOf }: Work<U>,
): ExportDocument => {
  const { letters }: Wanted<U> = source;
  return { uri: addressOf(source.uri), path: source.path, text, ...(letters && { letters }) };
};

/** Problems that a person should look at before the record is used. */
const hasProblems = ({ problems }: DocumentReport): boolean => problems.error + problems.warning > 0;
