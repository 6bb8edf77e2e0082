export interface EditorServer {
  address(query: Readonly<Record<string, string>>): string;
  uri(path: string): string;
  stop(): Promise<void>;
}
export function startServer(options: {
  readonly folder: string;
  readonly data: string;
  readonly settings?: object;
}): Promise<EditorServer>;
