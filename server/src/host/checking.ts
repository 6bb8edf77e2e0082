import { parse } from '../letter/parse.ts';
import type { CheckedDocument, CheckParams, CheckResult, TextDocumentContent } from '../protocol.ts';
import { diagnosticsIn } from './diagnostics.ts';
import { judged } from './judged.ts';
import { countsOf, termsInPassing } from './looked-at.ts';
import type { Service } from './service.ts';

type Checker = Pick<Service, 'settings' | 'notes' | 'documents' | 'client'>;

const checked = async (service: Checker, { uri, text }: TextDocumentContent): Promise<CheckedDocument> => {
  const terms = await termsInPassing(service, uri);
  const letters = parse(text);
  const verdicts = judged({ letters }, terms).map(({ verdict }) => verdict);
  return {
    diagnostics: diagnosticsIn({ uri, letters }, terms, service.client.docsBase),
    problems: countsOf(verdicts.flatMap(({ shown }) => shown)),
    letters: letters.length,
    silenced: verdicts.reduce((sum, { silenced }) => sum + silenced.length, 0),
  };
};

/** The problems of documents that need not be open, one after the other; each is read for this question and let go. */
export const checkDocuments = async (service: Checker, { documents }: CheckParams): Promise<CheckResult> => {
  const done: CheckedDocument[] = [];
  for (const document of documents) done.push(await checked(service, document));
  return { documents: done };
};
