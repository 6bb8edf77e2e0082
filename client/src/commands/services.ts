import type { LogOutputChannel, Uri } from 'vscode';
import type { Server } from '../server/server.ts';

/** What commands work with. */
export interface Services {
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly extensionUri: Uri;
}
