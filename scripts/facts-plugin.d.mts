import type { Plugin } from 'esbuild';

/** An esbuild plugin that keeps every table of facts as a deflated text, unpacked at first use. */
export declare const factsPlugin: (options?: { readonly apart?: boolean }) => Plugin;

/** The text of the file beside the bundles whose tables are kept `apart`, from the folder server/src/facts. */
export declare const factsApart: (facts: string) => Promise<string>;
