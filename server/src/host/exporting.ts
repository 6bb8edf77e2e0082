import type {
  DocumentReport,
  ExportAdded,
  ExportAddParams,
  ExportBeginParams,
  ExportBegun,
  ExportEndParams,
  ExportPart,
} from '../protocol.ts';
import { countsOf, lookAt } from './looked-at.ts';
import type { Service } from './service.ts';

/** Begins an export of many documents. */
export const beginExport = ({ exports }: Service, { formats }: ExportBeginParams): ExportBegun =>
  exports.begin(formats);

/** The records of some more documents, as parts of the export's files. */
export const addToExport = async (
  service: Service,
  { id, documents }: ExportAddParams,
): Promise<ExportAdded | null> => {
  const parts: ExportPart[] = [];
  const reports: DocumentReport[] = [];
  for (const document of documents) {
    const all = await lookAt(service, document);
    const letters = all.filter(({ placed }) => document.letters?.includes(placed.number) ?? true);
    const added = service.exports.add(id, document, letters);
    if (added === null) return null;
    parts.push(...added);
    reports.push({ letters: letters.length, problems: countsOf(letters.flatMap(({ problems }) => problems)) });
  }
  return { parts, reports };
};

export const endExport = ({ exports }: Service, { id, cancel }: ExportEndParams): readonly ExportPart[] | null => {
  if (cancel !== true) return exports.end(id);
  exports.cancel(id);
  return [];
};
