import { Disposable, type ExtensionContext, Uri, workspace } from 'vscode';
import { type BaseLanguageClient, ErrorCodes, ResponseError } from 'vscode-languageclient';
import {
  type AppendParams,
  FILE_REQUESTS,
  type FileParams,
  type FilesParams,
  type Home,
} from '../../../server/src/protocol.ts';
import { reasonOf } from '../commands/reason.ts';
import { homeOf } from './home.ts';
import { namesIn } from './names.ts';
import { EVERYWHERE, readText } from './place.ts';
import { removeAnnotations } from './remove.ts';
import { type OpenSink, writeWhole } from './sink.ts';
import { stampsIn } from './stamps.ts';
import { walk } from './walk.ts';

/** The extension's own storage: of the workspace, or where none is open of the person. */
export type Storage = Pick<ExtensionContext, 'storageUri' | 'globalStorageUri'>;

/**
 * Answers the server's requests about files by `workspace.fs`, so that letters may stand wherever VS Code can read. What
 * goes wrong is told to the server as a reason without letter text.
 */
export const answerFiles = (
  client: Pick<BaseLanguageClient, 'onRequest'>,
  storage: Storage,
  openSink: OpenSink,
): Disposable => {
  const answer = <P, R>(method: string, run: (params: P) => Promise<R>): Disposable =>
    client.onRequest(method, (params: P) =>
      run(params).catch((error: unknown) => new ResponseError(ErrorCodes.InvalidRequest, reasonOf(error))),
    );
  return Disposable.from(
    answer(FILE_REQUESTS.read, ({ uri }: FileParams) => readText(Uri.parse(uri))),
    answer(FILE_REQUESTS.append, ({ uri, text }: AppendParams) =>
      oneAtATime(uri, () => append(openSink, Uri.parse(uri), text)),
    ),
    answer(FILE_REQUESTS.list, async ({ uri }: FileParams) =>
      (await walk(Uri.parse(uri), EVERYWHERE)).sources.map((source) => source.uri.toString()),
    ),
    answer(FILE_REQUESTS.names, ({ uri }: FileParams) => namesIn(Uri.parse(uri))),
    answer(FILE_REQUESTS.stamps, ({ uri }: FileParams) => stampsIn(Uri.parse(uri))),
    answer(FILE_REQUESTS.readAll, ({ uris }: FilesParams) =>
      Promise.all(uris.map((uri) => readText(Uri.parse(uri)).catch(() => null))),
    ),
    answer(FILE_REQUESTS.remove, ({ uri }: FileParams) => oneAtATime(uri, () => removeAnnotations(Uri.parse(uri)))),
    answer(FILE_REQUESTS.home, async ({ uri }: FileParams) => home(Uri.parse(uri), storage)),
  );
};

const append = async (openSink: OpenSink, uri: Uri, text: string): Promise<null> => {
  const before = (await readText(uri)) ?? '';
  await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  await writeWhole(openSink, uri, new TextEncoder().encode(`${before}${gap}${text}`), true);
  return null;
};

/** The last change to every file that is being written to: a file is read and written whole, so changes wait in line. */
const underWay = new Map<string, Promise<unknown>>();

const oneAtATime = <T>(file: string, run: () => Promise<T>): Promise<T> => {
  const change = (underWay.get(file) ?? Promise.resolve()).then(run, run);
  underWay.set(file, change);
  const forget = (): void => {
    if (underWay.get(file) === change) underWay.delete(file);
  };
  change.then(forget, forget);
  return change;
};

const home = (uri: Uri, { storageUri, globalStorageUri }: Storage): Home => {
  const root = workspace.getWorkspaceFolder(uri)?.uri.path ?? null;
  const writable = workspace.fs.isWritableFileSystem(uri.scheme) === true;
  const storage = (storageUri ?? globalStorageUri).toString();
  return homeOf(uri, { root, writable, storage }, (path) => uri.with({ path, query: '', fragment: '' }).toString());
};
