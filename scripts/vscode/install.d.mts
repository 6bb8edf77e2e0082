export const ROOT: string;
export const CACHE: string;
export function install(id: 'server' | 'browser', say: (line: string) => void): Promise<string>;
