import type {
  DocumentReport,
  ExportAdded,
  ExportAddParams,
  ExportBeginParams,
  ExportBegun,
  ExportEndParams,
  ExportPart,
} from '../protocol.ts';
import type { ExportRun } from './exports.ts';
import { parentOf, rootOf } from './folders.ts';
import { countsOf, lookAt } from './looked-at.ts';
import type { Service } from './service.ts';

/** Begins an export of many documents. */
export const beginExport = ({ exports }: Service, { formats, author }: ExportBeginParams): ExportBegun =>
  exports.begin(formats, author ?? null);

/** The records of some more documents, as parts of the export's files. */
export const addToExport = async (
  service: Service,
  { id, documents }: ExportAddParams,
): Promise<ExportAdded | null> => {
  const parts: ExportPart[] = [];
  const reports: DocumentReport[] = [];
  const run = service.exports.runOf(id);
  if (run === null) return null;
  for (const document of documents) {
    if (run.tells) await carryFirst(service, run, document.uri);
    const all = await lookAt(service, document, run.tells ? run : null);
    const blind = run.tells && (await service.isBlind(parentOf(document.uri) ?? document.uri));
    const letters = all.filter(({ placed }) => document.letters?.includes(placed.number) ?? true);
    const added = service.exports.add(id, document, letters);
    if (added === null) return null;
    parts.push(...added);
    reports.push({ letters: letters.length, problems: countsOf(letters.flatMap(({ problems }) => problems)), blind });
  }
  return { parts, reports };
};

/** Letters that were renamed by another program get their annotations before what people say of them is exported. */
const carryFirst = async ({ carrying, roots }: Service, { folders }: ExportRun, uri: string): Promise<void> => {
  const folder = rootOf(uri, roots) ?? parentOf(uri) ?? uri;
  if (folders.has(folder)) return;
  folders.add(folder);
  await carrying.carry([folder]);
};

export const endExport = ({ exports }: Service, { id, cancel }: ExportEndParams): readonly ExportPart[] | null => {
  if (cancel !== true) return exports.end(id);
  exports.cancel(id);
  return [];
};
