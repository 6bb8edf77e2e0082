import type { Disposable, LogOutputChannel, Memento, Uri } from 'vscode';
import type { OpenSink } from '../files/sink.ts';
import type { Server } from '../server/server.ts';

/** What commands work with. */
export interface Services {
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly extensionUri: Uri;
  readonly openSink: OpenSink;
  /** What ends with the extension. */
  readonly subscriptions: Disposable[];
  /** What is remembered of the workspace. */
  readonly memory: Memento;
}
